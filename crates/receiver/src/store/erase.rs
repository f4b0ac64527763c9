//! Erasing what is personal: when somebody asks for it, and when its time is over.

use super::cancel::cancel;
use super::connection::Kind;
use super::error::StoreError;
use super::handle::Store;
use super::promote::Promotion;
use super::rows::{self, Registration, timestamp};
use crate::person;
use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_registration::Answer;
use huso_registration::wire::Answers;
use sqlx::{AnyConnection, Row as _};
use std::time::Duration;

/// How long it is known from which network a registration came.
const ORIGIN_KNOWN: TimeDelta = TimeDelta::hours(24);
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
}

impl Erased {
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
            let one = self
                .erase_of(&event, |id, email, answers| erasure.means(id, email, answers), is_trial, now)
                .await?;
            erased.registrations.extend(one.registrations);
            erased.set_aside.extend(one.set_aside);
            erased.promoted.extend(one.promoted);
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
            let erased = self.erase_of(&event, |_, _, _| true, is_trial, now).await?;
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

    async fn erase_of(
        &self,
        event: &str,
        is_meant: impl Fn(&str, Option<&str>, &Answers) -> bool,
        is_trial: bool,
        now: Instant,
    ) -> Result<Erased, StoreError> {
        let mut transaction = self.begin().await?;
        let capacities = self.lock(&mut transaction, event).await?;
        let is_meant = |one: &Registration| is_meant(&one.submission, one.email.as_deref(), &one.answers);
        let mut all = rows::all(&mut transaction, Some(event)).await?;
        all.retain(|one| one.erased_at.is_none() && is_meant(one));
        let mut aside = rows::all_set_aside(&mut transaction, Some(event)).await?;
        aside.retain(|aside| is_meant(&aside.registration));
        let id = |one: &Registration| one.submission.clone();
        let mut erased = Erased {
            registrations: all.iter().map(id).collect(),
            set_aside: aside.iter().map(|aside| id(&aside.registration)).collect(),
            promoted: Vec::new(),
        };
        if is_trial || erased.is_empty() {
            transaction.commit().await?;
            return Ok(erased);
        }
        let (cancelled, holding): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| one.cancelled_at.is_some());
        for one in cancelled.iter().chain(&holding) {
            blank(&mut transaction, one.id, now).await?;
        }
        for one in &aside {
            let query = sqlx::query("DELETE FROM set_aside WHERE id = $1").bind(one.registration.id);
            query.execute(&mut *transaction).await?;
        }
        erased.promoted = cancel(&mut transaction, event, &capacities, &holding, now).await?;
        transaction.commit().await?;
        Ok(erased)
    }
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
    fn means(&self, submission: &str, email: Option<&str>, answers: &Answers) -> bool {
        match (self, email) {
            (Self::Submission(id), _) => id == submission,
            (Self::Address(address), Some(email)) => address == email,
            (Self::Address(address), None) => answers.iter().any(|(_, answer)| {
                matches!(answer, Answer::Text(text) if person::normalized_address(text).as_ref() == Some(address))
            }),
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
