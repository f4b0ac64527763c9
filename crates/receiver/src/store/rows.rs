//! Rows of the database, and what they mean.

use super::error::StoreError;
use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_registration::wire::{Answers, NoticeReceipt, SessionStatus, Status};
use huso_registration::{Receipt, Submission};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error, StrDeserializer};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

/// How long it is known from which network a registration came.
pub(super) const ORIGIN_KNOWN: TimeDelta = TimeDelta::hours(24);

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
    /// The name by which people of one address are told apart, normalized; empty where the form asks for none.
    pub person: String,
    /// Whether it waits because the event as a whole had no seat, not only its sessions.
    pub(crate) waits_for_event: bool,
    /// SHA-256 of what was sent; unknown of older rows.
    pub(crate) fingerprint: Option<String>,
    /// SHA-256 of each token with which sessions can be added, parted by blanks.
    pub(crate) tokens: String,
    /// Keyed hash of the network that it came from; forgotten after a day.
    pub(crate) origin: Option<String>,
    /// The row of the invitation that it used.
    pub(crate) invitation: Option<i64>,
    /// Why it may come from a machine: a word.
    pub suspect: Option<String>,
    /// When it was cancelled: RFC 3339, UTC.
    pub cancelled_at: Option<String>,
    /// When what is personal in it was erased: RFC 3339, UTC.
    pub erased_at: Option<String>,
}

/// A submission that got no seat, though it was answered as if it had: until this version, duplicates and spam were.
/// None comes to them any more; who sends one again is told the truth.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    /// Why not.
    pub reason: Reason,
    /// The submission, with what it was told: `status` and that of each session.
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
    /// Whether a submission of the same id is the same form: the same was sent, or the same is made of it now. Of
    /// one that was erased nobody knows.
    pub(super) fn is(&self, submission: &Submission, fingerprint: &str) -> bool {
        self.erased_at.is_some()
            || self.fingerprint.as_deref() == Some(fingerprint)
            || self.answers == submission.answers
                && self.consents == submission.consents
                && self.sessions.iter().map(|one| &one.id).eq(&submission.sessions)
    }

    /// How it stands now.
    pub(super) fn receipt(&self, token: Option<String>) -> Receipt {
        let mut sessions = self.sessions.clone();
        if self.cancelled_at.is_some() {
            sessions.iter_mut().for_each(|session| session.status = Status::Cancelled);
        }
        let status = if self.cancelled_at.is_some() { Status::Cancelled } else { self.status };
        Receipt { submission: self.submission.clone(), status, sessions, token }
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

/// Some registrations of an event that were not erased, behind the row `after`.
pub(super) async fn page(
    connection: &mut AnyConnection,
    event: &str,
    after: i64,
) -> Result<Vec<Registration>, StoreError> {
    let query = registrations_where!(
        "r.id IN (SELECT id FROM registrations WHERE event = $1 AND id > $2 AND erased_at IS NULL
                  ORDER BY id LIMIT $3)"
    );
    grouped(&sqlx::query(query).bind(event).bind(after).bind(PAGE).fetch_all(connection).await?)
}

/// Most that are read at once.
const PAGE: i64 = 200;

/// Those who hold no seat, or not in all of their sessions, and did not cancel, in the order in which they came; some
/// of those behind the row `after`.
pub(super) async fn waiting(
    connection: &mut AnyConnection,
    event: &str,
    after: i64,
) -> Result<Vec<Registration>, StoreError> {
    let query = registrations_where!(
        "r.id IN (
             SELECT id FROM (SELECT id FROM registrations
                  WHERE event = $1 AND id > $2 AND status = 'waitlisted' AND cancelled_at IS NULL
                  ORDER BY id LIMIT $3) AS whole
             UNION SELECT id FROM (SELECT DISTINCT registration AS id FROM registration_sessions
                  WHERE event = $1 AND registration > $2 AND status = 'waitlisted' AND cancelled_at IS NULL
                  ORDER BY registration LIMIT $3) AS parts
             ORDER BY id LIMIT $3)"
    );
    let query = sqlx::query(query).bind(event).bind(after).bind(PAGE);
    grouped(&query.fetch_all(connection).await?)
}

/// Those that came from one network since then, and are not cancelled.
pub(super) async fn of_origin(
    connection: &mut AnyConnection,
    event: &str,
    origin: &str,
    since: Instant,
) -> Result<Vec<Registration>, StoreError> {
    let query = registrations_where!(
        "r.event = $1 AND r.origin = $2 AND r.received_at >= $3 AND r.cancelled_at IS NULL"
    );
    let query = sqlx::query(query).bind(event).bind(origin).bind(timestamp(since));
    grouped(&query.fetch_all(connection).await?)
}

/// Rows of a query whose `{}` is a list of these values. Few lengths of lists occur, filled up with empty texts: each is
/// prepared once.
pub(super) async fn listed(
    connection: &mut AnyConnection,
    query: &str,
    event: &str,
    mut values: impl Iterator<Item = &str> + Clone,
) -> Result<Vec<AnyRow>, StoreError> {
    let length = values.clone().count().next_power_of_two();
    let places: Vec<String> = (2..length + 2).map(|place| format!("${place}")).collect();
    let mut query = sqlx::query(AssertSqlSafe(query.replace("{}", &places.join(", ")))).bind(event);
    for _ in 0..length {
        query = query.bind(values.next().unwrap_or_default());
    }
    Ok(query.fetch_all(connection).await?)
}

/// Most rows that one statement writes.
const ROWS: usize = 64;

/// Parts of a list, of which there are few lengths: 64, 32, 16 … Each length is a statement, prepared once.
fn parts<T>(mut all: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = 1 << all.len().min(ROWS).checked_ilog2()?;
        let (part, rest) = all.split_at_checked(length)?;
        all = rest;
        Some(part)
    })
}

/// `($1, $2), ($3, $4)`
fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let places = (1..=columns).map(|column| format!("${}", row * columns + column));
        format!("({})", places.collect::<Vec<_>>().join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// Stores new registrations.
pub(super) async fn insert(
    connection: &mut AnyConnection,
    registrations: &[Registration],
) -> Result<(), StoreError> {
    for part in parts(registrations) {
        let statement = format!(
            "INSERT INTO registrations
                 (event, submission, received_at, status, waits_for_event, language, timezone, answers, consents,
                  notice, email, person, suspect, fingerprint, tokens, origin, invitation)
             VALUES {} RETURNING id, submission",
            places(part.len(), 17)
        );
        let mut query = sqlx::query(AssertSqlSafe(statement));
        for one in part {
            query = query
                .bind(&one.event)
                .bind(&one.submission)
                .bind(&one.received_at)
                .bind(one.status.word())
                .bind(i64::from(one.waits_for_event))
                .bind(&one.language)
                .bind(&one.timezone)
                .bind(serde_json::to_string(&one.answers)?)
                .bind(serde_json::to_string(&one.consents)?)
                .bind(one.notice.as_ref().map(serde_json::to_string).transpose()?)
                .bind(&one.email)
                .bind(&one.person)
                .bind(&one.suspect)
                .bind(&one.fingerprint)
                .bind(&one.tokens)
                .bind(&one.origin)
                .bind(one.invitation);
        }
        let mut sessions = Vec::new();
        for row in query.fetch_all(&mut *connection).await? {
            let (id, submission): (i64, &str) = (row.try_get("id")?, row.try_get("submission")?);
            let of_row = part.iter().filter(|one| one.submission == submission).flat_map(|one| &one.sessions);
            sessions.extend(of_row.map(|session| (id, session)));
        }
        let event = part.first().map(|one| one.event.as_str()).unwrap_or_default();
        insert_sessions(connection, event, &sessions).await?;
    }
    Ok(())
}

/// Adds sessions to registrations of an event, each named by its row.
pub(super) async fn insert_sessions(
    connection: &mut AnyConnection,
    event: &str,
    sessions: &[(i64, &SessionStatus)],
) -> Result<(), StoreError> {
    for part in parts(sessions) {
        let statement = format!(
            "INSERT INTO registration_sessions (registration, event, session, status) VALUES {}",
            places(part.len(), 4)
        );
        let mut query = sqlx::query(AssertSqlSafe(statement));
        for (registration, session) in part {
            query = query.bind(registration).bind(event).bind(&session.id).bind(session.status.word());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Writes the hashes of a registration's tokens.
pub(super) async fn update_tokens(
    connection: &mut AnyConnection,
    id: i64,
    tokens: &str,
) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE registrations SET tokens = $1 WHERE id = $2").bind(tokens).bind(id);
    query.execute(connection).await?;
    Ok(())
}

/// Writes what became of a registration as a whole since it was read.
pub(super) async fn update_status(
    connection: &mut AnyConnection,
    registration: &Registration,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE registrations SET status = $1, waits_for_event = $2 WHERE id = $3")
        .bind(registration.status.word())
        .bind(i64::from(registration.waits_for_event))
        .bind(registration.id)
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes what a registration was allotted since it was read.
pub(super) async fn update_seats(
    connection: &mut AnyConnection,
    registration: &Registration,
) -> Result<(), StoreError> {
    update_status(connection, registration).await?;
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

/// Puts the rows of [`registrations_where`] together, one registration for each run of one id.
fn grouped(rows: &[AnyRow]) -> Result<Vec<Registration>, StoreError> {
    let mut all: Vec<Registration> = Vec::new();
    for row in rows {
        let id: i64 = row.try_get("id")?;
        if all.last().is_none_or(|last| last.id != id) {
            let one = registration(row, "registrations")?;
            all.push(Registration {
                person: row.try_get("person")?,
                waits_for_event: row.try_get::<i64, _>("waits_for_event")? != 0,
                fingerprint: row.try_get("fingerprint")?,
                tokens: row.try_get("tokens")?,
                origin: row.try_get("origin")?,
                invitation: row.try_get("invitation")?,
                cancelled_at: row.try_get("cancelled_at")?,
                erased_at: row.try_get("erased_at")?,
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
        email: row.try_get("email")?,
        suspect: row.try_get("suspect")?,
        person: String::new(),
        waits_for_event: false,
        fingerprint: None,
        tokens: String::new(),
        origin: None,
        invitation: None,
        cancelled_at: None,
        erased_at: None,
    })
}

fn word<'a, T: Deserialize<'a>>(row: &'a AnyRow, column: &str, table: &'static str) -> Result<T, StoreError> {
    let word = StrDeserializer::<Error>::new(row.try_get(column)?);
    T::deserialize(word).map_err(|_| damaged(row, table))
}

pub(super) fn json<T: DeserializeOwned>(
    row: &AnyRow,
    column: &str,
    table: &'static str,
) -> Result<T, StoreError> {
    optional_json(row, column, table)?.ok_or_else(|| damaged(row, table))
}

pub(super) fn optional_json<T: DeserializeOwned>(
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
