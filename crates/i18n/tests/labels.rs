//! What people read, country by country: labels.csv has an expected string for each. `~` stands for a
//! no-break space.
//!
//! What differs from CLDR on purpose is in cldr.rs, which compares every region with it; besides, ranges of
//! times have a dash without spaces everywhere, and 12:35 p. m. is never 0:35.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use huso_agenda::chrono::{NaiveDate, NaiveTime};
use huso_agenda::model::reading::default_zones;
use huso_agenda::timetable::{columns, instants};
use huso_agenda::wall_time::{date, wall_time};
use huso_agenda::{Agenda, Instant, Locale, Text, Zone, event_file};
use huso_i18n::labels::{self, HourCycle, ZonedTime};
use huso_i18n::zone_names::{self, tell_apart};

const TABLE: &str = include_str!("labels.csv");

fn day(text: &str) -> NaiveDate {
    date(text).unwrap()
}

fn instant(text: &str) -> Instant {
    wall_time(text).unwrap().and_utc()
}

fn time(text: &str) -> NaiveTime {
    wall_time(&format!("2023-08-09T{text}")).unwrap().time()
}

fn shown(time: ZonedTime) -> String {
    time.clock + &time.mark.map(|mark| format!("\u{a0}({mark})")).unwrap_or_default()
}

/// Start, end, zone, and the day under which they stand.
fn range(input: &[&str], cycle: HourCycle, locale: Locale) -> String {
    let [start, end, zone, heading] = input else { panic!("{input:?}") };
    let zone = Zone::named(zone).unwrap();
    let ends = labels::zoned_range(instant(start), instant(end), &zone, Some(day(heading)), cycle, locale);
    ends.map(shown).join("–")
}

/// The heads of the columns for a session in UTC, in an event that labels each zone with its country.
fn heads(input: &[&str], locale: Locale) -> String {
    let (start, names) = input.split_first().unwrap();
    let label = |name: &str| {
        let known = default_zones(&Default::default()).into_iter().find(|(zone, _)| zone.name() == name);
        let country = || Text::Plain(zone_names::region(name, locale.lang).unwrap().0.to_owned());
        known.map_or_else(country, |(_, label)| label)
    };
    let zones: Vec<_> = names.iter().map(|name| (Zone::named(name).unwrap(), label(name))).collect();
    let session = format!(r#"{{"id": "s", "title": "S", "start": "{start}"}}"#);
    let file =
        format!(r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "UTC", "sessions": [{session}]}}"#);
    let sessions = Agenda::try_new(event_file::parse::<String>(&file).0.unwrap()).0.unwrap().sessions;
    let own = locale.lang;
    let zones = tell_apart(&zones, None, &instants(&sessions), locale.lang, own);
    let heads: Vec<_> =
        columns(&zones, &sessions, locale.lang, own).into_iter().map(|one| one.label).collect();
    heads.join(" · ")
}

fn label(what: &str, input: &str, locale: Locale) -> String {
    let parts: Vec<&str> = input.split(' ').collect();
    match (what, &parts[..]) {
        ("full", [date]) => labels::full_date(day(date), locale),
        ("long", [date]) => labels::long_date(day(date), locale),
        ("short", [date]) => labels::short_date(day(date), locale),
        ("day_month", [date]) => labels::day_month(day(date), locale),
        ("days", [first, last]) => labels::date_range(day(first), day(last), locale),
        ("h23", [clock]) => labels::clock(time(clock), HourCycle::H23, locale),
        ("h12", [clock]) => labels::clock(time(clock), HourCycle::H12, locale),
        ("range_h23", parts) => range(parts, HourCycle::H23, locale),
        ("range_h12", parts) => range(parts, HourCycle::H12, locale),
        ("deadline", [at, zone, cycle]) => {
            let (zone, cycle) = (Zone::named(zone).unwrap(), HourCycle::from_attribute(cycle));
            labels::deadline(instant(at), &zone, cycle, locale)
        }
        ("spoken", [at, zone]) => {
            let zone = Zone::named(zone).unwrap();
            labels::zoned_time(instant(at), &zone, None, HourCycle::H23, locale).spoken_date
        }
        ("length", [minutes]) => labels::length(minutes.parse().unwrap()),
        ("columns", parts) => heads(parts, locale),
        ("place", [zone]) => zone_names::place(zone, locale.lang),
        _ => panic!("{what} {input}"),
    }
}

#[test]
fn every_country_reads_what_it_expects() {
    let mut rows = TABLE.lines().map(|row| row.split(';').collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let (mut compared, mut wrong) = (0, Vec::new());
    for row in rows {
        let [what, input, expected @ ..] = &row[..] else { panic!("{row:?}") };
        assert_eq!(row.len(), head.len(), "{row:?}");
        for (tag, expected) in head.iter().skip(2).zip(expected) {
            let found = label(what, input, Locale::from_tag(tag).unwrap()).replace('\u{a0}', "~");
            compared += 1;
            if found != *expected {
                wrong.push(format!("{tag} {what} {input}: {found}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 500, "{compared}");
}

/// Who hears a range without seeing it is told the half of the day at both ends.
#[test]
fn a_half_that_is_not_shown_twice_is_spoken_twice() {
    let zone = Zone::named("America/Bogota").unwrap();
    let ends = |from, to| {
        let locale = Locale::from_tag("es-CO").unwrap();
        labels::zoned_range(instant(from), instant(to), &zone, None, HourCycle::H12, locale)
    };
    let [start, end] = ends("2023-08-09T14:30", "2023-08-09T15:35");
    assert_eq!((start.clock.as_str(), start.unseen_half.as_str()), ("9:30", "\u{a0}a.\u{a0}m."));
    assert_eq!((end.clock.as_str(), end.unseen_half.as_str()), ("10:35\u{a0}a.\u{a0}m.", ""));
    let [start, _] = ends("2023-08-09T16:30", "2023-08-09T17:35");
    assert_eq!(start.unseen_half, "");
}
