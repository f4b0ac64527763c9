//! Registrations in SQLite.

use huso_agenda::decode::{Decode, Decoder, Value};
use huso_agenda::{Agenda, Instant};
use huso_registration::form_file::Choose;
use huso_registration::wire::{Answers, SessionStatus, Status};
use huso_registration::{Form, Receipt, Submission};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Row as _, Sqlite, Transaction};
use std::path::Path;
use std::time::Duration;

/// The database of registrations.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
}

/// Why the database could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite failed.
    #[error("the database failed: {0}")]
    Sqlite(#[from] sqlx::Error),
    /// The database is of a newer or a damaged version.
    #[error("the database could not be brought to this version: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row holds what this program never writes.
    #[error("registration {0} in the database can't be read")]
    Damaged(i64),
}

/// What became of a submission.
#[derive(Debug, PartialEq)]
pub enum Stored {
    /// It is stored now.
    New(Receipt),
    /// It was stored before: the receipt it got then.
    Before(Receipt),
    /// Its id was stored before, with other answers.
    Reused,
}

/// A stored registration.
#[derive(Clone, Debug, PartialEq)]
pub struct Registration {
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
    /// The chosen sessions and what became of each.
    pub sessions: Vec<SessionStatus>,
}

impl Store {
    /// Opens a database, creating it and bringing it to this version where need be.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn open(file: &Path) -> Result<Self, StoreError> {
        Self::connect(file, true).await
    }

    /// Opens a database that is there.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn open_existing(file: &Path) -> Result<Self, StoreError> {
        Self::connect(file, false).await
    }

    async fn connect(file: &Path, create: bool) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            // A receipt promises that the registration survives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10))
            .foreign_keys(true);
        // SQLite has one writer at a time: with one connection they queue in the order they came.
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        sqlx::migrate!("./migrations").run(&pool).await?;
        Ok(Self { pool })
    }

    /// Stores a valid submission once, and says whether there was a seat.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is stored.
    pub async fn register(
        &self,
        agenda: &Agenda,
        form: &Form,
        submission: &Submission,
        now: Instant,
    ) -> Result<Stored, StoreError> {
        // Immediate: seats are counted under the lock under which they are taken.
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        if let Some(before) = find(&mut transaction, submission).await? {
            return Ok(before.compare(submission));
        }
        let registration = seat(&mut transaction, agenda, form, submission, now).await?;
        insert(&mut transaction, &registration).await?;
        transaction.commit().await?;
        Ok(Stored::New(registration.receipt()))
    }

    /// What became of a submission if it was stored before: a repetition gets its receipt even when
    /// registration has closed meanwhile.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn before(&self, submission: &Submission) -> Result<Option<Stored>, StoreError> {
        let mut transaction = self.pool.begin().await?;
        Ok(find(&mut transaction, submission).await?.map(|before| before.compare(submission)))
    }

    /// All registrations of an event, or of all events, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn registrations(&self, event: Option<&str>) -> Result<Vec<Registration>, StoreError> {
        let mut transaction = self.pool.begin().await?;
        let rows = sqlx::query("SELECT * FROM registrations WHERE ?1 IS NULL OR event = ?1 ORDER BY id")
            .bind(event)
            .fetch_all(&mut *transaction)
            .await?;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            all.push(read(&mut transaction, &row).await?);
        }
        Ok(all)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Finishes what is under way and closes.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

impl Registration {
    /// Whether a submission of the same id is the same form.
    fn compare(&self, submission: &Submission) -> Stored {
        let same = self.answers == submission.answers
            && self.consents == submission.consents
            && self.sessions.iter().map(|one| &one.id).eq(&submission.sessions);
        if same { Stored::Before(self.receipt()) } else { Stored::Reused }
    }

    fn receipt(&self) -> Receipt {
        Receipt { submission: self.submission.clone(), status: self.status, sessions: self.sessions.clone() }
    }
}

/// Finds seats: in the event, then in each chosen session. Whoever has none in the event waits for all
/// of its sessions; whoever has one in no session has none in the event.
async fn seat(
    transaction: &mut Transaction<'_, Sqlite>,
    agenda: &Agenda,
    form: &Form,
    submission: &Submission,
    now: Instant,
) -> Result<Registration, StoreError> {
    let taken = sqlx::query("SELECT count(*) FROM registrations WHERE event = ? AND status = 'confirmed'")
        .bind(&agenda.id)
        .fetch_one(&mut **transaction)
        .await?;
    let event = status(taken.try_get(0)?, form.capacity);
    let mut sessions = Vec::new();
    for id in &submission.sessions {
        let capacity = agenda.session(id).and_then(|session| session.registration.capacity);
        let taken = sqlx::query(
            "SELECT count(*) FROM registration_sessions WHERE event = ? AND session = ? AND status = 'confirmed'",
        )
        .bind(&agenda.id)
        .bind(id)
        .fetch_one(&mut **transaction)
        .await?;
        let status = if event == Status::Waitlisted { event } else { status(taken.try_get(0)?, capacity) };
        sessions.push(SessionStatus { id: id.clone(), status });
    }
    let none_has_a_seat = form.choose == Choose::Sessions
        && !sessions.is_empty()
        && sessions.iter().all(|session| session.status == Status::Waitlisted);
    Ok(Registration {
        event: agenda.id.clone(),
        submission: submission.submission.clone(),
        received_at: now.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        status: if none_has_a_seat { Status::Waitlisted } else { event },
        language: submission.language.clone(),
        timezone: submission.timezone.clone(),
        answers: submission.answers.clone(),
        consents: submission.consents.clone(),
        sessions,
    })
}

fn status(taken: i64, capacity: Option<u32>) -> Status {
    match capacity {
        Some(capacity) if taken >= i64::from(capacity) => Status::Waitlisted,
        _ => Status::Confirmed,
    }
}

async fn insert(
    transaction: &mut Transaction<'_, Sqlite>,
    registration: &Registration,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "INSERT INTO registrations (event, submission, received_at, status, language, timezone, answers, consents)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(&registration.event)
    .bind(&registration.submission)
    .bind(&registration.received_at)
    .bind(registration.status.word())
    .bind(&registration.language)
    .bind(&registration.timezone)
    .bind(registration.answers.to_json().to_string())
    .bind(Value::from(registration.consents.as_slice()).to_string())
    .fetch_one(&mut **transaction)
    .await?;
    let id: i64 = row.try_get(0)?;
    for session in &registration.sessions {
        sqlx::query(
            "INSERT INTO registration_sessions (registration, event, session, status) VALUES (?, ?, ?, ?)",
        )
        .bind(id)
        .bind(&registration.event)
        .bind(&session.id)
        .bind(session.status.word())
        .execute(&mut **transaction)
        .await?;
    }
    Ok(())
}

async fn find(
    transaction: &mut Transaction<'_, Sqlite>,
    submission: &Submission,
) -> Result<Option<Registration>, StoreError> {
    let row = sqlx::query("SELECT * FROM registrations WHERE event = ? AND submission = ?")
        .bind(&submission.event)
        .bind(&submission.submission)
        .fetch_optional(&mut **transaction)
        .await?;
    match row {
        Some(row) => read(transaction, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn read(
    transaction: &mut Transaction<'_, Sqlite>,
    row: &sqlx::sqlite::SqliteRow,
) -> Result<Registration, StoreError> {
    let id: i64 = row.try_get("id")?;
    let damaged = || StoreError::Damaged(id);
    let sessions = sqlx::query(
        "SELECT session, status FROM registration_sessions WHERE registration = ? ORDER BY session",
    )
    .bind(id)
    .fetch_all(&mut **transaction)
    .await?
    .iter()
    .map(|row| {
        let status: String = row.try_get("status")?;
        let status = decoded::<Status>(status.as_str().into()).ok_or_else(damaged)?;
        Ok(SessionStatus { id: row.try_get("session")?, status })
    })
    .collect::<Result<Vec<_>, StoreError>>()?;
    let text = |column: &str| row.try_get::<String, _>(column);
    let json =
        |column: &str| -> Result<Value, StoreError> { Value::parse(&text(column)?).map_err(|_| damaged()) };
    Ok(Registration {
        event: text("event")?,
        submission: text("submission")?,
        received_at: text("received_at")?,
        status: decoded(text("status")?.as_str().into()).ok_or_else(damaged)?,
        language: row.try_get("language")?,
        timezone: row.try_get("timezone")?,
        answers: decoded(json("answers")?).ok_or_else(damaged)?,
        consents: decoded(json("consents")?).ok_or_else(damaged)?,
        sessions,
    })
}

fn decoded<T: Decode>(value: Value) -> Option<T> {
    T::decode(&value, &mut Decoder::default())
}
