//! Moving up: seats for those who wait.

use super::error::StoreError;
use super::handle::Store;
use super::rows::{self, Registration, timestamp};
use super::seats::{Free, Place};
use huso_agenda::Instant;
use huso_registration::wire::Status;
use serde::Serialize;
use sqlx::{AnyConnection, Row as _};

/// Somebody who waited and got a seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Promotion {
    /// Who, as it stands now.
    pub registration: Registration,
    /// The sessions in which they got one; none where they waited for the event alone.
    pub sessions: Vec<String>,
}

/// A promotion as it is kept, for whoever tells people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PastPromotion {
    /// When: RFC 3339, UTC.
    pub promoted_at: String,
    /// The event.
    pub event: String,
    /// The filled form.
    pub submission: String,
    /// The address of the person.
    pub email: Option<String>,
    /// The name by which the receiver knows them, normalized; empty where the form asks for none.
    pub name: String,
    /// Language of the visitor.
    pub language: Option<String>,
    /// How the registration stands now: `confirmed`, `waitlisted` or `cancelled`.
    pub status: String,
    /// The sessions in which they got a seat.
    pub sessions: Vec<String>,
}

/// Whether what is found is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// It is only looked at.
    Nothing,
    /// It is.
    Everything,
}

impl Store {
    /// Gives every free seat of an event to those who wait, in the order in which they came; with `is_trial` says
    /// who would get one.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is changed.
    pub async fn promote(
        &self,
        event: &str,
        is_trial: bool,
        now: Instant,
    ) -> Result<Vec<Promotion>, StoreError> {
        let writing = if is_trial { Writing::Nothing } else { Writing::Everything };
        let mut transaction = self.begin().await?;
        let capacities = self.lock(&mut transaction, event).await?;
        let mut free = Free::all(&mut transaction, event, &capacities).await?;
        let promoted = promote(&mut transaction, event, &mut free, writing, now).await?;
        transaction.commit().await?;
        Ok(promoted)
    }

    /// Who moved up, of an event or of all, in the order in which they did.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn promotions(&self, event: Option<&str>) -> Result<Vec<PastPromotion>, StoreError> {
        let query =
            "SELECT p.id, p.promoted_at, p.event, p.sessions, r.submission, r.email, r.person, r.language,
                            CASE WHEN r.cancelled_at IS NULL THEN r.status ELSE 'cancelled' END AS status
                     FROM promotions p JOIN registrations r ON r.id = p.registration
                     WHERE CAST($1 AS TEXT) IS NULL OR p.event = $1 ORDER BY p.id";
        let mut connection = self.connection().await?;
        let rows = sqlx::query(query).bind(event).fetch_all(&mut *connection).await?;
        let promotion = |row: &sqlx::any::AnyRow| {
            Ok(PastPromotion {
                promoted_at: row.try_get("promoted_at")?,
                event: row.try_get("event")?,
                submission: row.try_get("submission")?,
                email: row.try_get("email")?,
                name: row.try_get("person")?,
                language: row.try_get("language")?,
                status: row.try_get("status")?,
                sessions: rows::json(row, "sessions", "promotions")?,
            })
        };
        rows.iter().map(promotion).collect()
    }
}

/// Gives free seats to those who wait, in the order in which they came. Returns who got one.
pub(super) async fn promote(
    connection: &mut AnyConnection,
    event: &str,
    free: &mut Free,
    writing: Writing,
    now: Instant,
) -> Result<Vec<Promotion>, StoreError> {
    let mut promoted = Vec::new();
    let mut last = 0;
    while !free.is_used_up() {
        let waiting = rows::waiting(connection, event, last).await?;
        let Some(end) = waiting.last() else { break };
        last = end.id;
        for mut registration in waiting {
            let before = (registration.status, registration.waits_for_event);
            let sessions = free.allot(&mut registration, Place::Front, |_| true);
            let is_changed =
                !sessions.is_empty() || before != (registration.status, registration.waits_for_event);
            if is_changed && writing == Writing::Everything {
                rows::update_seats(connection, &registration).await?;
            }
            let is_promoted = !sessions.is_empty()
                || (before.0 == Status::Waitlisted && registration.status == Status::Confirmed);
            if is_promoted {
                if writing == Writing::Everything {
                    keep(connection, &registration, &sessions, now).await?;
                }
                promoted.push(Promotion { registration, sessions });
            }
        }
    }
    Ok(promoted)
}

async fn keep(
    connection: &mut AnyConnection,
    registration: &Registration,
    sessions: &[String],
    now: Instant,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO promotions (registration, event, sessions, promoted_at) VALUES ($1, $2, $3, $4)",
    )
    .bind(registration.id)
    .bind(&registration.event)
    .bind(serde_json::to_string(sessions)?)
    .bind(timestamp(now))
    .execute(connection)
    .await?;
    Ok(())
}
