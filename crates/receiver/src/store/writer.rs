//! Writing what arrives, in the order in which it arrives: what waits while one commit becomes durable is written
//! with the next one.

use super::addition::Addition;
use super::connection::Store;
use super::error::StoreError;
use super::registrations::{Arrival, Known, Stored};
use super::seats::Free;
use huso_agenda::Instant;
use sqlx::AnyConnection;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

/// Most that one commit makes durable.
pub(super) const BATCH: usize = 64;
/// Most that waits; who comes then waits for a place in line.
const LINE: usize = 1_024;
/// How long a commit may take.
const TIME_LIMIT: Duration = Duration::from_secs(20);

/// What is to be written.
#[derive(Debug)]
pub(super) enum Work {
    /// A registration.
    Register(Box<Arrival>),
    /// Sessions for one.
    Add(Addition),
}

/// Something in line.
struct Job {
    work: Work,
    /// To whom the outcome goes, once it is durable.
    reply: oneshot::Sender<Result<Stored, StoreError>>,
}

impl Work {
    fn event(&self) -> &str {
        match self {
            Self::Register(arrival) => &arrival.submission.event,
            Self::Add(addition) => &addition.event,
        }
    }

    fn submission(&self) -> &str {
        match self {
            Self::Register(arrival) => &arrival.submission.submission,
            Self::Add(addition) => &addition.submission,
        }
    }

    fn sessions(&self) -> &[String] {
        match self {
            Self::Register(arrival) => &arrival.submission.sessions,
            Self::Add(addition) => &addition.sessions,
        }
    }

    fn arrival(&self) -> Option<&Arrival> {
        match self {
            Self::Register(arrival) => Some(arrival),
            Self::Add(_) => None,
        }
    }

    /// Whether one has to be written before the other is looked at.
    fn concerns_the_same(&self, other: &Self) -> bool {
        let email = |work: &'_ Self| work.arrival().and_then(|arrival| arrival.email.clone());
        self.submission() == other.submission() || (email(self).is_some() && email(self) == email(other))
    }
}

impl Job {
    /// Whoever doesn't listen any more asks again, and is told then.
    fn answer(self, result: Result<Stored, StoreError>) {
        _ = self.reply.send(result);
    }
}

/// The lines of jobs, one an event.
#[derive(Clone, Debug, Default)]
pub(super) struct Writers(Arc<Mutex<HashMap<String, mpsc::Sender<Job>>>>);

impl Store {
    /// Puts work in its event's line, and waits until it is durable.
    pub(super) async fn write(&self, work: Work, now: fn() -> Instant) -> Result<Stored, StoreError> {
        let (reply, outcome) = oneshot::channel();
        let line = self.line(work.event(), now)?;
        line.send(Job { work, reply }).await.map_err(|_| StoreError::Stopping)?;
        outcome.await.map_err(|_| StoreError::Stopping)?
    }

    fn line(&self, event: &str, now: fn() -> Instant) -> Result<mpsc::Sender<Job>, StoreError> {
        let mut lines = self.writers.0.lock().map_err(|_| StoreError::Stopping)?;
        if let Some(line) = lines.get(event) {
            return Ok(line.clone());
        }
        let (line, jobs) = mpsc::channel(LINE);
        // It holds no line itself: it ends when nobody does.
        let store = Self { writers: Writers::default(), ..self.clone() };
        tokio::spawn(Writer { store, event: event.to_owned(), now, jobs, next: None }.run());
        lines.insert(event.to_owned(), line.clone());
        Ok(line)
    }
}

/// Writes the jobs of one event.
struct Writer {
    store: Store,
    event: String,
    /// The clock: asked under the lock, so that times have the order of the seats.
    now: fn() -> Instant,
    jobs: mpsc::Receiver<Job>,
    /// One that has to wait for the batch before it.
    next: Option<Job>,
}

impl Writer {
    async fn run(mut self) {
        while let Some(batch) = self.batch().await {
            let work: Vec<&Work> = batch.iter().map(|job| &job.work).collect();
            match timeout(TIME_LIMIT, self.write(&work)).await.unwrap_or(Err(StoreError::Late)) {
                Ok(results) => batch.into_iter().zip(results).for_each(|(job, result)| job.answer(result)),
                Err(error) => self.fail(batch, error),
            }
        }
    }

    /// The next jobs that can be written together; `None` when there will be no more.
    async fn batch(&mut self) -> Option<Vec<Job>> {
        let first = match self.next.take() {
            Some(job) => job,
            None => self.jobs.recv().await?,
        };
        let mut batch = vec![first];
        while batch.len() < BATCH {
            let Ok(job) = self.jobs.try_recv() else { break };
            if batch.iter().any(|other| other.work.concerns_the_same(&job.work)) {
                self.next = Some(job);
                break;
            }
            batch.push(job);
        }
        Some(batch)
    }

    /// Everybody who waits now is told; who asks again finds the database well again, or not.
    fn fail(&mut self, batch: Vec<Job>, error: StoreError) {
        let error = Arc::new(error);
        let waiting = batch.into_iter().chain(self.next.take());
        waiting.for_each(|job| job.answer(Err(error.clone().into())));
        while let Ok(job) = self.jobs.try_recv() {
            job.answer(Err(error.clone().into()));
        }
    }

    /// Writes a batch, each in a savepoint of its own: what is wrong with one is no harm to the others. All of it is
    /// durable when this returns.
    async fn write(&self, batch: &[&Work]) -> Result<Vec<Result<Stored, StoreError>>, StoreError> {
        let mut transaction = self.store.begin().await?;
        let capacities = self.store.lock(&mut transaction, &self.event).await?;
        let arrivals = batch.iter().filter_map(|work| work.arrival());
        let known = Known::read(&mut transaction, &self.event, arrivals).await?;
        let sessions = batch.iter().flat_map(|work| work.sessions()).map(String::as_str);
        let mut free = Free::read(&mut transaction, &self.event, &capacities, sessions).await?;
        let mut results = Vec::new();
        for work in batch {
            let before = free.clone();
            sqlx::query("SAVEPOINT one").execute(&mut *transaction).await?;
            let result = self.one(&mut transaction, work, &known, &mut free).await;
            if result.is_err() {
                free = before;
                sqlx::query("ROLLBACK TO SAVEPOINT one").execute(&mut *transaction).await?;
            }
            sqlx::query("RELEASE SAVEPOINT one").execute(&mut *transaction).await?;
            results.push(result);
        }
        transaction.commit().await?;
        Ok(results)
    }

    async fn one(
        &self,
        connection: &mut AnyConnection,
        work: &Work,
        known: &Known,
        free: &mut Free,
    ) -> Result<Stored, StoreError> {
        match work {
            Work::Register(arrival) => arrival.store(connection, known, free, self.now).await,
            Work::Add(addition) => addition.store(connection, free).await,
        }
    }
}
