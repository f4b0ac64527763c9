//! Writing what arrives, in the order in which it arrives: what waits while one commit becomes durable is written
//! with the next one.

use super::addition::Addition;
use super::arrival::{Arrival, Judgement, Known};
use super::connection::Connections;
use super::error::StoreError;
use super::invitation::Invited;
use super::lock::lock;
use super::rows;
use super::seats::{Capacities, Free};
use super::stored::Stored;
use huso_agenda::Instant;
use sqlx::AnyConnection;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

/// Most that one commit makes durable.
const BATCH: usize = 64;
/// Most that waits; who comes then waits for a place in line.
const LENGTH: usize = 1_024;
/// How long a commit may take.
const TIME_LIMIT: Duration = Duration::from_secs(15);
/// How long one waits for it, those before them included. What was given up may be written later.
const PATIENCE: Duration = Duration::from_secs(22);

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
    /// The clock: asked under the lock, so that times have the order of the seats.
    now: fn() -> Instant,
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
            // What is not to be stored may be anything.
            Self::Register(arrival) if !arrival.may_be_stored => &[],
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
        let is_same = |of: fn(&Arrival) -> Option<String>| {
            let own = self.arrival().and_then(of);
            own.is_some() && own == other.arrival().and_then(of)
        };
        self.submission() == other.submission()
            || is_same(|arrival| arrival.email.clone())
            || is_same(|arrival| arrival.invited.as_ref().map(Invited::normalized_code))
    }
}

impl Job {
    /// Whoever doesn't listen any more asks again, and is told then.
    fn answer(self, result: Result<Stored, StoreError>) {
        _ = self.reply.send(result);
    }
}

/// The lines of jobs, one an event.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    connections: Connections,
    by_event: Arc<Mutex<HashMap<String, mpsc::Sender<Job>>>>,
}

impl Lines {
    /// Nobody is in line yet.
    pub(super) fn new(connections: Connections) -> Self {
        Self { connections, by_event: Arc::default() }
    }

    /// Puts work in its event's line, and waits until it is durable.
    pub(super) async fn write(&self, work: Work, now: fn() -> Instant) -> Result<Stored, StoreError> {
        let (reply, outcome) = oneshot::channel();
        let line = self.line(work.event())?;
        let written = async {
            line.send(Job { work, now, reply }).await.map_err(|_| StoreError::Stopping)?;
            outcome.await.map_err(|_| StoreError::Stopping)?
        };
        timeout(PATIENCE, written).await.unwrap_or(Err(StoreError::Late))
    }

    fn line(&self, event: &str) -> Result<mpsc::Sender<Job>, StoreError> {
        let mut lines = self.by_event.lock().map_err(|_| StoreError::Stopping)?;
        if let Some(line) = lines.get(event) {
            return Ok(line.clone());
        }
        let (line, jobs) = mpsc::channel(LENGTH);
        let connections = self.connections.clone();
        // It ends when nobody can put anything in its line any more.
        tokio::spawn(Writer { connections, event: event.to_owned(), jobs, next: None }.run());
        lines.insert(event.to_owned(), line.clone());
        Ok(line)
    }
}

/// Writes the jobs of one event.
struct Writer {
    connections: Connections,
    event: String,
    jobs: mpsc::Receiver<Job>,
    /// One that has to wait for the batch before it.
    next: Option<Job>,
}

impl Writer {
    async fn run(mut self) {
        while let Some(batch) = self.batch().await {
            let jobs: Vec<&Job> = batch.iter().collect();
            match timeout(TIME_LIMIT, self.write(&jobs)).await.unwrap_or(Err(StoreError::Late)) {
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

    /// Writes a batch with one commit. Where one of them can't be written, each is by itself: what is wrong with one
    /// is no harm to the others. All of it is durable when this returns.
    async fn write(&self, batch: &[&Job]) -> Result<Vec<Result<Stored, StoreError>>, StoreError> {
        match self.together(batch).await {
            Ok(results) => Ok(results.into_iter().map(Ok).collect()),
            // Those who wait behind it are no worse for it.
            Err(Failure::Within(error)) if batch.len() == 1 => Ok(vec![Err(error)]),
            Err(Failure::Within(_)) => self.one_by_one(batch).await,
            Err(Failure::Whole(error)) => Err(error),
        }
    }

    async fn one_by_one(&self, batch: &[&Job]) -> Result<Vec<Result<Stored, StoreError>>, StoreError> {
        let mut results = Vec::new();
        for job in batch {
            match self.together(&[job]).await {
                Ok(one) => results.extend(one.into_iter().map(Ok)),
                Err(Failure::Within(error)) => results.push(Err(error)),
                // Those before are durable; the others are told to ask again.
                Err(Failure::Whole(error)) => {
                    let error = Arc::new(error);
                    results.resize_with(batch.len(), || Err(error.clone().into()));
                    break;
                }
            }
        }
        Ok(results)
    }

    async fn together(&self, batch: &[&Job]) -> Result<Vec<Stored>, Failure> {
        let mut transaction = self.connections.begin().await.map_err(Failure::Whole)?;
        let capacities =
            lock(&mut transaction, self.connections.kind(), &self.event).await.map_err(Failure::Whole)?;
        let results = self.within(&mut transaction, &capacities, batch).await.map_err(Failure::Within)?;
        transaction.commit().await.map_err(Failure::Whole)?;
        Ok(results)
    }

    async fn within(
        &self,
        connection: &mut AnyConnection,
        capacities: &Capacities,
        batch: &[&Job],
    ) -> Result<Vec<Stored>, StoreError> {
        let arrivals = batch.iter().filter_map(|job| job.work.arrival());
        let known = Known::read(connection, &self.event, arrivals).await?;
        let sessions = batch.iter().flat_map(|job| job.work.sessions()).map(String::as_str).collect();
        let mut free = Free::of(connection, &self.event, capacities, &sessions).await?;
        let (mut results, mut new) = (Vec::new(), Vec::new());
        for job in batch {
            results.push(match &job.work {
                Work::Register(arrival) => match arrival.judge(connection, &known).await? {
                    Judgement::New(invitation) => {
                        let (registration, token) =
                            arrival.registration(invitation, &mut free, (job.now)())?;
                        let receipt = registration.receipt(Some(token));
                        new.push(registration);
                        Stored::New(receipt)
                    }
                    Judgement::Other(stored) => stored,
                },
                Work::Add(addition) => addition.store(connection, &mut free).await?,
            });
        }
        rows::insert(connection, &new).await?;
        Ok(results)
    }
}

/// Why a batch was not written.
enum Failure {
    /// The database is not well: nothing can be written.
    Whole(StoreError),
    /// Something in it can't be written.
    Within(StoreError),
}
