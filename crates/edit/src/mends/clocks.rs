//! Times that clocks skip or show twice.

use super::mend::{Mend, Outcome};
use super::session::SessionAt;
use crate::change::Change;
use crate::document::Document;
use crate::place::{Place, Step};
use huso_agenda::chrono::NaiveDateTime;
use huso_agenda::iso;

/// Of a time that clocks skip: its two readings.
pub fn skipped(document: &Document, place: &Place, readings: [NaiveDateTime; 2]) -> Vec<Mend> {
    let session = SessionAt::of(document, place);
    let outcome = |reading| match (&session, key(place)) {
        (Some(_), "start") => Outcome::Starts(reading),
        (Some(session), "end") => Outcome::Ends(reading, session.start.date()),
        _ => Outcome::Written(iso::minute(reading)),
    };
    // A session doesn't end before it starts.
    let is_possible = |reading: &NaiveDateTime| {
        key(place) != "end" || session.as_ref().is_none_or(|session| *reading > session.start)
    };
    let mend = |reading| Mend {
        outcome: outcome(reading),
        changes: vec![Change::Set(place.clone(), iso::minute(reading).into())],
    };
    readings.into_iter().filter(is_possible).map(mend).collect()
}

/// Of a start that clocks show twice: the first or the second. An end has nothing to say which.
pub fn repeated(document: &Document, place: &Place, offsets: [i32; 2]) -> Vec<Mend> {
    let Some(session) = SessionAt::of(document, place).filter(|_| key(place) == "start") else {
        return Vec::new();
    };
    let [first, second] =
        offsets.map(|offset| vec![Change::Set(session.place.key("utc_offset"), iso::offset(offset).into())]);
    vec![
        Mend { outcome: Outcome::First(session.start), changes: first },
        Mend { outcome: Outcome::Second(session.start), changes: second },
    ]
}

fn key(place: &Place) -> &str {
    match place.steps().last() {
        Some(Step::Key(key)) => key,
        _ => "",
    }
}
