//! Cancelling, which lets others move up.

use super::database::Store;
use super::error::StoreError;
use super::rows::{Registration, timestamp};
use super::seats::promote;
use huso_agenda::Instant;
use sqlx::Row as _;

/// What came of a cancellation.
#[derive(Debug, PartialEq)]
pub enum Cancellation {
    /// It is cancelled now, and these got a seat, or one more.
    Done(Vec<Registration>),
    /// It was cancelled then: RFC 3339, UTC.
    Before(String),
    /// There is no such registration.
    Unknown,
    /// Several events have a registration of this id.
    SeveralEvents(Vec<String>),
}

impl Store {
    /// Cancels a registration by its submission's id, and in the same transaction gives its seats to
    /// those who have waited longest.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is changed.
    pub async fn cancel(
        &self,
        event: Option<&str>,
        submission: &str,
        now: Instant,
    ) -> Result<Cancellation, StoreError> {
        let mut events = self.events_of(submission).await?;
        events.retain(|one| event.is_none_or(|event| event == one));
        let event = match events.as_slice() {
            [] => return Ok(Cancellation::Unknown),
            [one] => one,
            _ => return Ok(Cancellation::SeveralEvents(events)),
        };
        let mut transaction = self.begin().await?;
        let capacities = self.lock(&mut transaction, event).await?;
        let cancelled = sqlx::query(
            "UPDATE registrations SET cancelled_at = $1
             WHERE event = $2 AND submission = $3 AND cancelled_at IS NULL",
        )
        .bind(timestamp(now))
        .bind(event)
        .bind(submission)
        .execute(&mut *transaction)
        .await?;
        if cancelled.rows_affected() == 0 {
            let query = "SELECT cancelled_at FROM registrations WHERE event = $1 AND submission = $2";
            let row = sqlx::query(query).bind(event).bind(submission).fetch_one(&mut *transaction).await?;
            return Ok(Cancellation::Before(row.try_get(0)?));
        }
        sqlx::query(
            "UPDATE registration_sessions SET cancelled_at = $1
             WHERE registration = (SELECT id FROM registrations WHERE event = $2 AND submission = $3)",
        )
        .bind(timestamp(now))
        .bind(event)
        .bind(submission)
        .execute(&mut *transaction)
        .await?;
        let promoted = promote(&mut transaction, event, &capacities).await?;
        transaction.commit().await?;
        Ok(Cancellation::Done(promoted))
    }

    async fn events_of(&self, submission: &str) -> Result<Vec<String>, StoreError> {
        let query = sqlx::query("SELECT event FROM registrations WHERE submission = $1 ORDER BY event");
        let rows = query.bind(submission).fetch_all(&self.pool).await?;
        Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
    }
}
