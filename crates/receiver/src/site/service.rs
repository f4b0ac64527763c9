//! The built package, as a careful web server would serve it.

use super::backend::SiteBackend;
use super::coding::Coding;
use super::compressed::Compressed;
use super::folder::Folder;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::percent_decode_str;
use std::path::Path;
use tower_http::cors::{Any, CorsLayer};
use tower_http::services::ServeDir;
use tower_http::services::fs::DefaultServeDirFallback;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_service::Service as _;

type Files = ServeDir<DefaultServeDirFallback, SiteBackend>;

/// The folder's files as they are, and compressed for those who can read that.
#[derive(Clone)]
struct Site {
    plain: Files,
    compressed: Files,
}

/// The files of a folder. Names are stable, so browsers ask each time whether they have changed.
/// Scripts and event files may be used from any origin: they are public.
pub fn site(folder: &Path) -> Router {
    let folder = Folder::new(folder);
    let files = |compressed| ServeDir::with_backend("", SiteBackend::new(folder.clone(), compressed));
    let compressed = files(Some(Compressed::default())).precompressed_br().precompressed_gzip();
    let site = Site { plain: files(None), compressed };
    let set =
        |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        .fallback(file)
        .with_state(site)
        .layer(set(header::CACHE_CONTROL, "no-cache"))
        .layer(set(header::VARY, "accept-encoding"))
        .layer(CorsLayer::new().allow_origin(Any))
}

async fn file(State(site): State<Site>, mut request: Request) -> Response {
    // A folder's name would become the host of where ServeDir leads to.
    if request.uri().path().starts_with("//") {
        return StatusCode::NOT_FOUND.into_response();
    }
    // ServeDir doesn't look whether what was begun is still the same; all of it is right in any case.
    if request.headers().contains_key(header::IF_RANGE) {
        request.headers_mut().remove(header::RANGE);
    }
    // The compressed FILE is to ServeDir the file FILE.br. Who asks for a file of such a name means that one,
    // and who asks for a part means a part of the file.
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy();
    let is_plain = Coding::of(Path::new(&*path)).is_some() || request.headers().contains_key(header::RANGE);
    let mut files = if is_plain { site.plain } else { site.compressed };
    files.call(request).await.into_response()
}
