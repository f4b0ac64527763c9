//! What has to be done from time to time.

use crate::store::{Store, StoreError};
use huso_agenda::Instant;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often.
const PERIOD: Duration = Duration::from_secs(60 * 60);

/// Erases what is past its time and forgets from where registrations came: now, and each hour until it is dropped.
pub async fn keep_house(store: Store, now: fn() -> Instant) {
    let mut hours = interval(PERIOD);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        if let Err(error) = round(&store, now()).await
            && !store.is_closed()
        {
            tracing::error!(%error, "what is past its time could not be erased; it is tried again in an hour");
        }
    }
}

async fn round(store: &Store, now: Instant) -> Result<(), StoreError> {
    store.forget_origins(now).await?;
    let erased = store.erase_expired(false, now).await?;
    for (event, erased) in &erased {
        let (registrations, set_aside) = (erased.registrations.len(), erased.set_aside.len());
        tracing::info!(event, registrations, set_aside, "erased: their time was over (retention_days)");
    }
    if !erased.is_empty() && !store.sweep().await? {
        tracing::warn!("what was erased is still in the database's log, since others read it");
    }
    Ok(())
}
