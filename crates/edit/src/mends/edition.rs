//! The next edition of an event that is over.

use super::mend::{Mend, Outcome};
use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use huso_agenda::chrono::{Datelike as _, Days, NaiveDate};

/// Keys of a session's dates.
const OF_SESSION: [&str; 6] =
    ["start", "end", "date", "previous_start", "registration.opens", "registration.closes"];

/// Keys of the other dates of an event.
const OF_EVENT: [&str; 2] = ["registration.opens", "registration.closes"];

/// Of an event that is over: the same weekdays of the next year in which it is still to come.
pub fn next(document: &Document, today: NaiveDate) -> Vec<Mend> {
    let sessions = (0..document.sessions().len()).map(|index| Place::default().key("sessions").index(index));
    let of_sessions: Vec<_> =
        sessions.flat_map(|session| OF_SESSION.map(|keys| within(&session, keys))).collect();
    let first = of_sessions.iter().filter_map(|place| Some(date(document.str(place))?.0)).min();
    let Some((year, weeks)) = first.and_then(|first| weeks_until(first, today)) else { return Vec::new() };
    let places = of_sessions.into_iter().chain(OF_EVENT.map(Place::parse));
    let change = |place: Place| {
        let moved = moved(document.str(&place), weeks)?;
        Some(Change::Set(place, moved.into()))
    };
    vec![Mend { outcome: Outcome::Year(year), changes: places.filter_map(change).collect() }]
}

fn within(session: &Place, keys: &str) -> Place {
    keys.split('.').fold(session.clone(), |place, key| place.key(key))
}

/// The next year in which a day is after `today` on its weekday nearest to the same date, and how many weeks later.
fn weeks_until(first: NaiveDate, today: NaiveDate) -> Option<(i32, u64)> {
    let later = |years: i32| {
        let anniversary = first
            .with_year(first.year() + years)
            .or_else(|| first.pred_opt()?.with_year(first.year() + years))?;
        let days = u64::try_from((anniversary - first).num_days()).ok()?;
        let weeks = (days + 3) / 7;
        let day = first.checked_add_days(Days::new(weeks * 7))?;
        (day > today).then_some((day.year(), weeks))
    };
    (1..=today.year().saturating_sub(first.year()).saturating_add(1)).find_map(later)
}

/// A date, or a wall time, some weeks later.
fn moved(text: &str, weeks: u64) -> Option<String> {
    let (date, rest) = date(text)?;
    Some(format!("{}{rest}", date.checked_add_days(Days::new(weeks * 7))?))
}

/// The date that a text begins with, and the rest.
fn date(text: &str) -> Option<(NaiveDate, &str)> {
    let (date, rest) = text.split_at_checked(10)?;
    Some((date.parse().ok()?, rest))
}
