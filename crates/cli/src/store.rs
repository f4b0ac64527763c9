//! Asking a database something.

use anyhow::{Context as _, Result};
use huso_agenda::printable::printable;
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

/// The same for what lists one event, or all. That there is no such event is said: a list without lines says that nobody
/// registered.
pub fn with_event<T>(
    database: &Database,
    event: Option<&str>,
    work: impl AsyncFnOnce(&Store) -> Result<T, StoreError>,
) -> Result<T> {
    let (unknown, done) = with_store(database, async |store| {
        let unknown = match event {
            Some(event) if !store.knows(event).await? => Some((event, store.events().await?)),
            _ => None,
        };
        Ok((unknown, work(store).await?))
    })?;
    if let Some((event, events)) = unknown {
        let known = if events.is_empty() { "none".to_owned() } else { events.join(", ") };
        let line = format!("huso: --event {event}: the database has no such event. It has: {known}");
        eprintln!("{}", printable(&line));
    }
    Ok(done)
}
