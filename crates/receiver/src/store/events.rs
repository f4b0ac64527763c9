//! Events: what each has to give.

use super::error::StoreError;
use super::handle::Store;
use super::lock::capacities;
use super::promote::{Promotion, Writing, promote};
use super::rows::timestamp;
use super::seats::{Capacities, Counts, Free, counts};
use huso_agenda::Instant;
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// What a change of the event file means for those who registered before. Nothing of it is done by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// Who would get a seat by `huso promote`.
    pub promotable: Vec<Promotion>,
    /// Sessions that are not in the file any more, or don't take place, and have registrations.
    pub gone: Vec<GoneSession>,
}

/// How one limit is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occupancy {
    /// Seats; `None` without a limit.
    pub capacity: Option<u32>,
    /// Those that are taken.
    pub taken: u32,
    /// People who wait for one.
    pub waiting: u32,
}

/// How the seats of an event are used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventOccupancy {
    /// Those of the event as a whole.
    pub event: Occupancy,
    /// By session id, of every session that takes place.
    pub sessions: BTreeMap<String, Occupancy>,
}

/// A session that is gone, and has registrations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneSession {
    /// Its id.
    pub id: String,
    /// Submissions that hold a seat in it.
    pub holders: Vec<String>,
    /// How many wait for one.
    pub waiting: u32,
}

impl Store {
    /// Notes how many seats an event has, and from when on its personal data is erased. Nobody gets or loses a seat
    /// by that; what it means for them is returned.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn set_event(
        &self,
        event: &str,
        capacities: &Capacities,
        erase_after: Option<Instant>,
        now: Instant,
    ) -> Result<Differences, StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query(
            "INSERT INTO events (id, capacity, session_capacities, erase_after) VALUES ($1, $2, $3, $4)
             ON CONFLICT (id) DO UPDATE
             SET capacity = excluded.capacity, session_capacities = excluded.session_capacities,
                 erase_after = excluded.erase_after",
        )
        .bind(event)
        .bind(capacities.event.map(i64::from))
        .bind(serde_json::to_string(&capacities.sessions)?)
        .bind(erase_after.map(timestamp))
        .execute(&mut *transaction)
        .await?;
        let mut free = Free::all(&mut transaction, event, capacities).await?;
        let promotable = promote(&mut transaction, event, &mut free, Writing::Nothing, now).await?;
        let gone = gone(&mut transaction, event, capacities).await?;
        transaction.commit().await?;
        Ok(Differences { promotable, gone })
    }

    /// How many seats of an event are taken, and how many people wait.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn occupancy(&self, event: &str) -> Result<EventOccupancy, StoreError> {
        let mut connection = self.connection().await?;
        let capacities = capacities(&mut connection, event).await?;
        let counts = counts(&mut connection, event).await?;
        let one = |capacity, id: &str| {
            let Counts { taken, waiting } = counts.get(id).copied().unwrap_or_default();
            Occupancy { capacity, taken, waiting }
        };
        Ok(EventOccupancy {
            event: one(capacities.event, ""),
            sessions: capacities
                .sessions
                .into_iter()
                .map(|(id, capacity)| (id.clone(), one(capacity, &id)))
                .collect(),
        })
    }

    /// Events that `huso serve` was started with.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn events(&self) -> Result<Vec<String>, StoreError> {
        let mut connection = self.connection().await?;
        Ok(sqlx::query_scalar("SELECT id FROM events ORDER BY id").fetch_all(&mut *connection).await?)
    }

    /// Whether anything is known of an event: `huso serve` was started with it, or it has registrations from before that
    /// was noted.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn knows(&self, event: &str) -> Result<bool, StoreError> {
        let query = "SELECT 1 FROM events WHERE id = $1 UNION ALL SELECT 1 FROM registrations WHERE event = $1 LIMIT 1";
        let mut connection = self.connection().await?;
        Ok(sqlx::query(query).bind(event).fetch_optional(&mut *connection).await?.is_some())
    }

    /// How many seats each event has, by its id, as the last `huso serve` had it.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn capacities(&self) -> Result<BTreeMap<String, Capacities>, StoreError> {
        let events = self.events().await?;
        let mut connection = self.connection().await?;
        let mut all = BTreeMap::new();
        for event in events {
            let capacities = capacities(&mut connection, &event).await?;
            all.insert(event, capacities);
        }
        Ok(all)
    }
}

/// Sessions that have registrations, and don't take place.
pub(super) async fn gone(
    connection: &mut AnyConnection,
    event: &str,
    capacities: &Capacities,
) -> Result<Vec<GoneSession>, StoreError> {
    let mut gone = Vec::new();
    for (id, Counts { taken, waiting }) in counts(connection, event).await? {
        if !id.is_empty() && !capacities.sessions.contains_key(&id) && taken + waiting > 0 {
            let holders = holders(connection, event, &id).await?;
            gone.push(GoneSession { id, holders, waiting });
        }
    }
    Ok(gone)
}

async fn holders(
    connection: &mut AnyConnection,
    event: &str,
    session: &str,
) -> Result<Vec<String>, StoreError> {
    let query =
        "SELECT r.submission FROM registration_sessions s JOIN registrations r ON r.id = s.registration
                 WHERE s.event = $1 AND s.session = $2 AND s.status = 'confirmed' AND s.cancelled_at IS NULL
                 ORDER BY r.id";
    Ok(sqlx::query_scalar(query).bind(event).bind(session).fetch_all(connection).await?)
}
