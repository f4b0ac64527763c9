//! Rows of the database, and what they mean.

use super::error::StoreError;
use huso_agenda::Instant;
use huso_registration::wire::{Answers, NoticeReceipt, SessionStatus, Status};
use huso_registration::{Receipt, Submission};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error, StrDeserializer};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

/// A stored registration.
#[derive(Clone, Debug, PartialEq)]
pub struct Registration {
    /// The row: lower came earlier. 0 before it is stored.
    pub(crate) id: i64,
    /// The event's id.
    pub event: String,
    /// The filled form's id.
    pub submission: String,
    /// When it was stored: RFC 3339, UTC.
    pub received_at: String,
    /// What became of it.
    pub status: Status,
    /// Language of the visitor.
    pub language: Option<String>,
    /// IANA zone of the visitor.
    pub timezone: Option<String>,
    /// Answers by field id.
    pub answers: Answers,
    /// Ids of the consents given.
    pub consents: Vec<String>,
    /// What the visitor was told about their data, and agreed to.
    pub notice: Option<NoticeReceipt>,
    /// The chosen sessions and what became of each.
    pub sessions: Vec<SessionStatus>,
    /// The normalized address by which the person is known.
    pub email: Option<String>,
    /// Why it may come from a machine: a word.
    pub suspect: Option<String>,
    /// When it was cancelled: RFC 3339, UTC.
    pub cancelled_at: Option<String>,
}

/// A submission that no seat is given to.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    /// Why not.
    pub reason: Reason,
    /// The submission, with what it was answered.
    pub registration: Registration,
}

/// Why no seat is given to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// The address is registered already.
    Duplicate,
    /// The field that no person sees was filled.
    Spam,
}

impl Reason {
    /// As it is stored and listed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Duplicate => "duplicate",
            Self::Spam => "spam",
        }
    }
}

impl Registration {
    /// Whether a submission of the same id is the same form.
    pub(super) fn is(&self, submission: &Submission) -> bool {
        self.answers == submission.answers
            && self.consents == submission.consents
            && self.sessions.iter().map(|one| &one.id).eq(&submission.sessions)
    }

    pub(super) fn receipt(&self) -> Receipt {
        Receipt {
            submission: self.submission.clone(),
            status: self.status,
            sessions: self.sessions.clone(),
            token: None,
        }
    }
}

/// RFC 3339, UTC, to the millisecond.
pub(super) fn timestamp(instant: Instant) -> String {
    instant.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// Registrations with their sessions, one row a session, or one row if there are none.
macro_rules! registrations_where {
    ($condition:literal) => {
        concat!(
            "SELECT r.*, s.session, s.status AS session_status FROM registrations r
             LEFT JOIN registration_sessions s ON s.registration = r.id
             WHERE ",
            $condition,
            " ORDER BY r.id"
        )
    };
}

/// The registration of a submission.
pub(super) async fn find(
    connection: &mut AnyConnection,
    event: &str,
    submission: &str,
) -> Result<Option<Registration>, StoreError> {
    let query = registrations_where!("r.event = $1 AND r.submission = $2");
    let rows = sqlx::query(query).bind(event).bind(submission).fetch_all(connection).await?;
    Ok(grouped(&rows)?.pop())
}

/// All registrations of an event, or of all events, in the order in which they came.
pub(super) async fn all(
    connection: &mut AnyConnection,
    event: Option<&str>,
) -> Result<Vec<Registration>, StoreError> {
    let query = registrations_where!("CAST($1 AS TEXT) IS NULL OR r.event = $1");
    grouped(&sqlx::query(query).bind(event).fetch_all(connection).await?)
}

/// Those who hold no seat, or not in all of their sessions, and did not cancel, in the order in which
/// they came.
pub(super) async fn waiting(
    connection: &mut AnyConnection,
    event: &str,
) -> Result<Vec<Registration>, StoreError> {
    let query = registrations_where!(
        "r.event = $1 AND r.cancelled_at IS NULL AND (r.status = 'waitlisted' OR EXISTS (
             SELECT 1 FROM registration_sessions w WHERE w.registration = r.id AND w.status = 'waitlisted'))"
    );
    grouped(&sqlx::query(query).bind(event).fetch_all(connection).await?)
}

/// Whether somebody is registered under this address.
pub(super) async fn is_registered(
    connection: &mut AnyConnection,
    event: &str,
    email: &str,
) -> Result<bool, StoreError> {
    let query = "SELECT 1 FROM registrations WHERE event = $1 AND email = $2 AND cancelled_at IS NULL";
    Ok(sqlx::query(query).bind(event).bind(email).fetch_optional(connection).await?.is_some())
}

pub(super) async fn insert(
    connection: &mut AnyConnection,
    registration: &Registration,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "INSERT INTO registrations
             (event, submission, received_at, status, language, timezone, answers, consents, notice, email,
              suspect)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
    )
    .bind(&registration.event)
    .bind(&registration.submission)
    .bind(&registration.received_at)
    .bind(registration.status.word())
    .bind(&registration.language)
    .bind(&registration.timezone)
    .bind(serde_json::to_string(&registration.answers)?)
    .bind(serde_json::to_string(&registration.consents)?)
    .bind(notice(registration)?)
    .bind(&registration.email)
    .bind(&registration.suspect)
    .fetch_one(&mut *connection)
    .await?;
    let id: i64 = row.try_get(0)?;
    for session in &registration.sessions {
        sqlx::query(
            "INSERT INTO registration_sessions (registration, event, session, status)
             VALUES ($1, $2, $3, $4)",
        )
        .bind(id)
        .bind(&registration.event)
        .bind(&session.id)
        .bind(session.status.word())
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

fn notice(registration: &Registration) -> Result<Option<String>, serde_json::Error> {
    registration.notice.as_ref().map(serde_json::to_string).transpose()
}

/// Writes what a registration was allotted since it was read.
pub(super) async fn update_seats(
    connection: &mut AnyConnection,
    registration: &Registration,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE registrations SET status = $1 WHERE id = $2")
        .bind(registration.status.word())
        .bind(registration.id)
        .execute(&mut *connection)
        .await?;
    for session in &registration.sessions {
        sqlx::query("UPDATE registration_sessions SET status = $1 WHERE registration = $2 AND session = $3")
            .bind(session.status.word())
            .bind(registration.id)
            .bind(&session.id)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

pub(super) async fn find_set_aside(
    connection: &mut AnyConnection,
    event: &str,
    submission: &str,
) -> Result<Option<SetAside>, StoreError> {
    let query = "SELECT * FROM set_aside WHERE event = $1 AND submission = $2";
    let row = sqlx::query(query).bind(event).bind(submission).fetch_optional(connection).await?;
    row.as_ref().map(set_aside).transpose()
}

/// What was set aside of an event, or of all events, in the order in which it came.
pub(super) async fn all_set_aside(
    connection: &mut AnyConnection,
    event: Option<&str>,
) -> Result<Vec<SetAside>, StoreError> {
    let query = "SELECT * FROM set_aside WHERE CAST($1 AS TEXT) IS NULL OR event = $1 ORDER BY id";
    sqlx::query(query).bind(event).fetch_all(connection).await?.iter().map(set_aside).collect()
}

pub(super) async fn insert_set_aside(
    connection: &mut AnyConnection,
    SetAside { reason, registration }: &SetAside,
) -> Result<(), StoreError> {
    let Receipt { sessions, .. } = registration.receipt();
    sqlx::query(
        "INSERT INTO set_aside (event, submission, received_at, reason, status, sessions, language, timezone,
             answers, consents, notice, suspect)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(&registration.event)
    .bind(&registration.submission)
    .bind(&registration.received_at)
    .bind(reason.word())
    .bind(registration.status.word())
    .bind(serde_json::to_string(&sessions)?)
    .bind(&registration.language)
    .bind(&registration.timezone)
    .bind(serde_json::to_string(&registration.answers)?)
    .bind(serde_json::to_string(&registration.consents)?)
    .bind(notice(registration)?)
    .bind(&registration.suspect)
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts the rows of [`registrations_where`] together, one registration for each run of one id.
fn grouped(rows: &[AnyRow]) -> Result<Vec<Registration>, StoreError> {
    let mut all: Vec<Registration> = Vec::new();
    for row in rows {
        let id: i64 = row.try_get("id")?;
        if all.last().is_none_or(|last| last.id != id) {
            let one = registration(row, "registrations")?;
            all.push(Registration {
                email: row.try_get("email")?,
                cancelled_at: row.try_get("cancelled_at")?,
                ..one
            });
        }
        let session: Option<String> = row.try_get("session")?;
        if let (Some(id), Some(one)) = (session, all.last_mut()) {
            let status = word(row, "session_status", "registration_sessions")?;
            one.sessions.push(SessionStatus { id, status });
        }
    }
    // Here, since PostgreSQL sorts as its language does.
    all.iter_mut().for_each(|one| one.sessions.sort_by(|one, other| one.id.cmp(&other.id)));
    Ok(all)
}

fn set_aside(row: &AnyRow) -> Result<SetAside, StoreError> {
    let table = "set_aside";
    let mut registration = registration(row, table)?;
    registration.sessions = json(row, "sessions", table)?;
    Ok(SetAside { reason: word(row, "reason", table)?, registration })
}

/// What both tables have.
fn registration(row: &AnyRow, table: &'static str) -> Result<Registration, StoreError> {
    Ok(Registration {
        id: row.try_get("id")?,
        event: row.try_get("event")?,
        submission: row.try_get("submission")?,
        received_at: row.try_get("received_at")?,
        status: word(row, "status", table)?,
        language: row.try_get("language")?,
        timezone: row.try_get("timezone")?,
        answers: json(row, "answers", table)?,
        consents: json(row, "consents", table)?,
        notice: optional_json(row, "notice", table)?,
        sessions: Vec::new(),
        email: None,
        suspect: row.try_get("suspect")?,
        cancelled_at: None,
    })
}

fn word<'a, T: Deserialize<'a>>(row: &'a AnyRow, column: &str, table: &'static str) -> Result<T, StoreError> {
    let word = StrDeserializer::<Error>::new(row.try_get(column)?);
    T::deserialize(word).map_err(|_| damaged(row, table))
}

fn json<T: DeserializeOwned>(row: &AnyRow, column: &str, table: &'static str) -> Result<T, StoreError> {
    optional_json(row, column, table)?.ok_or_else(|| damaged(row, table))
}

fn optional_json<T: DeserializeOwned>(
    row: &AnyRow,
    column: &str,
    table: &'static str,
) -> Result<Option<T>, StoreError> {
    let text: Option<&str> = row.try_get(column)?;
    text.map(serde_json::from_str).transpose().map_err(|_| damaged(row, table))
}

fn damaged(row: &AnyRow, table: &'static str) -> StoreError {
    StoreError::Damaged { table, id: row.try_get::<i64, _>("id").unwrap_or_default().to_string() }
}
