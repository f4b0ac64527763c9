//! Listening until told to stop.

use crate::config::Config;
use crate::connections::{Connections, most_connections};
use crate::housekeeping::keep_house;
use crate::routes::router;
use crate::signals::Signals;
use crate::store::{Store, StoreError};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

/// How long requests that are under way may take when it stops.
const TO_FINISH: Duration = Duration::from_secs(5);

/// How long the database may take to close then.
const TO_CLOSE: Duration = Duration::from_secs(3);

/// Why it does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address can't be listened on, or the system doesn't tell what it has to.
    #[error(transparent)]
    Address(#[from] std::io::Error),
    /// The database can't be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Serves until Ctrl+C or SIGTERM; then answers what is under way, for 5 s at most or until the signal comes
/// again, and has ended within 8 s. `ready` is told the address, whose port the system chose if `listen`
/// has port 0.
///
/// # Errors
/// [`ServeError`]
pub async fn serve(
    config: Config,
    store: Store,
    listen: SocketAddr,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let mut signals = Signals::new()?;
    let now = config.now;
    let router = router(config, store.clone()).await?;
    let housekeeping = tokio::spawn(keep_house(store.clone(), now));
    let listener = TcpListener::bind(listen).await?;
    let mut connections = Connections::new(router, most_connections()?);
    ready(listener.local_addr()?);
    tokio::select! {
        () = connections.accept(&listener) => {}
        () = signals.next() => {}
    }
    tracing::info!("stopping: no new requests, those under way are answered");
    drop(listener);
    let patience = async {
        tokio::select! {
            () = sleep(TO_FINISH) => {}
            () = signals.next() => {}
        }
    };
    connections.finish(patience).await;
    housekeeping.abort();
    if timeout(TO_CLOSE, store.close()).await.is_err() {
        tracing::warn!("the database is still busy: it is left as it is");
    }
    Ok(())
}
