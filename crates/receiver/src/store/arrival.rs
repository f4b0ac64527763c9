//! A submission that arrives: whether it is stored, and as what.

use super::error::StoreError;
use super::invitation::{self, Invited};
use super::rows::{self, Reason, Registration, SetAside, listed, timestamp};
use super::seats::{Free, Place};
use super::stored::Stored;
use super::token::add_token;
use huso_agenda::Instant;
use huso_registration::Submission;
use huso_registration::format::Duplicates;
use huso_registration::wire::{SessionStatus, Status};
use sqlx::{AnyConnection, Row as _};
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

/// Counts what is stored, and says after how many seconds one more is taken, if it comes too soon.
#[derive(Clone)]
pub struct Admission(Arc<dyn Fn() -> Result<(), u64> + Send + Sync>);

impl Admission {
    /// Asks this.
    pub fn new(count: impl Fn() -> Result<(), u64> + Send + Sync + 'static) -> Self {
        Self(Arc::new(count))
    }

    /// Everybody is taken.
    pub fn free() -> Self {
        Self::new(|| Ok(()))
    }
}

impl Debug for Admission {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str("Admission")
    }
}

/// A submission, and what was noticed when it came.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// What was filled in, normalized.
    pub submission: Submission,
    /// A hash of what was sent, by which its repetition is known when the form has changed meanwhile.
    pub fingerprint: String,
    /// Whether it may be stored. One that may not is only looked for: a repetition is told how it stands, even when
    /// registration has closed meanwhile.
    pub may_be_stored: bool,
    /// Asked last, when it would be stored: whether it may be now.
    pub admission: Admission,
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

/// What is to become of a submission.
pub(super) enum Judgement {
    /// It is stored, with the row of the invitation that it brings.
    New(Option<i64>),
    /// Something else became of it.
    Other(Stored),
}

impl Arrival {
    /// Looks whether it is to be stored: it is not stored already, and may be.
    pub(super) async fn judge(
        &self,
        connection: &mut AnyConnection,
        known: &Known,
    ) -> Result<Judgement, StoreError> {
        if known.submissions.contains(&self.submission.submission) {
            return Ok(Judgement::Other(self.before(connection).await?));
        }
        if !self.may_be_stored {
            return Ok(Judgement::Other(Stored::Not));
        }
        if known.has(self) {
            return Ok(Judgement::Other(Stored::AlreadyRegistered));
        }
        let invitation = match &self.invited {
            None => None,
            Some(invited) => match invitation::redeem(connection, &self.submission.event, invited).await? {
                Ok(id) => Some(id),
                Err(refused) => return Ok(Judgement::Other(refused)),
            },
        };
        // What would not be stored anyway uses up nobody's turn.
        Ok(match (self.admission.0)() {
            Ok(()) => Judgement::New(invitation),
            Err(seconds) => Judgement::Other(Stored::TooMany(seconds)),
        })
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

    /// The registration that is made of it, with the seats that are free or at the end of the line, and the token of
    /// which it has the hash.
    pub(super) fn registration(
        &self,
        invitation: Option<i64>,
        free: &mut Free,
        now: Instant,
    ) -> Result<(Registration, String), StoreError> {
        let submission = &self.submission;
        let session = |id: &String| SessionStatus { id: id.clone(), status: Status::Waitlisted };
        let (token, tokens) = add_token("")?;
        let mut registration = Registration {
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
            tokens,
            origin: self.origin.clone(),
            invitation,
            suspect: self.suspect.map(str::to_owned),
            cancelled_at: None,
            erased_at: None,
        };
        free.allot(&mut registration, Place::End, |_| true);
        Ok((registration, token))
    }
}

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
        let query = "SELECT submission FROM registrations WHERE event = $1 AND submission IN ({})
                     UNION ALL SELECT submission FROM set_aside WHERE event = $1 AND submission IN ({})";
        for row in listed(connection, query, event, ids).await? {
            known.submissions.insert(row.try_get(0)?);
        }
        let emails =
            arrivals.filter(|arrival| arrival.may_be_stored).filter_map(|arrival| arrival.email.as_deref());
        let query = "SELECT email, person FROM registrations
                     WHERE event = $1 AND cancelled_at IS NULL AND email IN ({})";
        for row in listed(connection, query, event, emails).await? {
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
            // Who gives no name is known by the address alone.
            Duplicates::ByPerson => arrival.person.is_empty() || names.contains(&arrival.person),
        }
    }
}
