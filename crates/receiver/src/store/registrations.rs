//! Storing each registration once.

use super::database::Store;
use super::error::StoreError;
use super::rows::{self, Reason, Registration, SetAside, timestamp};
use super::seats::Free;
use huso_agenda::Instant;
use huso_registration::wire::{SessionStatus, Status};
use huso_registration::{Receipt, Submission};
use sqlx::AnyConnection;

/// A valid submission, and what was noticed when it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// What was filled in, normalized.
    pub submission: Submission,
    /// The normalized address of the person, under which there is one registration an event.
    pub email: Option<String>,
    /// Why it may come from a machine, for a person to judge: a word.
    pub suspect: Option<&'static str>,
    /// Whether the field that no person sees was filled.
    pub spam: bool,
}

/// What became of a submission.
#[derive(Debug, PartialEq)]
pub enum Stored {
    /// It is stored now.
    New(Receipt),
    /// It was stored before: how it stands.
    Before(Receipt),
    /// Its id was stored before, with other answers.
    Reused,
}

impl Store {
    /// Stores a valid submission once, and says whether there was a seat. One that gets no seat because
    /// its address is registered already, or because it is spam, is set aside and answered like the
    /// others: nobody can find out who is registered. `now` is asked when its turn has come, so that
    /// times have the order of the seats.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is stored.
    pub async fn register(&self, arrival: &Arrival, now: fn() -> Instant) -> Result<Stored, StoreError> {
        let submission = &arrival.submission;
        let event = submission.event.as_str();
        let mut transaction = self.begin().await?;
        let capacities = self.lock(&mut transaction, event).await?;
        if let Some(before) = before(&mut transaction, submission).await? {
            return Ok(before);
        }
        let mut registration = registration(arrival, now());
        let sessions = submission.sessions.iter();
        Free::count(&mut transaction, event, &capacities, sessions).await?.allot(&mut registration);
        let receipt = registration.receipt();
        match reason(&mut transaction, arrival).await? {
            None => rows::insert(&mut transaction, &registration).await?,
            Some(reason) => {
                rows::insert_set_aside(&mut transaction, &SetAside { reason, registration }).await?;
            }
        }
        transaction.commit().await?;
        Ok(Stored::New(receipt))
    }

    /// What became of a submission if it was stored before: a repetition gets its receipt even when
    /// registration has closed meanwhile.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn before(&self, submission: &Submission) -> Result<Option<Stored>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        before(&mut connection, submission).await
    }

    /// All registrations of an event, or of all events, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn registrations(&self, event: Option<&str>) -> Result<Vec<Registration>, StoreError> {
        rows::all(&mut *self.pool.acquire().await?, event).await
    }

    /// What was set aside of an event, or of all events, in the order in which it came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn set_aside(&self, event: Option<&str>) -> Result<Vec<SetAside>, StoreError> {
        rows::all_set_aside(&mut *self.pool.acquire().await?, event).await
    }
}

async fn before(
    connection: &mut AnyConnection,
    submission: &Submission,
) -> Result<Option<Stored>, StoreError> {
    let (event, id) = (&submission.event, &submission.submission);
    let mut before = rows::find(connection, event, id).await?;
    if before.is_none() {
        before = rows::find_set_aside(connection, event, id).await?.map(|aside| aside.registration);
    }
    Ok(before
        .map(|before| if before.is(submission) { Stored::Before(before.receipt()) } else { Stored::Reused }))
}

/// Why a submission is set aside, if it is.
async fn reason(connection: &mut AnyConnection, arrival: &Arrival) -> Result<Option<Reason>, StoreError> {
    if arrival.spam {
        return Ok(Some(Reason::Spam));
    }
    let Some(email) = &arrival.email else { return Ok(None) };
    let registered = rows::is_registered(connection, &arrival.submission.event, email).await?;
    Ok(registered.then_some(Reason::Duplicate))
}

/// A registration that waits for everything.
fn registration(arrival: &Arrival, now: Instant) -> Registration {
    let Arrival { submission, email, suspect, .. } = arrival;
    let session = |id: &String| SessionStatus { id: id.clone(), status: Status::Waitlisted };
    Registration {
        id: 0,
        event: submission.event.clone(),
        submission: submission.submission.clone(),
        received_at: timestamp(now),
        status: Status::Waitlisted,
        language: submission.language.clone(),
        timezone: submission.timezone.clone(),
        answers: submission.answers.clone(),
        consents: submission.consents.clone(),
        notice: submission.notice.clone(),
        sessions: submission.sessions.iter().map(session).collect(),
        email: email.clone(),
        suspect: suspect.map(str::to_owned),
        cancelled_at: None,
    }
}
