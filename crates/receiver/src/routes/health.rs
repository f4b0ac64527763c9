//! Whether the program runs, and whether it can take registrations.

use super::shared::Shared;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long the database is waited for.
const PATIENCE: Duration = Duration::from_secs(4);

/// Whether the program runs.
pub(super) async fn alive() -> &'static str {
    "ok\n"
}

/// Whether it can take registrations.
pub(super) async fn ready(State(shared): State<Arc<Shared>>) -> Response {
    let Ok(can_write) = shared.health.get_or(async || Ok::<_, Infallible>(can_write(&shared).await)).await;
    if can_write && !shared.store.is_closed() {
        (StatusCode::OK, "ok\n").into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database can't be written to\n").into_response()
    }
}

async fn can_write(shared: &Shared) -> bool {
    match timeout(PATIENCE, shared.store.probe((shared.config.now)())).await {
        Ok(Ok(())) => return true,
        Ok(Err(error)) => tracing::error!(%error, "the database can't be written to"),
        Err(_) => tracing::error!("the database does not answer"),
    }
    false
}
