//! Seats: how many there are, how many are left, and who gets one.

use super::database::Store;
use super::error::StoreError;
use super::rows::{self, Registration, waiting};
use huso_agenda::event_file::SessionMode;
use huso_registration::Event;
use huso_registration::wire::{SessionStatus, Status};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};
use std::collections::BTreeMap;

/// How many seats an event has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacities {
    /// Of the whole event; `None` without a limit.
    pub event: Option<u32>,
    /// By session id, of those that have a limit.
    pub sessions: BTreeMap<String, u32>,
}

impl Capacities {
    /// What an event file says. A session that keeps a list has no seats to give while it does.
    pub fn of(event: &Event) -> Self {
        let limited = |session: &huso_agenda::Session| {
            let keeps_list = session.registration.mode == Some(SessionMode::Waitlist);
            let capacity = if keeps_list { Some(0) } else { session.registration.capacity };
            capacity.map(|capacity| (session.id.clone(), capacity))
        };
        Self {
            event: event.form.as_ref().and_then(|form| form.capacity),
            sessions: event.agenda.sessions.iter().filter_map(limited).collect(),
        }
    }

    /// What a row of `events` says.
    pub(super) fn read(row: &AnyRow) -> Result<Self, StoreError> {
        let damaged = || StoreError::Damaged {
            table: "events",
            id: row.try_get::<String, _>("id").unwrap_or_default(),
        };
        let capacity = row.try_get::<Option<i64>, _>("capacity")?;
        Ok(Self {
            event: capacity.map(u32::try_from).transpose().map_err(|_| damaged())?,
            sessions: serde_json::from_str(row.try_get("session_capacities")?).map_err(|_| damaged())?,
        })
    }
}

impl Store {
    /// Notes how many seats an event has. Where there are more than before, those who waited longest
    /// move up. Returns how many did.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn set_capacities(&self, event: &str, capacities: &Capacities) -> Result<usize, StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query(
            "INSERT INTO events (id, capacity, session_capacities) VALUES ($1, $2, $3)
             ON CONFLICT (id) DO UPDATE
             SET capacity = excluded.capacity, session_capacities = excluded.session_capacities",
        )
        .bind(event)
        .bind(capacities.event.map(i64::from))
        .bind(serde_json::to_string(&capacities.sessions)?)
        .execute(&mut *transaction)
        .await?;
        let moved = promote(&mut transaction, event, capacities).await?;
        transaction.commit().await?;
        Ok(moved.len())
    }

    /// Locks an event until the transaction ends, and says how many seats it has.
    pub(super) async fn lock(
        &self,
        connection: &mut AnyConnection,
        event: &str,
    ) -> Result<Capacities, StoreError> {
        let row = sqlx::query(self.locking_query()).bind(event).fetch_optional(connection).await?;
        let row = row.ok_or_else(|| StoreError::UnknownEvent(event.to_owned()))?;
        Capacities::read(&row)
    }
}

/// Seats that are left, of what has a limit.
#[derive(Debug)]
pub(super) struct Free {
    event: Option<u32>,
    sessions: BTreeMap<String, u32>,
}

impl Free {
    /// Counts them, for the whole event and those sessions.
    pub(super) async fn count(
        connection: &mut AnyConnection,
        event: &str,
        capacities: &Capacities,
        sessions: impl Iterator<Item = &String>,
    ) -> Result<Self, StoreError> {
        let mut free = Self { event: capacities.event, sessions: BTreeMap::new() };
        if let Some(left) = &mut free.event {
            let taken = sqlx::query(
                "SELECT count(*) FROM registrations
                 WHERE event = $1 AND status = 'confirmed' AND cancelled_at IS NULL",
            )
            .bind(event)
            .fetch_one(&mut *connection)
            .await?;
            *left = less(*left, taken.try_get(0)?);
        }
        for id in sessions {
            let Some(capacity) = capacities.sessions.get(id) else { continue };
            let taken = sqlx::query(
                "SELECT count(*) FROM registration_sessions
                 WHERE event = $1 AND session = $2 AND status = 'confirmed' AND cancelled_at IS NULL",
            )
            .bind(event)
            .bind(id)
            .fetch_one(&mut *connection)
            .await?;
            free.sessions.insert(id.clone(), less(*capacity, taken.try_get(0)?));
        }
        Ok(free)
    }

    /// Gives a registration the seats that it waits for, as far as there are: in the event, then in each
    /// chosen session. Whoever has none in the event waits for all of its sessions; whoever has one in
    /// no session takes none in the event. Says whether anything changed.
    pub(super) fn allot(&mut self, registration: &mut Registration) -> bool {
        if registration.status == Status::Waitlisted && self.event == Some(0) {
            return false;
        }
        let mut changed = false;
        for session in &mut registration.sessions {
            if session.status == Status::Waitlisted && self.take_session(&session.id) {
                session.status = Status::Confirmed;
                changed = true;
            }
        }
        let seated = |session: &SessionStatus| session.status == Status::Confirmed;
        let has_one = registration.sessions.is_empty() || registration.sessions.iter().any(seated);
        if registration.status == Status::Waitlisted && has_one {
            self.event = self.event.map(|left| left.saturating_sub(1));
            registration.status = Status::Confirmed;
            changed = true;
        }
        changed
    }

    fn take_session(&mut self, id: &str) -> bool {
        match self.sessions.get_mut(id) {
            None => true,
            Some(0) => false,
            Some(left) => {
                *left -= 1;
                true
            }
        }
    }
}

fn less(capacity: u32, taken: i64) -> u32 {
    capacity.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX))
}

/// Gives free seats to those who wait, in the order in which they came. Returns who got one.
pub(super) async fn promote(
    connection: &mut AnyConnection,
    event: &str,
    capacities: &Capacities,
) -> Result<Vec<Registration>, StoreError> {
    let mut free = Free::count(connection, event, capacities, capacities.sessions.keys()).await?;
    let mut promoted = Vec::new();
    for mut one in waiting(connection, event).await? {
        if free.allot(&mut one) {
            rows::update_seats(connection, &one).await?;
            promoted.push(one);
        }
    }
    Ok(promoted)
}
