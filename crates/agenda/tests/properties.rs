//! What holds for every zone and every time, tried with random ones.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use huso_agenda::chrono::{DateTime, NaiveDateTime, TimeDelta};
use huso_agenda::timetable::columns;
use huso_agenda::zone::{Resolved, changes};
use huso_agenda::{Agenda, Instant, Lang, Offsets, Text, Zone, event_file, iso};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::sync::LazyLock;

/// Each zone, and when its clocks change from 2000 to 2060.
static ZONES: LazyLock<Vec<(Zone, Vec<Instant>)>> = LazyLock::new(|| {
    let when = |zone: &Zone| changes(zone, at(START), at(END)).into_iter().map(|(change, _)| change);
    Zone::all().map(|zone| (zone.clone(), when(&zone).collect())).collect()
});

/// 2000 and 2060, in minutes since 1970.
const START: i64 = 15_778_080;
const END: i64 = 47_335_680;

fn at(minutes: i64) -> Instant {
    DateTime::from_timestamp(minutes * 60, 0).unwrap()
}

/// An instant to the minute, half of them within a day of a change of the zone's clocks.
fn instant(changes: &[Instant]) -> BoxedStrategy<Instant> {
    let anywhere = (START..END).prop_map(at);
    if changes.is_empty() {
        return anywhere.boxed();
    }
    let near = (select(changes.to_vec()), -1_440_i64..1_440)
        .prop_map(|(change, minutes)| change + TimeDelta::minutes(minutes));
    prop_oneof![anywhere, near].boxed()
}

fn zone_and_instant() -> impl Strategy<Value = (Zone, Instant)> {
    (0..ZONES.len()).prop_flat_map(|index| (Just(ZONES[index].0.clone()), instant(&ZONES[index].1)))
}

fn is_shown(zone: &Zone, instant: Instant, wall: NaiveDateTime) -> bool {
    zone.wall_time(instant) == wall
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn an_instant_is_what_its_wall_time_stands_for((zone, instant) in zone_and_instant()) {
        match zone.resolve(zone.wall_time(instant)) {
            Resolved::Unique(only) => prop_assert_eq!(only, instant),
            Resolved::Repeated { first, second } => prop_assert!(first == instant || second == instant),
            Resolved::Skipped { .. } => prop_assert!(false, "clocks show it"),
        }
    }

    #[test]
    fn a_wall_time_is_shown_once_twice_or_never((zone, instant) in zone_and_instant()) {
        let wall = instant.naive_utc();
        match zone.resolve(wall) {
            Resolved::Unique(only) => prop_assert!(is_shown(&zone, only, wall)),
            Resolved::Repeated { first, second } => {
                prop_assert!(first < second);
                prop_assert!(is_shown(&zone, first, wall) && is_shown(&zone, second, wall));
            }
            Resolved::Skipped { before, after } => {
                // One reading is as much too late as the other is too early.
                let (late, early) = (zone.wall_time(before) - wall, wall - zone.wall_time(after));
                prop_assert!(late > TimeDelta::zero());
                prop_assert_eq!(late, early);
            }
        }
    }

    #[test]
    fn later_wall_times_are_later((zone, instant) in zone_and_instant(), minutes in 1_i64..3_000) {
        let wall = instant.naive_utc();
        let (one, other) = (zone.resolve(wall), zone.resolve(wall + TimeDelta::minutes(minutes)));
        let skips = [one, other].iter().any(|resolved| matches!(resolved, Resolved::Skipped { .. }));
        prop_assume!(!skips);
        prop_assert!(one.instant() < other.instant());
    }
}

/// An instant near a change of Chile's clocks, or anywhere.
fn any_instant() -> BoxedStrategy<Instant> {
    let chile = ZONES.iter().find(|(zone, _)| zone.name() == "America/Santiago").unwrap();
    instant(&chile.1)
}

/// An event in UTC with sessions of an hour from these instants on.
fn agenda(starts: &[Instant]) -> Agenda {
    let session = |(index, start): (usize, &Instant)| {
        let start = iso::minute(start.naive_utc());
        format!(r#"{{"id": "{index}", "title": "S", "start": "{start}", "duration": "PT1H"}}"#)
    };
    let sessions: Vec<String> = starts.iter().enumerate().map(session).collect();
    let file = format!(
        r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "UTC", "sessions": [{}]}}"#,
        sessions.join(",")
    );
    let (agenda, faults) = Agenda::try_new(event_file::parse::<String>(&file).0.unwrap());
    assert_eq!(faults, []);
    agenda.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn zones_share_a_column_just_when_they_agree_at_every_time_shown(
        zones in subsequence(Zone::all().collect::<Vec<_>>(), 1..8),
        starts in prop::collection::vec(any_instant(), 1..5),
    ) {
        let agenda = agenda(&starts);
        let times: Vec<Instant> =
            agenda.sessions.iter().flat_map(|session| [session.start(), session.end()]).flatten().collect();
        prop_assert_eq!(times.len(), 2 * starts.len());
        let offsets = |zone: &Zone| times.iter().map(|time| zone.offset_at(*time)).collect::<Vec<_>>();
        let shown: Vec<_> = zones.iter().map(|zone| (zone.clone(), Text::Plain(zone.name().to_owned()))).collect();
        let columns = columns(&shown, &agenda.sessions, Lang::Es, Lang::Es);
        let mut members: Vec<Vec<&Zone>> = Vec::new();
        for column in &columns {
            let all = zones.iter().filter(|zone| offsets(zone) == offsets(&column.zone)).collect::<Vec<_>>();
            let names: Vec<_> = all.iter().map(|zone| zone.name()).collect();
            prop_assert_eq!(&column.label, &names.join(" / "));
            members.push(all);
        }
        prop_assert_eq!(members.concat().len(), zones.len());
    }
}
