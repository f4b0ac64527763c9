//! Whether the program runs, and whether it can take registrations.

use super::shared::Shared;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use tokio::time::timeout;

/// How long what was found is good for.
const GOOD_FOR: Duration = Duration::from_secs(5);
/// How long the database is waited for.
const PATIENCE: Duration = Duration::from_secs(4);

/// Whether the database could be written to when it was last tried, and when that was.
#[derive(Debug, Default)]
pub(super) struct Health(Mutex<Option<(Instant, bool)>>);

/// Whether the program runs.
pub(super) async fn alive() -> &'static str {
    "ok\n"
}

/// Whether it can take registrations.
pub(super) async fn ready(State(shared): State<Arc<Shared>>) -> Response {
    match shared.is_ready().await {
        true => (StatusCode::OK, "ok\n").into_response(),
        false => (StatusCode::SERVICE_UNAVAILABLE, "the database can't be written to\n").into_response(),
    }
}

impl Shared {
    /// Has the next who asks try it: something just went wrong.
    pub(super) async fn doubt_health(&self) {
        *self.health.0.lock().await = None;
    }

    /// Those who ask at the same time get the answer of one try.
    async fn is_ready(&self) -> bool {
        let mut last = self.health.0.lock().await;
        if let Some((at, is_ready)) = *last
            && at.elapsed() < GOOD_FOR
            && !self.store.is_closed()
        {
            return is_ready;
        }
        let is_ready = match timeout(PATIENCE, self.store.probe((self.config.now)())).await {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                tracing::error!(%error, "the database can't be written to");
                false
            }
            Err(_) => {
                tracing::error!("the database does not answer");
                false
            }
        };
        *last = Some((Instant::now(), is_ready));
        is_ready
    }
}
