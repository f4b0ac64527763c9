//! The events of one UID: a series, and what changes some of its times (RFC 5545, 3.8.4.4).

use super::clock::Time;
use super::series::{Occurrence, in_order};

/// What is known of the other events of one UID.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// Times of the series that are events of their own.
    pub(super) elsewhere: Vec<Time>,
    /// From when on events change the series (RANGE=THISANDFUTURE), and the line of each.
    pub(super) changes: Vec<(usize, Time)>,
    /// The times of the series from the first of these on, once it was read.
    later: Option<Vec<Occurrence>>,
}

impl Others {
    /// The times of a series before it changes. Those behind are of the events that change it, as far as they stand below it.
    pub(super) fn split(&mut self, all: Vec<Occurrence>, line: usize) -> Vec<Occurrence> {
        self.changes.retain(|(other, _)| *other > line);
        let first = self.changes.iter().map(|(_, since)| in_order(since)).min();
        let is_before = |one: &Occurrence| first.is_none_or(|first| in_order(&one.start) < first);
        let (before, later) = all.into_iter().partition(is_before);
        self.later = Some(later);
        before
    }

    /// Whether an event that changes the series can: it was read.
    pub(super) fn has_series(&self) -> bool {
        self.later.is_some()
    }

    /// The times behind that of a change, up to the next, each as it was and as it becomes: by as much earlier or later as
    /// the change's own, which begins at `start`.
    pub(super) fn changed(&self, since: &Time, start: &Time) -> Vec<(Time, Occurrence)> {
        let from = in_order(since);
        let next = self.changes.iter().map(|(_, other)| in_order(other)).filter(|other| *other > from).min();
        let is_of_it = |one: &&Occurrence| {
            let at = in_order(&one.start);
            at > from && next.is_none_or(|next| at < next)
        };
        let later = self.later.iter().flatten().filter(is_of_it);
        later.filter_map(|one| Some((one.start.clone(), moved(&one.start, since, start)?))).collect()
    }
}

/// A time of a series, moved as `since` was to `start`.
fn moved(one: &Time, since: &Time, start: &Time) -> Option<Occurrence> {
    let instant = since.instant().filter(|_| since.clock != one.clock);
    let since = instant.map_or(since.wall, |instant| one.clock.wall(instant.naive_utc()));
    let wall = one.wall.checked_add_signed(start.wall.signed_duration_since(since))?;
    Some(Occurrence { start: start.at(wall), length: None })
}
