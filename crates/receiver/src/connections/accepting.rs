//! Accepting connections, and ending them.

use super::activity::Activity;
use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, Id, JoinError, JoinSet};
use tokio::time::sleep;
use tokio_io_timeout::TimeoutWriter;
use tower_service::Service as _;

/// How long a request's head may take, from when the connection is open or the answer before was sent:
/// also how long a connection may be idle.
const HEAD: Duration = Duration::from_secs(30);

/// How long a peer may take to receive anything of what is sent to it.
const WRITE: Duration = Duration::from_secs(30);

/// Most bytes of a connection that are held for reading and for writing. A head has to fit in.
const BUFFER: usize = 64 * 1024;

/// When all places are taken, so often it is looked whether somebody has to go.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// How long it is waited after an accept that failed: whatever the system lacks comes back by others.
const AFTER_ERROR: Duration = Duration::from_millis(500);

/// How often it is said that all places are taken.
const SAY_AGAIN: Duration = Duration::from_secs(60);

/// The open connections. Dropping it drops them.
pub struct Connections {
    router: Router,
    most: usize,
    graceful: GracefulShutdown,
    tasks: JoinSet<()>,
    open: HashMap<Id, (Activity, AbortHandle)>,
    said_full: Option<Instant>,
}

impl Connections {
    /// None yet, and never more than `most`.
    pub fn new(router: Router, most: usize) -> Self {
        let (graceful, tasks, open) = (GracefulShutdown::new(), JoinSet::new(), HashMap::new());
        Self { router, most, graceful, tasks, open, said_full: None }
    }

    /// Accepts connections, and never ends.
    pub async fn accept(&mut self, listener: &TcpListener) {
        loop {
            self.make_room().await;
            tokio::select! {
                Some(ended) = self.tasks.join_next_with_id() => self.forget(ended),
                accepted = listener.accept() => match accepted {
                    Ok((stream, peer)) => self.open(stream, peer),
                    Err(error) => wait_out(&error).await,
                },
            }
        }
    }

    /// Waits for a free place. Who has been idle for the longest time goes first.
    async fn make_room(&mut self) {
        while self.tasks.len() >= self.most {
            self.say_full();
            self.drop_longest_idle();
            tokio::select! {
                Some(ended) = self.tasks.join_next_with_id() => self.forget(ended),
                () = sleep(LOOK_AGAIN) => {}
            }
        }
    }

    fn drop_longest_idle(&mut self) {
        let until = self.open.iter().map(|(id, (activity, _))| (activity.kept_until(), *id));
        let first = until.min_by_key(|(kept_until, _)| *kept_until);
        let Some((_, id)) = first.filter(|(kept_until, _)| *kept_until <= Instant::now()) else { return };
        if let Some((_, task)) = self.open.remove(&id) {
            task.abort();
        }
    }

    fn say_full(&mut self) {
        if self.said_full.is_none_or(|said| said.elapsed() >= SAY_AGAIN) {
            self.said_full = Some(Instant::now());
            let connections = self.most;
            tracing::warn!(connections, "all connections are taken: those that are idle make room");
        }
    }

    fn forget(&mut self, ended: Result<(Id, ()), JoinError>) {
        let id = match ended {
            Ok((id, ())) => id,
            Err(error) => error.id(),
        };
        self.open.remove(&id);
    }

    fn open(&mut self, stream: TcpStream, peer: SocketAddr) {
        // An answer's last packet isn't held back until the one before is acknowledged.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
        let mut stream = TimeoutWriter::new(stream);
        stream.set_timeout(Some(WRITE));
        let (activity, router) = (Activity::begin(), self.router.clone());
        let in_service = activity.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            let answering = in_service.asked();
            let response = router.clone().call(request);
            async move { response.await.map(|response| answering.until_sent(response)) }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .max_buf_size(BUFFER)
            .serve_connection(TokioIo::new(Box::pin(stream)), service);
        let connection = self.graceful.watch(connection);
        let task = self.tasks.spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended");
            }
        });
        self.open.insert(task.id(), (activity, task));
    }

    /// Lets those end that have asked, until `patience` is over, and drops the others.
    pub async fn finish(self, patience: impl Future<Output = ()>) {
        let Self { graceful, mut tasks, .. } = self;
        tokio::select! {
            () = graceful.shutdown() => {}
            () = patience => tracing::warn!(connections = tasks.len(), "cut: they didn't end by themselves"),
        }
        tasks.shutdown().await;
    }
}

/// A peer that went away is no reason to wait; descriptors or memory that are short are.
async fn wait_out(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        return;
    }
    tracing::error!(%error, "a connection could not be accepted");
    sleep(AFTER_ERROR).await;
}
