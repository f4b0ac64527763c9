//! Listening until told to stop.

use crate::config::Config;
use crate::routes::router;
use crate::store::Store;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::signal;

/// Serves until Ctrl+C or SIGTERM, then answers what is under way. `ready` is told the address, whose
/// port the system chose if `listen` has port 0.
///
/// # Errors
/// When the address can't be listened on, or is lost.
pub async fn serve(
    config: Config,
    store: Store,
    listen: SocketAddr,
    ready: impl FnOnce(SocketAddr),
) -> std::io::Result<()> {
    let listener = TcpListener::bind(listen).await?;
    ready(listener.local_addr()?);
    axum::serve(listener, router(config, store.clone())).with_graceful_shutdown(stop()).await?;
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
