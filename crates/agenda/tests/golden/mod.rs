//! Golden cases from tzdata 2026f, checked by four implementations: what each embedded zone's clocks
//! show. The same functions run on the host (golden.rs) and in the browser (the widget's tests).

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use huso_agenda::chrono::{DateTime, NaiveDateTime, SecondsFormat};
use huso_agenda::labels::iso_offset;
use huso_agenda::wall_time::wall_time;
use huso_agenda::zone::Resolved;
use huso_agenda::{Offsets, Zone};

const INSTANTS: &str = include_str!("golden_instants.csv");
const LOCAL_TIMES: &str = include_str!("golden_local_times.csv");

fn second(wall: NaiveDateTime) -> String {
    wall.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Instant → wall time and offset. Returns how many rows were compared, and how many name a zone that
/// is not embedded.
pub fn check_instants() -> (usize, usize) {
    let (mut compared, mut other) = (0, 0);
    for row in INSTANTS.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let [utc, zone, local, offset] = cells[..] else { panic!("{row}") };
        let Ok(zone) = Zone::named(zone) else {
            other += 1;
            continue;
        };
        let instant = DateTime::parse_from_rfc3339(utc).unwrap().to_utc();
        assert_eq!(second(zone.wall_time(instant)), local, "{row}");
        assert_eq!(iso_offset(zone.offset_at(instant)), offset, "{row}");
        compared += 1;
    }
    (compared, other)
}

/// Wall time → instant as RFC 5545 resolves gaps and overlaps, and whether it is one.
pub fn check_local_times() -> (usize, usize) {
    let (mut compared, mut other) = (0, 0);
    for row in LOCAL_TIMES.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let [zone, local, classification, utc, shown, offset] = cells[..] else { panic!("{row}") };
        let Ok(zone) = Zone::named(zone) else {
            other += 1;
            continue;
        };
        let resolved = zone.resolve(wall_time(local).unwrap());
        let kind = match resolved {
            Resolved::Unique(_) => "unique",
            Resolved::Repeated { .. } => "ambiguous",
            Resolved::Skipped { .. } => "nonexistent",
        };
        assert_eq!(kind, classification, "{row}");
        let instant = resolved.instant();
        assert_eq!(instant.to_rfc3339_opts(SecondsFormat::Secs, true), utc, "{row}");
        assert_eq!(second(zone.wall_time(instant)), shown, "{row}");
        assert_eq!(iso_offset(zone.offset_at(instant)), offset, "{row}");
        compared += 1;
    }
    (compared, other)
}
