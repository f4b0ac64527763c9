//! Listening until told to stop.

use crate::config::Config;
use crate::housekeeping::keep_house;
use crate::routes::router;
use crate::store::{Store, StoreError};
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::signal;

/// Why it does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address can't be listened on, or is lost.
    #[error(transparent)]
    Address(#[from] std::io::Error),
    /// The database can't be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Serves until Ctrl+C or SIGTERM, then answers what is under way. `ready` is told the address, whose
/// port the system chose if `listen` has port 0.
///
/// # Errors
/// [`ServeError`]
pub async fn serve(
    config: Config,
    store: Store,
    listen: SocketAddr,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let now = config.now;
    let router = router(config, store.clone()).await?;
    let housekeeping = tokio::spawn(keep_house(store.clone(), now));
    let listener = TcpListener::bind(listen).await?;
    ready(listener.local_addr()?);
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, router).with_graceful_shutdown(stop()).await?;
    housekeeping.abort();
    store.close().await;
    Ok(())
}

async fn stop() {
    let interrupted = async {
        // Without a handler the signal ends the program by itself.
        let _ = signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminated = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
    tracing::info!("stopping: no new requests, those under way are answered");
}
