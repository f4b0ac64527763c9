//! Changes of when sessions take place.

use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use crate::typed_clock::typed_clock;
use crate::when::{When, text, written_clock, written_date};
use huso_agenda::chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use huso_agenda::{iso, wall_time};
use serde_json::Value;

/// Longest that a session is taken for that ends at an earlier clock than it starts: it goes on over midnight.
const LONGEST_NIGHT: i64 = 12 * 60;

/// The place of a session.
pub fn session_place(index: usize) -> Place {
    Place::parse("sessions").index(index)
}

/// Starts a session at the clock that was typed, on its day or on `day`. What can't be read is kept as it is.
pub fn set_start(document: &Document, index: usize, typed: &str, day: NaiveDate) -> Vec<Change> {
    let place = session_place(index);
    let session = session(document, index);
    let date = [written_date(text(session, "start")), text(session, "date")]
        .into_iter()
        .find(|date| !date.is_empty());
    let date = date.map_or_else(|| day.to_string(), str::to_owned);
    let mut changes = vec![Change::Set(place.key("start"), format!("{date}T{}", clock(typed)).into())];
    // They say the same, or belong to the start before.
    for key in ["date", "utc_offset"] {
        changes.extend(session.get(key).map(|_| Change::Remove(place.key(key))));
    }
    changes
}

/// Ends a session at the clock that was typed: on the day of its start, or over midnight if that isn't long. Nothing
/// typed takes the end away.
pub fn set_end(document: &Document, index: usize, typed: &str) -> Vec<Change> {
    let place = session_place(index);
    let session = session(document, index);
    let mut changes: Vec<Change> =
        session.get("duration").map(|_| Change::Remove(place.key("duration"))).into_iter().collect();
    let typed = clock(typed);
    if typed.is_empty() {
        changes.push(Change::Remove(place.key("end")));
        return changes;
    }
    let start = text(session, "start");
    let on = |date: &str| format!("{date}T{typed}");
    let same_day = on(written_date(start));
    let overnight = || {
        let (start, end) = (wall_time::wall_time(start).ok()?, wall_time::wall_time(&same_day).ok()?);
        let next = end.checked_add_signed(TimeDelta::days(1))?;
        let is_night = end < start && next.signed_duration_since(start).num_minutes() <= LONGEST_NIGHT;
        is_night.then(|| on(&next.date().to_string()))
    };
    let end = overnight().unwrap_or(same_day);
    changes.push(Change::Set(place.key("end"), end.into()));
    changes
}

/// Moves a session to another day, at the same clock.
pub fn move_to_day(document: &Document, index: usize, day: NaiveDate) -> Vec<Change> {
    let session = session(document, index);
    let place = session_place(index);
    match When::of(session, None).day {
        Some(from) => moved(session, &place, day.signed_duration_since(from)),
        None => vec![Change::Set(place.key("date"), day.to_string().into())],
    }
}

/// Moves a session by some minutes.
pub fn shift(document: &Document, index: usize, minutes: i64) -> Vec<Change> {
    moved(session(document, index), &session_place(index), TimeDelta::minutes(minutes))
}

/// Moves a session and all that start with it or after it on its day by some minutes.
pub fn shift_with_later(document: &Document, index: usize, minutes: i64) -> Vec<Change> {
    later_of_day(document, index).into_iter().flat_map(|index| shift(document, index, minutes)).collect()
}

/// A session and all that start with it or after it on its day.
pub fn later_of_day(document: &Document, index: usize) -> Vec<usize> {
    let Some(from) = When::of(session(document, index), None).start else { return Vec::new() };
    let is_later = |session: &Value| {
        When::of(session, None).start.is_some_and(|start| start >= from && start.date() == from.date())
    };
    document
        .sessions()
        .iter()
        .enumerate()
        .filter(|(_, session)| is_later(session))
        .map(|(at, _)| at)
        .collect()
}

/// Sets start and end of a session.
pub fn set_span(document: &Document, index: usize, start: NaiveDateTime, end: NaiveDateTime) -> Vec<Change> {
    let place = session_place(index);
    let mut changes = vec![
        Change::Set(place.key("start"), iso::minute(start).into()),
        Change::Set(place.key("end"), iso::minute(end).into()),
    ];
    let session = session(document, index);
    for key in ["duration", "date", "utc_offset"] {
        changes.extend(session.get(key).map(|_| Change::Remove(place.key(key))));
    }
    changes
}

/// What was typed, as event files write it if it can be read.
fn clock(typed: &str) -> String {
    typed_clock(typed).unwrap_or_else(|| typed.trim().to_owned())
}

pub(crate) fn session(document: &Document, index: usize) -> &Value {
    document.sessions().get(index).unwrap_or(&Value::Null)
}

/// Start, end and date, moved. A duration moves along; a `utc_offset` belongs to the start before.
fn moved(session: &Value, place: &Place, by: TimeDelta) -> Vec<Change> {
    let mut changes = Vec::new();
    for key in ["start", "end"] {
        let there = text(session, key);
        changes.extend(moved_wall(there, by).map(|wall| Change::Set(place.key(key), wall.into())));
    }
    let date = wall_time::date(text(session, "date")).ok().and_then(|date| date.checked_add_signed(by));
    changes.extend(date.map(|date| Change::Set(place.key("date"), date.to_string().into())));
    changes.extend(session.get("utc_offset").map(|_| Change::Remove(place.key("utc_offset"))));
    changes
}

/// A wall time, moved. Of what is no time, the date alone.
fn moved_wall(wall: &str, by: TimeDelta) -> Option<String> {
    if let Ok(time) = wall_time::wall_time(wall) {
        let is_end_of_day = written_clock(wall).starts_with("24") && by.num_minutes() % (24 * 60) == 0;
        let moved = time.checked_add_signed(by)?;
        return Some(match moved.date().pred_opt().filter(|_| is_end_of_day) {
            Some(ended) => format!("{ended}T24:00"),
            None => iso::minute(moved),
        });
    }
    let date = wall_time::date(written_date(wall)).ok()?.checked_add_signed(by)?;
    Some(format!("{date}T{}", written_clock(wall)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn document(sessions: Value) -> Document {
        Document::parse(&json!({ "sessions": sessions }).to_string()).unwrap()
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 8, 11).unwrap()
    }

    #[test]
    fn times_are_set_as_they_are_typed() {
        let one =
            document(json!([{"start": "2027-08-11T22:00", "duration": "PT1H", "utc_offset": "-05:00"}]));
        let session = |changes: &[Change]| one.with(changes).sessions()[0].clone();
        assert_eq!(
            session(&set_end(&one, 0, "0:30")),
            json!({"start": "2027-08-11T22:00", "utc_offset": "-05:00", "end": "2027-08-12T00:30"})
        );
        // Not 22 hours: it is said that this is before the start.
        assert_eq!(session(&set_end(&one, 0, "20")).get("end"), Some(&json!("2027-08-11T20:00")));
        assert_eq!(session(&set_end(&one, 0, "24:00")).get("end"), Some(&json!("2027-08-11T24:00")));
        assert_eq!(session(&set_end(&one, 0, "10x")).get("end"), Some(&json!("2027-08-11T10x")));
        assert_eq!(
            session(&set_end(&one, 0, " ")),
            json!({"start": "2027-08-11T22:00", "utc_offset": "-05:00"})
        );
        assert_eq!(
            session(&set_start(&one, 0, "930", day())),
            json!({"start": "2027-08-11T09:30", "duration": "PT1H"})
        );
        let open = document(json!([{}]));
        assert_eq!(
            open.with(&set_start(&open, 0, "14h", day())).sessions(),
            [json!({"start": "2027-08-11T14:00"})]
        );
    }

    #[test]
    fn a_session_moves_with_its_end() {
        let one = document(json!([
            {"start": "2027-08-11T21:00", "end": "2027-08-11T24:00"}, {"date": "2027-08-11"},
            {"start": "2027-08-11T9x", "duration": "PT1H"}
        ]));
        let next = NaiveDate::from_ymd_opt(2027, 8, 13).unwrap();
        let moved = (0..3).fold(one.clone(), |all, index| all.with(&move_to_day(&all, index, next)));
        assert_eq!(
            moved.sessions(),
            [
                json!({"start": "2027-08-13T21:00", "end": "2027-08-13T24:00"}),
                json!({"date": "2027-08-13"}),
                json!({"start": "2027-08-13T9x", "duration": "PT1H"}),
            ]
        );
        assert_eq!(
            one.with(&shift(&one, 0, -15)).sessions()[0],
            json!({"start": "2027-08-11T20:45", "end": "2027-08-11T23:45"})
        );
    }

    #[test]
    fn what_follows_on_the_day_moves_along() {
        let at = |clock: &str| json!({"start": format!("2027-08-{clock}")});
        let all =
            document(json!([at("11T10:00"), at("11T09:00"), at("12T11:00"), at("11T10:00"), at("11T11:00")]));
        let starts: Vec<String> = all
            .with(&shift_with_later(&all, 0, 20))
            .sessions()
            .iter()
            .map(|one| text(one, "start")[8..].to_owned())
            .collect();
        assert_eq!(starts, ["11T10:20", "11T09:00", "12T11:00", "11T10:20", "11T11:20"]);
    }
}
