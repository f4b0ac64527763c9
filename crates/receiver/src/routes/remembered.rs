//! What is found out once for all who ask within some seconds.

use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// How long what was found out is good for.
const GOOD_FOR: Duration = Duration::from_secs(5);

/// Something that was found out, and when.
#[derive(Debug)]
pub(super) struct Remembered<T>(Mutex<Option<(Instant, T)>>);

impl<T: Clone> Remembered<T> {
    /// Nothing was found out yet.
    pub(super) fn nothing() -> Self {
        Self(Mutex::new(None))
    }

    /// What was found out last, or now: those who ask meanwhile wait for it.
    pub(super) async fn get_or<E>(&self, find: impl AsyncFnOnce() -> Result<T, E>) -> Result<T, E> {
        let mut last = self.0.lock().await;
        if let Some((at, found)) = &*last
            && at.elapsed() < GOOD_FOR
        {
            return Ok(found.clone());
        }
        let found = find().await?;
        *last = Some((Instant::now(), found.clone()));
        Ok(found)
    }

    /// Has it found out anew.
    pub(super) async fn forget(&self) {
        *self.0.lock().await = None;
    }
}
