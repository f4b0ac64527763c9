//! Asking a database something.

use anyhow::{Context as _, Result};
use huso_receiver::store::StoreError;
use huso_receiver::{Database, Store};

/// Waits for something on this thread.
pub fn wait_for<T>(work: impl Future<Output = T>) -> Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work))
}

/// Opens a database that has registrations, does something with it, and closes it, also where that failed.
pub fn with_store<T>(
    database: &Database,
    work: impl AsyncFnOnce(&Store) -> Result<T, StoreError>,
) -> Result<T> {
    let done = wait_for(async {
        let store = Store::open_existing(database).await?;
        let done = work(&store).await;
        store.close().await;
        done
    });
    done?.with_context(|| format!("--database {database}"))
}

/// The same for what lists one event, or all: that there is no such event is said, since a list without lines says that
/// nobody registered.
pub fn with_event<T>(
    database: &Database,
    event: Option<&str>,
    work: impl AsyncFnOnce(&Store) -> Result<T, StoreError>,
) -> Result<T> {
    let (events, done) = with_store(database, async |store| {
        let is_known = match event {
            Some(event) => store.knows(event).await?,
            None => true,
        };
        let done = if is_known { Some(work(store).await?) } else { None };
        Ok((store.events().await?, done))
    })?;
    let event = event.unwrap_or_default();
    done.with_context(|| {
        format!("--event {event}: the database has no such event. It has: {}", events.join(", "))
    })
}
