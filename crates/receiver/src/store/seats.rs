//! Seats: how many there are, how many are left, and who gets one.

use super::error::StoreError;
use super::rows::{Registration, listed};
use huso_agenda::event_file::SessionMode;
use huso_registration::Event;
use huso_registration::wire::Status;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};
use std::collections::{BTreeMap, BTreeSet};

/// How many seats an event has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacities {
    /// Of the whole event; `None` without a limit.
    pub event: Option<u32>,
    /// By session id, of every session that takes place; `None` without a limit. One that is missing has gone.
    pub sessions: BTreeMap<String, Option<u32>>,
}

impl Capacities {
    /// What an event file says. A session that keeps a list has no seats to give while it does.
    pub fn of(event: &Event) -> Self {
        let capacity = |session: &huso_agenda::Session| match session.registration.mode {
            Some(SessionMode::Waitlist) => Some(0),
            Some(SessionMode::Full) => Some(session.registration.capacity.unwrap_or(0)),
            _ => session.registration.capacity,
        };
        let taking_place = event.agenda.sessions.iter().filter(|session| !session.is_off());
        Self {
            event: event.form.as_ref().and_then(|form| form.capacity),
            sessions: taking_place.map(|session| (session.id.clone(), capacity(session))).collect(),
        }
    }
}

/// One limit: of the event, or of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Limit {
    /// Seats that nobody has; `None` without a limit.
    pub(super) left: Option<u32>,
    /// People who wait for one.
    pub(super) waiting: u32,
}

/// Where in the line somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// They waited longest.
    Front,
    /// They came just now: behind all who wait.
    End,
}

impl Limit {
    fn new(capacity: Option<u32>, counts: Counts) -> Self {
        let left = capacity.map(|capacity| capacity.saturating_sub(counts.taken));
        Self { left, waiting: counts.waiting }
    }

    /// Whether there is a seat for somebody who stands there.
    fn has_seat(self, place: Place) -> bool {
        self.left != Some(0) && (place == Place::Front || self.waiting == 0)
    }

    fn take(&mut self, place: Place) -> bool {
        let has_seat = self.has_seat(place);
        if has_seat {
            self.left = self.left.map(|left| left.saturating_sub(1));
        }
        has_seat
    }

    /// No more than these, whatever is left.
    fn at_most(&mut self, most: u32) {
        self.left = Some(self.left.map_or(most, |left| left.min(most)));
    }
}

/// Seats that are left.
#[derive(Clone, Debug)]
pub(super) struct Free {
    pub(super) event: Limit,
    /// By session id, of those that were asked for and take place.
    pub(super) sessions: BTreeMap<String, Limit>,
}

/// Seats that were given back.
#[derive(Clone, Debug, Default)]
pub(super) struct Freed {
    event: u32,
    sessions: BTreeMap<String, u32>,
}

impl Freed {
    /// Adds the seats that a registration holds.
    pub(super) fn add(&mut self, registration: &Registration) {
        self.event += u32::from(registration.status == Status::Confirmed);
        let held = registration.sessions.iter().filter(|session| session.status == Status::Confirmed);
        held.for_each(|session| *self.sessions.entry(session.id.clone()).or_default() += 1);
    }
}

impl Free {
    /// What the counters say, of the event and of these sessions.
    pub(super) async fn of(
        connection: &mut AnyConnection,
        event: &str,
        capacities: &Capacities,
        sessions: &BTreeSet<&str>,
    ) -> Result<Self, StoreError> {
        let query = "SELECT session, taken, waiting FROM seats WHERE event = $1 AND session IN ('', {})";
        let rows = listed(connection, query, event, sessions.iter().copied()).await?;
        let counts = rows.iter().map(row).collect::<Result<_, _>>()?;
        Ok(Self::new(capacities, &counts, sessions.iter().copied()))
    }

    /// The same, of every session that takes place.
    pub(super) async fn all(
        connection: &mut AnyConnection,
        event: &str,
        capacities: &Capacities,
    ) -> Result<Self, StoreError> {
        let counts = counts(connection, event).await?;
        Ok(Self::new(capacities, &counts, capacities.sessions.keys().map(String::as_str)))
    }

    fn new<'a>(
        capacities: &Capacities,
        counts: &BTreeMap<String, Counts>,
        sessions: impl Iterator<Item = &'a str>,
    ) -> Self {
        let count = |session: &str| counts.get(session).copied().unwrap_or_default();
        let limit = |session: &str| {
            let capacity = *capacities.sessions.get(session)?;
            Some((session.to_owned(), Limit::new(capacity, count(session))))
        };
        Self {
            event: Limit::new(capacities.event, count("")),
            sessions: sessions.filter_map(limit).collect(),
        }
    }

    /// What those who wait can have of the seats that were just given back: no seats that were left over before,
    /// such as those of a capacity that was raised. Who gets these, `huso promote` decides.
    pub(super) async fn given_back(
        connection: &mut AnyConnection,
        event: &str,
        capacities: &Capacities,
        freed: &Freed,
    ) -> Result<Self, StoreError> {
        let mut free = Self::all(connection, event, capacities).await?;
        if free.event.waiting > 0 {
            free.event.at_most(freed.event);
        }
        for session in waited_for(connection, event).await? {
            if let Some(limit) = free.sessions.get_mut(&session) {
                limit.at_most(freed.sessions.get(&session).copied().unwrap_or(0));
            }
        }
        Ok(free)
    }

    /// Whether nobody who waits can get anything.
    pub(super) fn is_used_up(&self) -> bool {
        (self.event.left == Some(0) || self.event.waiting == 0)
            && self.sessions.values().all(|limit| limit.left == Some(0) || limit.waiting == 0)
    }

    /// Gives a registration the seats that it waits for, as far as there are: in the event, then in each of its
    /// sessions that is `considered`. Whoever has none in the event waits for all of its sessions; whoever has one
    /// in no session takes none in the event. Returns the sessions in which it got a seat.
    pub(super) fn allot(
        &mut self,
        registration: &mut Registration,
        place: Place,
        considered: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let mut gained = Vec::new();
        let needs_event = registration.status == Status::Waitlisted;
        registration.waits_for_event = needs_event && !self.event.has_seat(place);
        if !registration.waits_for_event {
            for session in &mut registration.sessions {
                let is_waiting = session.status == Status::Waitlisted && considered(&session.id);
                if is_waiting && self.sessions.get_mut(&session.id).is_some_and(|limit| limit.take(place)) {
                    session.status = Status::Confirmed;
                    gained.push(session.id.clone());
                }
            }
            let has_one = registration.sessions.iter().any(|session| session.status == Status::Confirmed);
            if needs_event && (has_one || registration.sessions.is_empty()) && self.event.take(place) {
                registration.status = Status::Confirmed;
            }
        }
        if place == Place::End {
            self.stand_in_line(registration, considered);
        }
        gained
    }

    /// Those who come next see that somebody waits.
    fn stand_in_line(&mut self, registration: &Registration, considered: impl Fn(&str) -> bool) {
        self.event.waiting += u32::from(registration.waits_for_event);
        for session in &registration.sessions {
            if session.status == Status::Waitlisted
                && considered(&session.id)
                && let Some(limit) = self.sessions.get_mut(&session.id)
            {
                limit.waiting += 1;
            }
        }
    }
}

/// What the counters of one limit say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) taken: u32,
    pub(super) waiting: u32,
}

/// The counters of an event, by session; the event's own under an empty id.
pub(super) async fn counts(
    connection: &mut AnyConnection,
    event: &str,
) -> Result<BTreeMap<String, Counts>, StoreError> {
    let query = "SELECT session, taken, waiting FROM seats WHERE event = $1";
    sqlx::query(query).bind(event).fetch_all(connection).await?.iter().map(row).collect()
}

fn row(row: &AnyRow) -> Result<(String, Counts), StoreError> {
    let session: String = row.try_get("session")?;
    let count = |column| {
        let count: i64 = row.try_get(column)?;
        u32::try_from(count).map_err(|_| StoreError::Damaged { table: "seats", id: session.clone() })
    };
    let counts = Counts { taken: count("taken")?, waiting: count("waiting")? };
    Ok((session, counts))
}

/// Sessions that somebody waits for who waits for nothing else.
pub(super) async fn waited_for(
    connection: &mut AnyConnection,
    event: &str,
) -> Result<Vec<String>, StoreError> {
    let query = "SELECT DISTINCT s.session FROM registration_sessions s JOIN registrations r ON r.id = s.registration
                 WHERE s.event = $1 AND s.status = 'waitlisted' AND s.cancelled_at IS NULL AND r.waits_for_event = 0";
    Ok(sqlx::query_scalar(query).bind(event).fetch_all(connection).await?)
}
