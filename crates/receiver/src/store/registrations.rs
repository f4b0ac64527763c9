//! Storing each registration once.

use super::connection::Store;
use super::error::StoreError;
use super::invitations::{self, Invited};
use super::rows::{self, Reason, Registration, SetAside, timestamp};
use super::seats::{Free, Place};
use super::secret::add_token;
use super::writer::{BATCH, Work};
use huso_agenda::Instant;
use huso_registration::format::Duplicates;
use huso_registration::wire::{SessionStatus, Status};
use huso_registration::{Receipt, Submission};
use sqlx::{AnyConnection, Row as _};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A submission, and what was noticed when it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// What was filled in, normalized.
    pub submission: Submission,
    /// A hash of what was sent, by which its repetition is known when the form has changed meanwhile.
    pub fingerprint: String,
    /// Whether it may be stored. One that may not is only looked for: a repetition is told how it stands, even when
    /// registration has closed meanwhile.
    pub may_be_stored: bool,
    /// Who is registered already.
    pub duplicates: Duplicates,
    /// The normalized address of the person.
    pub email: Option<String>,
    /// The name by which people of one address are told apart, normalized; empty where the form asks for none.
    pub person: String,
    /// Why it may come from a machine, for a person to judge: a word.
    pub suspect: Option<&'static str>,
    /// Keyed hash of the network that it came from.
    pub origin: Option<String>,
    /// The invitation that it brings.
    pub invited: Option<Invited>,
}

/// What became of a submission, or of sessions that were added to one.
#[derive(Debug, PartialEq)]
pub enum Stored {
    /// It is stored now.
    New(Receipt),
    /// It was stored before: how it stands.
    Before(Receipt),
    /// Its id was stored before, with other answers.
    Reused,
    /// It is not stored, and was never.
    Not,
    /// It is not stored: the person is registered already.
    AlreadyRegistered,
    /// It is not stored: it came from a machine.
    Automatic,
    /// It is not stored: the invitation code is none, or is used up.
    NoInvitation,
    /// It is not stored: the invitation is not for these sessions, or not for this audience.
    OtherInvitation,
    /// There is no such registration.
    Unknown,
    /// The token is none of this registration's.
    WrongToken,
    /// The registration is cancelled.
    Cancelled,
}

impl Store {
    /// Stores a submission once, and says whether there was a seat. `now` is asked when its turn has come, so that
    /// times have the order of the seats.
    ///
    /// # Errors
    /// [`StoreError`]; then it is not known whether it is stored. Who sends it again is told.
    pub async fn register(&self, arrival: Arrival, now: fn() -> Instant) -> Result<Stored, StoreError> {
        self.write(Work::Register(Box::new(arrival)), now).await
    }

    /// All registrations of an event, or of all events, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn registrations(&self, event: Option<&str>) -> Result<Vec<Registration>, StoreError> {
        rows::all(&mut *self.connection().await?, event).await
    }

    /// What was set aside of an event, or of all events, in the order in which it came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn set_aside(&self, event: Option<&str>) -> Result<Vec<SetAside>, StoreError> {
        rows::all_set_aside(&mut *self.connection().await?, event).await
    }
}

impl Arrival {
    /// Stores it, unless it is stored already or is not to be.
    pub(super) async fn store(
        &self,
        connection: &mut AnyConnection,
        known: &Known,
        free: &mut Free,
        now: fn() -> Instant,
    ) -> Result<Stored, StoreError> {
        if known.submissions.contains(&self.submission.submission) {
            return self.before(connection).await;
        }
        if !self.may_be_stored {
            return Ok(Stored::Not);
        }
        if known.has(self) {
            return Ok(Stored::AlreadyRegistered);
        }
        let invitation = match &self.invited {
            None => None,
            Some(invited) => match invitations::redeem(connection, &self.submission.event, invited).await? {
                Ok(id) => Some(id),
                Err(refused) => return Ok(refused),
            },
        };
        let (token, tokens) = add_token("")?;
        let mut registration = Registration { tokens, invitation, ..self.registration(now()) };
        free.allot(&mut registration, Place::End, |_| true);
        rows::insert(connection, &registration).await?;
        Ok(Stored::New(registration.receipt(Some(token))))
    }

    /// How it stands, if this is the same form. Each answer has a token of its own, since the one before may never
    /// have arrived.
    async fn before(&self, connection: &mut AnyConnection) -> Result<Stored, StoreError> {
        let (event, id) = (&self.submission.event, &self.submission.submission);
        if let Some(before) = rows::find(connection, event, id).await? {
            if !before.is(&self.submission, &self.fingerprint) {
                return Ok(Stored::Reused);
            }
            if before.cancelled_at.is_some() {
                return Ok(Stored::Before(before.receipt(None)));
            }
            let (token, hashes) = add_token(&before.tokens)?;
            rows::update_tokens(connection, before.id, &hashes).await?;
            return Ok(Stored::Before(before.receipt(Some(token))));
        }
        Ok(match rows::find_set_aside(connection, event, id).await? {
            None => Stored::Not,
            Some(aside) if !aside.registration.is(&self.submission, &self.fingerprint) => Stored::Reused,
            Some(SetAside { reason: Reason::Duplicate, .. }) => Stored::AlreadyRegistered,
            Some(SetAside { reason: Reason::Spam, .. }) => Stored::Automatic,
        })
    }

    /// A registration that waits for everything.
    fn registration(&self, now: Instant) -> Registration {
        let submission = &self.submission;
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
            email: self.email.clone(),
            person: self.person.clone(),
            waits_for_event: false,
            fingerprint: Some(self.fingerprint.clone()),
            tokens: String::new(),
            origin: self.origin.clone(),
            invitation: None,
            suspect: self.suspect.map(str::to_owned),
            cancelled_at: None,
            erased_at: None,
        }
    }
}

/// Numbered places for the values of a list as long as a batch, behind the event's.
static LIST: LazyLock<String> =
    LazyLock::new(|| (2..BATCH + 2).map(|place| format!("${place}")).collect::<Vec<_>>().join(", "));
static SUBMISSIONS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT submission FROM registrations WHERE event = $1 AND submission IN ({list})
         UNION ALL SELECT submission FROM set_aside WHERE event = $1 AND submission IN ({list})",
        list = *LIST
    )
});
static PEOPLE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT email, person FROM registrations
         WHERE event = $1 AND cancelled_at IS NULL AND email IN ({list})",
        list = *LIST
    )
});

/// What is stored of those who come together.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Ids of submissions, registered or set aside.
    submissions: HashSet<String>,
    /// Names of those who are registered, by address.
    people: HashMap<String, HashSet<String>>,
}

impl Known {
    /// Looks for the submissions and the people of a batch.
    pub(super) async fn read<'a>(
        connection: &mut AnyConnection,
        event: &str,
        arrivals: impl Iterator<Item = &'a Arrival> + Clone,
    ) -> Result<Self, StoreError> {
        let mut known = Self::default();
        let ids = arrivals.clone().map(|arrival| arrival.submission.submission.as_str());
        for row in listed(SUBMISSIONS.as_str(), event, ids).fetch_all(&mut *connection).await? {
            known.submissions.insert(row.try_get(0)?);
        }
        let emails = arrivals.filter_map(|arrival| arrival.email.as_deref());
        for row in listed(PEOPLE.as_str(), event, emails).fetch_all(connection).await? {
            known.people.entry(row.try_get(0)?).or_default().insert(row.try_get(1)?);
        }
        Ok(known)
    }

    /// Whether the person is registered already.
    fn has(&self, arrival: &Arrival) -> bool {
        let Some(names) = arrival.email.as_ref().and_then(|email| self.people.get(email)) else {
            return false;
        };
        match arrival.duplicates {
            Duplicates::Allow => false,
            Duplicates::ByEmail => true,
            Duplicates::ByPerson => names.contains(&arrival.person),
        }
    }
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Any, sqlx::any::AnyArguments>;

/// A query whose list is filled up with empty texts, so that it is prepared once.
fn listed<'q>(query: &'static str, event: &'q str, mut values: impl Iterator<Item = &'q str>) -> Query<'q> {
    let mut query = sqlx::query(query).bind(event);
    for _ in 0..BATCH {
        query = query.bind(values.next().unwrap_or_default());
    }
    query
}
