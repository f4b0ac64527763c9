//! Calendars as programs write them: files of the structure of public ones, with other names.
//!
//! Counts and instants of google.ics and outlook.ics are those of PyPI's icalendar 7.3.2 with recurring-ical-events
//! 3.8.2; by-hand.ics, which that refuses, was counted by hand.

use huso_import::{Answer, Doubt, FindingKind, Read, Reading, Stated, ical, settle};
use proptest::prelude::*;

const GOOGLE: &str = include_str!("data/ical/google.ics");
const OUTLOOK: &str = include_str!("data/ical/outlook.ics");
const BROKEN: &str = include_str!("data/ical/by-hand.ics");

fn starts(read: &Read) -> Vec<String> {
    let start = |time: &Stated| match time {
        Stated::Utc(instant) => instant.format("%m%dT%H%MZ").to_string(),
        Stated::Offset(time) => time.format("%m%dT%H%M%z").to_string(),
        Stated::Zoned(wall, zone) => format!("{} {zone}", wall.format("%m%dT%H%M")),
        Stated::Wall(wall) => wall.format("%m%dT%H%M").to_string(),
        Stated::Day(date) => date.format("%m%d").to_string(),
    };
    read.program
        .sessions
        .iter()
        .map(|session| session.start.as_ref().map(start).unwrap_or_default())
        .collect()
}

fn kinds(read: &Read) -> Vec<String> {
    read.findings.iter().map(|finding| format!("{:?}", finding.kind)).collect()
}

/// Instants, the zone claimed by X-WR-TIMEZONE, a series with one excluded, one moved and one called off.
#[test]
fn google() {
    let read = ical::read(GOOGLE, 0);
    assert_eq!(read.program.title, "Semana del libro");
    assert_eq!(
        starts(&read),
        [
            "0809T1500Z",
            "0810T0900 America/Bogota",
            "0813T0900 America/Bogota",
            "0814T0900 America/Bogota",
            "0811T1100 America/Bogota",
            "0812T0900 America/Bogota",
            "0815",
        ]
    );
    assert_eq!(kinds(&read), ["LeftOut(\"CATEGORIES:Taller\")"]);
    let settled = settle(&read.program, None).unwrap();
    assert_eq!(
        (settled.timezone.as_str(), settled.claim.unwrap().words),
        ("America/Bogota", "X-WR-TIMEZONE:America/Bogota".into())
    );
    let first = &read.program.sessions[0];
    assert_eq!((first.title.as_str(), first.summary.as_str()), ("Apertura, con música", "Uno\nDos; tres"));
    assert_eq!(read.program.sessions[5].status, huso_agenda::event_file::SessionStatus::Cancelled);
    assert_eq!(read.program.venues[0].name, "Sala Ñandú, piso 3");
    assert_eq!(first.links[0].1, "https://example.org/sala");
}

/// Windows' name of a zone, an invented one with rules of its own, one without.
#[test]
fn outlook() {
    let read = ical::read(OUTLOOK, 0);
    assert_eq!(
        starts(&read),
        [
            "0809T1000 America/Bogota",
            "0809T1100-0500",
            "0112T1100-0600",
            "0809T1200",
            "0906T1000 America/Bogota"
        ]
    );
    let zones = read.findings.iter().filter_map(|finding| match &finding.kind {
        FindingKind::Zone { name, taken, fitting } => Some((name.as_str(), taken.as_deref(), fitting)),
        _ => None,
    });
    let zones: Vec<_> = zones.collect();
    assert_eq!(zones.len(), 3, "{zones:?}");
    let [windows, own, unknown] = zones[..] else { panic!("{zones:?}") };
    assert_eq!((windows.0, windows.1), ("SA Pacific Standard Time", Some("America/Bogota")));
    assert!(windows.2.iter().any(|zone| zone == "America/Lima"));
    assert_eq!((own.0, own.1), ("Customized Time Zone", None));
    assert!(
        own.2.iter().any(|zone| zone == "America/Chicago")
            && !own.2.iter().any(|zone| zone == "America/Lima"),
        "{own:?}"
    );
    assert_eq!((unknown.0, unknown.1, unknown.2.len()), ("Hora de la sede", None, 0));
    assert_eq!(settle(&read.program, None).unwrap_err().doubt, Doubt::Unsaid);
    let answer = Answer { timezone: "America/Bogota".into(), reading: Reading::Moment };
    assert_eq!(settle(&read.program, Some(&answer)).unwrap().spans.len(), 5);
}

/// What a hand or a bad program made of it: every fault is said, and nothing else is lost.
#[test]
fn by_hand() {
    let read = ical::read(BROKEN, 3);
    assert_eq!(starts(&read), ["0809T1000", "", "0809T1200", "0809T1400Z"]);
    assert_eq!(read.program.sessions[0].summary, "Primera línea\nsegunda: sigue\n\ntercera");
    assert_eq!(
        kinds(&read),
        [
            "LeftOut(\"VTIMEZONE: Europe/Rome\")",
            "Time(\"DTSTART:20230231T100000\")",
            "Duration { said: 30, between: 60 }",
            "LeftOut(\"nada\")",
            "LeftOut(\"ATTACH:javascript:alert(1)\")",
            "LeftOut(\"BEGIN:VTODO Comprar café\")",
        ]
    );
    assert!(read.findings.iter().all(|finding| finding.origin.file == 3));
    assert!(
        matches!(ical::read("hola", 0).findings[..], [_, ref last] if matches!(last.kind, FindingKind::LeftOut(_) | FindingKind::Broken(_)))
    );
}

/// What takes itself back.
#[test]
fn cancelled_and_outdated() {
    let file = "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nSEQUENCE:1\nSUMMARY:A\nDTSTART:20230809T100000\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:1\nSEQUENCE:0\nSUMMARY:B\nEND:VEVENT\nEND:VCALENDAR";
    let read = ical::read(file, 0);
    assert_eq!(read.program.sessions.len(), 1);
    assert_eq!(read.program.sessions[0].status, huso_agenda::event_file::SessionStatus::Cancelled);
    assert_eq!(kinds(&read), ["LeftOut(\"UID:1 SEQUENCE:0\")"]);
}

/// Outlook names one of several days by a midnight on Windows' clocks; a UTC that takes nothing away is said.
#[test]
fn one_of_a_series_is_found_whatever_names_it() {
    let days = "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270802\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\n\
        RECURRENCE-ID;TZID=America/Bogota:20270809T000000\nDTSTART;VALUE=DATE:20270810\nEND:VEVENT\n";
    assert_eq!(starts(&ical::read(days, 0)), ["0802", "0816", "0810"]);
    let unknown = "BEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20270802T090000\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20270803T070000Z\nEND:VEVENT\n";
    assert_eq!(kinds(&ical::read(unknown, 0)), ["LeftOut(\"EXDATE:20270803T070000Z\")"]);
}

#[test]
fn what_never_ends_is_cut_and_said() {
    let file = "BEGIN:VEVENT\nUID:1\nDTSTART:20230809T100000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    let read = ical::read(file, 0);
    assert_eq!(read.program.sessions.len(), 366);
    assert_eq!(kinds(&read), ["Cut { written: \"RRULE:FREQ=DAILY\", kept: 366 }"]);
    let many = ical::read(&file.replace("UID:1\n", "").repeat(40), 0);
    assert_eq!(many.program.sessions.len(), 10_000);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        ical::read(&text, 0);
    }

    #[test]
    fn no_change_makes_it_panic(which in 0..3_usize, at in 0..4000_usize, length in 0..40_usize, new in "[\\PC\r\n\t;:=,TZ0-9-]{0,12}") {
        let text: Vec<char> = [GOOGLE, OUTLOOK, BROKEN][which].chars().collect();
        let at = at.min(text.len());
        let end = (at + length).min(text.len());
        let text: String = text[..at].iter().copied().chain(new.chars()).chain(text[end..].iter().copied()).collect();
        ical::read(&text, 0);
    }

    #[test]
    fn no_value_makes_it_panic(value in "[0-9TZ:;=,/P+-]{0,30}", rule in "(FREQ|COUNT|INTERVAL|BYDAY|BYSETPOS|UNTIL)=[A-Z0-9,-]{0,9}") {
        let text = format!(
            "BEGIN:VEVENT\nDTSTART:{value}\nDTEND:{value}\nDURATION:{value}\nRDATE:{value}\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:20230809\nRRULE:FREQ=YEARLY;{rule}\nEXDATE:{value}\nEND:VEVENT"
        );
        ical::read(&text, 0);
    }
}

/// A zone must not stand beside a time in UTC (RFC 5545, 3.2.19); a league's calendars have it.
#[test]
fn a_zone_beside_an_instant_is_said_once() {
    let event = |uid: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{uid}\nSUMMARY:Juego\nDTSTART;TZID=America/Lima:20270809T150000Z\nEND:VEVENT\n"
        )
    };
    let read = ical::read(&["BEGIN:VCALENDAR\n", &event("1"), &event("2"), "END:VCALENDAR\n"].concat(), 0);
    assert_eq!(starts(&read), ["0809T1500Z", "0809T1500Z"]);
    assert_eq!(kinds(&read), ["Contradiction { one: \"TZID=America/Lima\", other: \"20270809T150000Z\" }"]);
}
