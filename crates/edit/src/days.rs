//! Sessions by day, with the gaps between them.

use crate::compare::Gap;
use crate::document::Document;
use crate::when::{When, text};
use huso_agenda::Zone;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime};

/// Minutes without a session from which on a gap is said.
const LONG_GAP: i64 = 60;

/// A day and what stands under it, by time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its date; none for sessions whose date is to be confirmed or can't be read.
    pub date: Option<NaiveDate>,
    /// Sessions and gaps.
    pub rows: Vec<Row>,
}

/// What stands under a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A session: which of the file's, from 0.
    Session(usize),
    /// Over an hour without a session.
    Gap(Gap),
}

/// The days of some sessions in order, the one without a date last; those that start at the same time as the file has them.
pub fn days(document: &Document, sessions: impl IntoIterator<Item = usize>, zone: Option<&Zone>) -> Vec<Day> {
    let mut all: Vec<Timed> = Vec::new();
    for index in sessions {
        let Some(session) = document.sessions().get(index) else { continue };
        let when = When::of(session, zone);
        let is_off = matches!(text(session, "status"), "cancelled" | "postponed");
        all.push(Timed { day: when.day, when, is_off, index });
    }
    all.sort_by_key(|one| (one.day.is_none(), one.day, one.when.start, one.index));
    all.chunk_by(|one, next| one.day == next.day).map(day).collect()
}

/// A session and its times.
struct Timed {
    day: Option<NaiveDate>,
    when: When,
    is_off: bool,
    index: usize,
}

fn day(sessions: &[Timed]) -> Day {
    let mut rows = Vec::new();
    let mut busy_until: Option<NaiveDateTime> = None;
    // What is off takes no time. After a session whose end isn't known, or is before its start, nobody knows of a gap.
    for Timed { when, is_off, index, .. } in sessions {
        if !is_off {
            let free = busy_until.zip(when.start).map(|(start, end)| Gap { start, end });
            rows.extend(free.filter(|gap| gap.minutes() > LONG_GAP).map(Row::Gap));
            let end = when.end.filter(|end| Some(*end) >= when.start);
            busy_until = end.map(|end| busy_until.map_or(end, |until| until.max(end)));
        }
        rows.push(Row::Session(*index));
    }
    Day { date: sessions.first().and_then(|one| one.day), rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_agenda::wall_time::wall_time;
    use serde_json::json;

    /// Kind: gaps that are said twice, or of which nobody knows.
    #[test]
    fn no_gap_begins_where_a_session_ends_nowhere() {
        let gaps = |between: serde_json::Value| {
            let file = json!({"sessions": [
                {"start": "2027-08-11T09:00", "end": "2027-08-11T10:00"}, between, between,
                {"start": "2027-08-11T16:00", "end": "2027-08-11T17:00"}
            ]});
            let days = days(&Document::parse(&file.to_string()).unwrap(), 0..4, None);
            let rows = days.into_iter().flat_map(|day| day.rows);
            let gap = |row| match row {
                Row::Gap(gap) => Some(gap.minutes()),
                Row::Session(_) => None,
            };
            rows.filter_map(gap).collect::<Vec<_>>()
        };
        assert_eq!(gaps(json!({"start": "2027-08-11T12:00", "end": "2027-08-11T03:00"})), [120]);
        assert_eq!(gaps(json!({"start": "2027-08-11T12:00"})), [120]);
        assert_eq!(
            gaps(json!({"start": "2027-08-11T12:00", "end": "2027-08-11T13:00", "status": "cancelled"})),
            [360]
        );
        assert_eq!(gaps(json!({"start": "2027-08-11T12:00", "end": "2027-08-11T13:00"})), [120, 180]);
    }

    #[test]
    fn sessions_stand_by_day_and_time() {
        let file = json!({"sessions": [
            {"start": "2027-08-12T09:00", "end": "2027-08-12T10:00"}, {"title": "?"},
            {"start": "2027-08-11T14:00", "end": "2027-08-11T15:00"}, {"start": "2027-08-11T09:00", "duration": "PT1H"},
            {"start": "2027-08-11T9x"}, {"date": "2027-08-12"}
        ]});
        let document = Document::parse(&file.to_string()).unwrap();
        let days = days(&document, 0..6, None);
        let gap = Row::Gap(Gap {
            start: wall_time("2027-08-11T10:00").unwrap(),
            end: wall_time("2027-08-11T14:00").unwrap(),
        });
        let rows: Vec<Vec<Row>> = days.iter().map(|day| day.rows.clone()).collect();
        assert_eq!(
            rows,
            [
                vec![Row::Session(4), Row::Session(3), gap, Row::Session(2)],
                vec![Row::Session(5), Row::Session(0)],
                vec![Row::Session(1)],
            ]
        );
        assert_eq!(days[2].date, None);
    }
}
