//! Who sits where, counted from the registrations.

use crate::store::{Capacities, Registration};
use huso_registration::wire::Status;
use std::collections::BTreeMap;

/// Seats of a session, or of a whole event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSeats {
    /// The event's id.
    pub event: String,
    /// The session's id; `None`: the whole event.
    pub session: Option<String>,
    /// How many there are; `None` without a limit.
    pub capacity: Option<u32>,
    /// How many have one.
    pub taken: u32,
    /// How many wait for one.
    pub waiting: u32,
}

impl SessionSeats {
    /// How many seats are free; `None` without a limit.
    pub fn left(&self) -> Option<u32> {
        self.capacity.map(|capacity| capacity.saturating_sub(self.taken))
    }
}

/// Of each event that is known or has registrations its seats, then those of its sessions.
pub fn seats(all: &[Registration], capacities: &BTreeMap<String, Capacities>) -> Vec<SessionSeats> {
    let mut seats = BTreeMap::new();
    for (event, capacities) in capacities {
        let limited = capacities.sessions.iter().map(|(id, capacity)| (Some(id.as_str()), *capacity));
        for (session, capacity) in std::iter::once((None, capacities.event)).chain(limited) {
            place(&mut seats, event, session).capacity = capacity;
        }
    }
    for one in all.iter().filter(|one| one.cancelled_at.is_none()) {
        place(&mut seats, &one.event, None).count(one.status);
        for session in &one.sessions {
            place(&mut seats, &one.event, Some(&session.id)).count(session.status);
        }
    }
    seats.into_values().collect()
}

type Seats<'a> = BTreeMap<(&'a str, Option<&'a str>), SessionSeats>;

fn place<'a, 'm>(seats: &'m mut Seats<'a>, event: &'a str, session: Option<&'a str>) -> &'m mut SessionSeats {
    seats.entry((event, session)).or_insert_with(|| SessionSeats {
        event: event.to_owned(),
        session: session.map(str::to_owned),
        capacity: None,
        taken: 0,
        waiting: 0,
    })
}

impl SessionSeats {
    fn count(&mut self, status: Status) {
        match status {
            Status::Confirmed => self.taken += 1,
            Status::Waitlisted => self.waiting += 1,
            Status::Cancelled => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example::registration;

    #[test]
    fn seats_are_counted_of_whoever_has_not_cancelled() {
        let capacities = Capacities {
            event: Some(10),
            sessions: [("a", Some(1)), ("y", None), ("z", Some(5))].map(limit).into(),
        };
        let off = Registration { cancelled_at: Some("2027".into()), ..registration(&[]) };
        let found = seats(&[registration(&[]), off], &[("e".to_owned(), capacities)].into());
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.session.as_deref(), one.capacity, one.taken, one.waiting, one.left()))
            .collect();
        assert_eq!(
            found,
            [
                (None, Some(10), 1, 0, Some(9)),
                (Some("a"), Some(1), 1, 0, Some(0)),
                (Some("b"), None, 0, 1, None),
                (Some("y"), None, 0, 0, None),
                (Some("z"), Some(5), 0, 0, Some(5)),
            ]
        );
    }

    fn limit((id, capacity): (&str, Option<u32>)) -> (String, Option<u32>) {
        (id.to_owned(), capacity)
    }
}
