//! Golden cases from tzdata 2026f, checked by four implementations: what each embedded zone's clocks
//! show. The same functions run on the host (golden.rs) and in the browser (the widget's tests).

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use huso_agenda::chrono::{DateTime, NaiveDateTime, SecondsFormat, TimeDelta};
use huso_agenda::wall_time::wall_time;
use huso_agenda::zone::Resolved;
use huso_agenda::{Offsets, Zone, iso};

const INSTANTS: &str = include_str!("golden_instants.csv");
const LOCAL_TIMES: &str = include_str!("golden_local_times.csv");
const DIFFERENCES: &str = include_str!("differences.csv");

/// `2023-08-09T10:00:00`
pub fn second(wall: NaiveDateTime) -> String {
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
        assert_eq!(iso::offset(zone.offset_at(instant)), offset, "{row}");
        compared += 1;
    }
    (compared, other)
}

/// An instant and what a zone that is not embedded shows then: UTC, zone, wall time and offset, as text.
#[allow(dead_code, reason = "only a browser knows them")]
pub fn other_zones() -> impl Iterator<Item = [&'static str; 4]> {
    let instants = INSTANTS.lines().skip(1).map(|row| {
        let cells: Vec<&str> = row.split(',').collect();
        let [utc, zone, local, offset] = cells[..] else { panic!("{row}") };
        [utc, zone, local, offset]
    });
    let local_times = LOCAL_TIMES.lines().skip(1).map(|row| {
        let cells: Vec<&str> = row.split(',').collect();
        let [zone, _, _, utc, shown, offset] = cells[..] else { panic!("{row}") };
        [utc, zone, shown, offset]
    });
    instants.chain(local_times).filter(|[_, zone, ..]| Zone::named(zone).is_err())
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
        assert_eq!(iso::offset(zone.offset_at(instant)), offset, "{row}");
        compared += 1;
    }
    (compared, other)
}

/// How far Chile, Colombia, Peru and Mexico are apart, in the first and the last second of each span in
/// which that does not change; and what 10:00 in Chile is elsewhere. Returns how many spans were compared.
pub fn check_differences() -> usize {
    let zone = |name| Zone::named(name).unwrap();
    let (chile, colombia) = (zone("America/Santiago"), zone("America/Bogota"));
    let (peru, mexico) = (zone("America/Lima"), zone("America/Mexico_City"));
    let mut compared = 0;
    for row in DIFFERENCES.lines().skip(1) {
        let cells: Vec<&str> = row.splitn(6, ',').collect();
        let [from, to, chile_colombia, chile_mexico, colombia_mexico, at_ten] = cells[..] else {
            panic!("{row}")
        };
        let at = |text: &str| DateTime::parse_from_rfc3339(&text.replace('Z', ":00Z")).ok();
        let last = at(to).map(|to| to - TimeDelta::seconds(1));
        for instant in [at(from), last].into_iter().flatten() {
            let instant = instant.to_utc();
            let hours = |one: &Zone, other: &Zone| {
                ((one.offset_at(instant) - other.offset_at(instant)) / 3_600).to_string()
            };
            assert_eq!(hours(&chile, &colombia), chile_colombia, "{row}");
            assert_eq!(hours(&chile, &peru), chile_colombia, "{row}");
            assert_eq!(hours(&chile, &mexico), chile_mexico, "{row}");
            assert_eq!(hours(&colombia, &mexico), colombia_mexico, "{row}");
        }
        let ten = at(from).unwrap().to_utc() + TimeDelta::hours(34);
        let day = chile.wall_time(ten).date().and_hms_opt(10, 0, 0).unwrap();
        let ten = chile.resolve(day).instant();
        if last.is_none_or(|last| ten <= last) {
            let clock = |zone: &Zone| zone.wall_time(ten).format("%H:%M").to_string();
            assert_eq!(format!("\"{} CO/PE, {} MX\"", clock(&peru), clock(&mexico)), at_ten, "{row}");
        }
        compared += 1;
    }
    compared
}
