//! What was meant by what is written.

use super::mend::{Mend, Outcome};
use crate::change::Change;
use crate::document::Document;
use crate::place::{Place, Step};
use huso_agenda::{Problem, wall_time};
use serde_json::Value;

/// Of a value that can't be read: how it can be, and the words that it resembles.
pub fn written(document: &Document, place: &Place, problem: &Problem, readings: &[&str]) -> Vec<Mend> {
    let is_json = matches!(problem, Problem::WrongKind { .. });
    let value = |reading: &str| match serde_json::from_str::<Value>(reading) {
        Ok(value) if is_json => value,
        _ => reading.into(),
    };
    let words = if readings.is_empty() { meant(problem) } else { readings.to_vec() };
    let set = |word: &str| {
        let value = value(word);
        let outcome = Outcome::Written(value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        Mend { outcome, changes: vec![Change::Set(place.clone(), value)] }
    };
    words.into_iter().map(set).chain(all_day(document, place, problem)).collect()
}

/// The words that a fault knows to be meant, or that may be.
fn meant(problem: &Problem) -> Vec<&str> {
    match problem {
        Problem::UnknownZone { meant: Some(meant), .. }
        | Problem::UnknownWord { meant: Some(meant), .. }
        | Problem::UnknownLanguage { meant: Some(meant), .. } => vec![meant],
        Problem::UnknownId { meant: Some(meant), .. } => vec![meant],
        Problem::AmbiguousZone { candidates, .. } => candidates.to_vec(),
        _ => Vec::new(),
    }
}

/// Of a start that is a date: all day.
fn all_day(document: &Document, place: &Place, problem: &Problem) -> Option<Mend> {
    let Problem::BadWallTime { found } = problem else { return None };
    let (session, last) = place.parent().filter(|_| place.entry_of("sessions").is_some())?;
    let is_start = *last == Step::Key("start".to_owned()) && document.get(&session.key("end")).is_none();
    let date = wall_time::date(found).ok().filter(|_| is_start)?;
    let changes =
        vec![Change::Set(session.key("date"), date.to_string().into()), Change::Remove(place.clone())];
    Some(Mend { outcome: Outcome::AllDay, changes })
}

/// Of a key that isn't known: the one that was meant.
pub fn renamed(document: &Document, place: &Place, meant: &str) -> Vec<Mend> {
    let (Some((parent, _)), Some(value)) = (place.parent(), document.get(place)) else { return Vec::new() };
    let changes = vec![Change::Remove(place.clone()), Change::Set(parent.key(meant), value.clone())];
    vec![Mend { outcome: Outcome::Written(meant.to_owned()), changes }]
}
