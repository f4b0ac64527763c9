//! The built package, as a careful web server would serve it.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use std::path::Path;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The files of a folder. Names are stable, so browsers ask each time whether they have changed.
/// Scripts and event files may be used from any origin: they are public.
pub fn site(folder: &Path) -> Router {
    let set =
        |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        .fallback_service(ServeDir::new(folder))
        .layer(CompressionLayer::new())
        .layer(set(header::CACHE_CONTROL, "no-cache"))
        .layer(set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(CorsLayer::new().allow_origin(Any))
}
