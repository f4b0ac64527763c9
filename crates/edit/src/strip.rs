//! A day's sessions as bars, in lanes of their tracks.

use crate::document::Document;
use crate::entries::List;
use crate::when::{When, text};
use huso_agenda::Zone;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// How long the bar of a session without an end is, in minutes: so long it counts as under way.
const ENDLESS: i64 = 60;

/// A day as bars. Minutes are counted from its midnight, on the clocks of the event's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// The full hour before the first session.
    pub from: i64,
    /// The full hour after the last one.
    pub to: i64,
    /// A lane a track that has sessions on the day, those without one first.
    pub lanes: Vec<Lane>,
    /// The bars, by start.
    pub bars: Vec<Bar>,
}

/// The rows of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The track's id; empty for sessions that are for everybody.
    pub track: String,
    /// The first of its rows.
    pub first: usize,
    /// How many it needs: sessions at the same time stand below each other.
    pub rows: usize,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Which of the file's it is, from 0.
    pub index: usize,
    /// When it starts.
    pub start: i64,
    /// When it ends.
    pub end: i64,
    /// Whether that is written.
    pub has_end: bool,
    /// Its row, from the top.
    pub row: usize,
    /// Its track's id.
    pub track: String,
}

/// The bars of a day; nothing without a session that has a time.
pub fn strip(document: &Document, day: NaiveDate, zone: Option<&Zone>) -> Option<Strip> {
    let midnight = day.and_time(NaiveTime::MIN);
    let minute = |wall: NaiveDateTime| wall.signed_duration_since(midnight).num_minutes();
    let mut bars = Vec::new();
    for (index, session) in document.sessions().iter().enumerate() {
        let when = When::of(session, zone);
        let Some(start) = when.start.filter(|start| start.date() == day).map(minute) else { continue };
        let end = when.end.map(minute).filter(|end| *end > start);
        let track = text(session, "track").to_owned();
        bars.push(Bar {
            index,
            start,
            end: end.unwrap_or(start + ENDLESS),
            has_end: end.is_some(),
            row: 0,
            track,
        });
    }
    bars.sort_by_key(|bar| (bar.start, bar.index));
    let lanes = lay(document, &mut bars);
    let from = bars.iter().map(|bar| bar.start).min()?.div_euclid(60) * 60;
    let to = bars.iter().map(|bar| bar.end).max()?;
    Some(Strip { from, to: (to + 59).div_euclid(60) * 60, lanes, bars })
}

/// Gives each bar its row. A track that the file doesn't have is as good as none.
fn lay(document: &Document, bars: &mut [Bar]) -> Vec<Lane> {
    let known = document.list(&List::Tracks.place()).iter().map(|track| text(track, "id"));
    let tracks: Vec<&str> = [""].into_iter().chain(known.filter(|id| !id.is_empty())).collect();
    let (mut lanes, mut first) = (Vec::new(), 0);
    for track in &tracks {
        let mut ends: Vec<i64> = Vec::new();
        let is_here =
            |bar: &Bar| bar.track == *track || track.is_empty() && !tracks.contains(&bar.track.as_str());
        for bar in bars.iter_mut().filter(|bar| is_here(bar)) {
            let free = ends.iter().position(|end| *end <= bar.start).unwrap_or(ends.len());
            match ends.get_mut(free) {
                Some(end) => *end = bar.end,
                None => ends.push(bar.end),
            }
            bar.row = first + free;
        }
        if !ends.is_empty() {
            lanes.push(Lane { track: (*track).to_owned(), first, rows: ends.len() });
        }
        first += ends.len();
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn bars_stand_in_lanes() {
        let at = |start: &str, end: &str, track: &str| json!({"start": format!("2027-08-11T{start}"), "end": format!("2027-08-11T{end}"), "track": track});
        let file = json!({"tracks": [{"id": "a"}, {"id": "unused"}], "sessions": [
            at("14:00", "15:30", "a"), at("09:30", "10:35", "a"), at("10:00", "11:00", "a"), at("09:10", "09:30", "gone"),
            {"start": "2027-08-12T08:00"}, {"start": "2027-08-11T16:10"}
        ]});
        let document = Document::parse(&file.to_string()).unwrap();
        let strip = strip(&document, NaiveDate::from_ymd_opt(2027, 8, 11).unwrap(), None).unwrap();
        assert_eq!((strip.from, strip.to), (9 * 60, 18 * 60));
        let rows: Vec<_> = strip.bars.iter().map(|bar| (bar.index, bar.row, bar.has_end)).collect();
        assert_eq!(rows, [(3, 0, true), (1, 1, true), (2, 2, true), (0, 1, true), (5, 0, false)]);
        let lanes: Vec<_> =
            strip.lanes.iter().map(|lane| (lane.track.as_str(), lane.first, lane.rows)).collect();
        assert_eq!(lanes, [("", 0, 1), ("a", 1, 2)]);
    }
}
