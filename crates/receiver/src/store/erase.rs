//! Erasing what is personal: when somebody asks for it, and when its time is over.

use super::cancel::cancel;
use super::database::Kind;
use super::error::StoreError;
use super::handle::Store;
use super::promote::Promotion;
use super::rows::{self, ORIGIN_KNOWN, Registration, timestamp};
use super::seats::Capacities;
use crate::person;
use huso_agenda::Instant;
use huso_registration::Answer;
use sqlx::{AnyConnection, Row as _};
use std::time::Duration;

/// How often the log is tried to be emptied, while others read it.
const TRIES: u32 = 20;

/// Whose data is erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// Everything under this e-mail address, in every event.
    Address(String),
    /// The filled form of this id, in every event.
    Submission(String),
}

/// What was erased, or would be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Erased {
    /// Ids of submissions that were registered.
    pub registrations: Vec<String>,
    /// Ids of submissions that were set aside.
    pub set_aside: Vec<String>,
    /// Who got a seat by it.
    pub promoted: Vec<Promotion>,
    /// Ids of submissions of others, in whose answers the address stands too. They are left as they are.
    pub mentions: Vec<String>,
}

impl Erased {
    /// Adds what was erased elsewhere.
    pub fn add(&mut self, other: Self) {
        self.registrations.extend(other.registrations);
        self.set_aside.extend(other.set_aside);
        self.promoted.extend(other.promoted);
        self.mentions.extend(other.mentions);
    }

    /// Whether there was nothing.
    pub fn is_empty(&self) -> bool {
        self.registrations.is_empty() && self.set_aside.is_empty()
    }
}

impl Store {
    /// Erases what is personal of somebody: of a registration its answers, consents, receipt of the privacy notice,
    /// address, language, zone, sessions and tokens; what stays is that there was one, and when. One that was not
    /// cancelled is, and its seats go to those who wait. What was set aside goes whole.
    ///
    /// # Errors
    /// [`StoreError`]; what is erased of one event is erased, of the others not.
    pub async fn erase(&self, erasure: &Erasure, is_trial: bool, now: Instant) -> Result<Erased, StoreError> {
        let mut erased = Erased::default();
        for event in self.all_events().await? {
            let one = self.erase_of(&event, |one| erasure.means(one), is_trial, now).await?;
            erased.add(one);
        }
        Ok(erased)
    }

    /// Erases the same of everybody in events whose time is over ([`Store::set_event`]). Nobody moves up any more.
    ///
    /// # Errors
    /// [`StoreError`]; what is erased of one event is erased, of the others not.
    pub async fn erase_expired(
        &self,
        is_trial: bool,
        now: Instant,
    ) -> Result<Vec<(String, Erased)>, StoreError> {
        let query = "SELECT id FROM events WHERE erase_after <= $1 ORDER BY id";
        let query = sqlx::query_scalar::<_, String>(query).bind(timestamp(now));
        let events = query.fetch_all(&mut *self.connection().await?).await?;
        let mut all = Vec::new();
        for event in events {
            let erased = self.erase_of(&event, |_| Meant::Theirs, is_trial, now).await?;
            if !erased.is_empty() {
                all.push((event, erased));
            }
        }
        Ok(all)
    }

    /// Forgets from where what is older than a day came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn forget_origins(&self, now: Instant) -> Result<u64, StoreError> {
        let mut transaction = self.begin().await?;
        let query = "UPDATE registrations SET origin = NULL WHERE origin IS NOT NULL AND received_at < $1";
        let forgotten =
            sqlx::query(query).bind(timestamp(now - ORIGIN_KNOWN)).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(forgotten.rows_affected())
    }

    /// Empties the places where a database keeps what was overwritten: SQLite's log, PostgreSQL's dead rows. Says
    /// whether it could.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn sweep(&self) -> Result<bool, StoreError> {
        let mut connection = self.connection().await?;
        if self.kind() == Kind::Postgres {
            let vacuum = "VACUUM registrations, registration_sessions, set_aside, promotions";
            return Ok(sqlx::raw_sql(vacuum).execute(&mut *connection).await.is_ok());
        }
        for _ in 0..TRIES {
            let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await?;
            if row.try_get::<i64, _>(0)? == 0 {
                return Ok(true);
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        Ok(false)
    }

    /// Events of which anything is stored.
    async fn all_events(&self) -> Result<Vec<String>, StoreError> {
        let query =
            "SELECT DISTINCT event FROM registrations UNION SELECT DISTINCT event FROM set_aside ORDER BY 1";
        Ok(sqlx::query_scalar(query).fetch_all(&mut *self.connection().await?).await?)
    }

    /// Some at a time, so that others come between.
    async fn erase_of(
        &self,
        event: &str,
        is_meant: impl Fn(&Registration) -> Meant,
        is_trial: bool,
        now: Instant,
    ) -> Result<Erased, StoreError> {
        let mut erased = Erased::default();
        let mut last = 0;
        loop {
            let mut transaction = self.begin().await?;
            let capacities = match self.lock(&mut transaction, event).await {
                // Nobody moves up where nothing is known of seats.
                Err(StoreError::UnknownEvent(_)) => Capacities::default(),
                other => other?,
            };
            let page = rows::page(&mut transaction, event, last).await?;
            let Some(end) = page.last() else {
                transaction.commit().await?;
                break;
            };
            last = end.id;
            let mut theirs = Vec::new();
            for one in page {
                match is_meant(&one) {
                    Meant::Theirs => theirs.push(one),
                    Meant::Mentioned => erased.mentions.push(one.submission),
                    Meant::Not => {}
                }
            }
            erased.registrations.extend(theirs.iter().map(|one| one.submission.clone()));
            if !is_trial {
                let (cancelled, holding): (Vec<_>, Vec<_>) =
                    theirs.into_iter().partition(|one| one.cancelled_at.is_some());
                for one in cancelled.iter().chain(&holding) {
                    blank(&mut transaction, one.id, now).await?;
                }
                erased.promoted.extend(cancel(&mut transaction, event, &capacities, &holding, now).await?);
            }
            transaction.commit().await?;
        }
        erased.set_aside = self.erase_set_aside(event, is_meant, is_trial).await?;
        Ok(erased)
    }

    async fn erase_set_aside(
        &self,
        event: &str,
        is_meant: impl Fn(&Registration) -> Meant,
        is_trial: bool,
    ) -> Result<Vec<String>, StoreError> {
        let mut transaction = self.begin().await?;
        let mut erased = Vec::new();
        for aside in rows::all_set_aside(&mut transaction, Some(event)).await? {
            if is_meant(&aside.registration) != Meant::Theirs {
                continue;
            }
            if !is_trial {
                let query = sqlx::query("DELETE FROM set_aside WHERE id = $1").bind(aside.registration.id);
                query.execute(&mut *transaction).await?;
            }
            erased.push(aside.registration.submission);
        }
        transaction.commit().await?;
        Ok(erased)
    }
}

/// Whether a registration is of whom is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    Theirs,
    /// It is somebody else's, and names them.
    Mentioned,
    Not,
}

impl Erasure {
    /// From what a person writes: whatever has an `@` in it is an address.
    pub fn parse(text: &str) -> Self {
        match person::normalized_address(text) {
            Some(address) => Self::Address(address),
            None => Self::Submission(text.to_owned()),
        }
    }

    /// Older rows of forms that the receiver no longer knows have no address of their own; it is one of the answers
    /// then.
    fn means(&self, one: &Registration) -> Meant {
        let address = match self {
            Self::Submission(id) if *id == one.submission => return Meant::Theirs,
            Self::Submission(_) => return Meant::Not,
            Self::Address(address) => address,
        };
        let is_it = |answer: &Answer| matches!(answer, Answer::Text(text) if person::normalized_address(text).as_ref() == Some(address));
        let is_answered = one.answers.iter().any(|(_, answer)| is_it(answer));
        match &one.email {
            Some(email) if email == address => Meant::Theirs,
            None if is_answered => Meant::Theirs,
            Some(_) if is_answered => Meant::Mentioned,
            _ => Meant::Not,
        }
    }
}

/// Erases what is personal in a registration. Its sessions go with their row's seats counted, by the triggers.
async fn blank(connection: &mut AnyConnection, id: i64, now: Instant) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE registrations
         SET answers = '{}', consents = '[]', notice = NULL, email = NULL, person = '', language = NULL,
             timezone = NULL, suspect = NULL, fingerprint = NULL, tokens = '', origin = NULL, erased_at = $1
         WHERE id = $2",
    )
    .bind(timestamp(now))
    .bind(id)
    .execute(&mut *connection)
    .await?;
    for query in [
        "DELETE FROM registration_sessions WHERE registration = $1",
        "DELETE FROM promotions WHERE registration = $1",
    ] {
        sqlx::query(query).bind(id).execute(&mut *connection).await?;
    }
    Ok(())
}
