//! Which session is which.

use super::aligned::{id, name};
use super::times;
use huso_agenda::iso;
use serde_json::Value;

/// How alike two titles of one day have to be, from 0 to 1, to be taken for one that was reworded.
const ALIKE: f64 = 0.7;

/// The same where they start at the same time.
const ALIKE_AT_ONCE: f64 = 0.5;

/// What sessions are recognised by.
struct Traits {
    id: String,
    title: String,
    start: String,
    day: String,
}

impl Traits {
    fn of(session: &Value) -> Self {
        let start = times::start(session).map(iso::minute).unwrap_or_default();
        Self { id: id(session).to_owned(), title: name(session, "title"), start, day: times::day(session) }
    }
}

/// What makes two sessions one, the surest first. Ids that are made of titles are numbered where titles are alike
/// (`coffee-2`), and mean another session as soon as one is put before them: title and day go first.
const REASONS: [fn(&Traits, &Traits) -> bool; 7] = [
    |one, other| one.id == other.id && one.title == other.title && one.start == other.start,
    |one, other| one.title == other.title && one.start == other.start,
    |one, other| one.title == other.title && one.day == other.day,
    |one, other| one.id == other.id,
    |one, other| one.title == other.title,
    |one, other| one.start == other.start && strsim::sorensen_dice(&one.title, &other.title) >= ALIKE_AT_ONCE,
    |one, other| one.day == other.day && strsim::sorensen_dice(&one.title, &other.title) >= ALIKE,
];

/// Of each of `sessions` the one of `others` that it is, from 0; each is one once.
pub(super) fn matching(sessions: &[Value], others: &[Value]) -> Vec<Option<usize>> {
    let (ours, theirs): (Vec<_>, Vec<_>) =
        (sessions.iter().map(Traits::of).collect(), others.iter().map(Traits::of).collect());
    let mut found = vec![None; ours.len()];
    let mut is_free = vec![true; theirs.len()];
    for is_one in REASONS {
        for (one, found) in ours.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let mut free = theirs.iter().zip(&mut is_free).enumerate().filter(|(_, (_, free))| **free);
            if let Some((at, (_, free))) = free.find(|(_, (other, _))| is_one(one, other)) {
                (*found, *free) = (Some(at), false);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn session(id: &str, title: &str, start: &str) -> Value {
        json!({"id": id, "title": title, "start": start})
    }

    #[test]
    fn a_break_put_before_another_is_not_taken_for_it() {
        let before =
            [session("pausa", "Pausa", "2027-08-09T11:00"), session("pausa-2", "Pausa", "2027-08-10T11:00")];
        let after = [
            session("pausa", "Pausa", "2027-08-09T09:30"),
            session("pausa-2", "PAUSA", "2027-08-09T11:00:00"),
            session("pausa-3", "Pausa", "2027-08-10T11:30"),
        ];
        assert_eq!(matching(&after, &before), [None, Some(0), Some(1)]);
    }

    #[test]
    fn keys_and_titles_are_recognised_and_others_are_not() {
        let before = [
            session("k1", "Taller de ventas", "2027-08-09T11:00"),
            session("x", "Sesiones de pitch", "2027-08-16T09:00"),
            session("y", "Turismo sostenible y regenerativo", "2027-08-09T09:30"),
        ];
        let after = [
            session("k1", "Otro nombre", "2027-08-11T11:00"),
            session("z", "Turismo sostenible y regenerativo: hoy", "2027-08-09T10:30"),
            session("w", "Pitch: empresas de Chile", "2027-08-16T09:00"),
        ];
        assert_eq!(matching(&after, &before), [Some(0), Some(2), None]);
        let reworded = [session("i", "Taller para ventas en línea", "2027-08-09T11:00")];
        assert_eq!(matching(&reworded, &before), [Some(0)]);
    }
}
