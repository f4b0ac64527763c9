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

/// The kind: a change of a series from one of its times on, with its new hour, name and length, up to the next; and one that
/// has no series to change, of which it is said.
#[test]
fn a_change_of_a_series_from_a_time_on_is_applied() {
    let event = |lines: &str| format!("BEGIN:VEVENT\nUID:1@example.org\n{lines}\nEND:VEVENT\n");
    let series = event(
        "SUMMARY:Taller\nDTSTART;TZID=America/Bogota:20270809T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=6",
    );
    let change = event(
        "SUMMARY:Taller largo\nRECURRENCE-ID;TZID=America/Bogota;RANGE=THISANDFUTURE:20270811T100000\n\
         DTSTART;TZID=America/Bogota:20270811T150000\nDURATION:PT2H",
    );
    let one = event(
        "SUMMARY:Visita\nRECURRENCE-ID:20270812T150000Z\nDTSTART;TZID=America/Bogota:20270812T080000\nDURATION:PT1H",
    );
    let again = event(
        "SUMMARY:Cierre\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270814T150000Z\nDTSTART;TZID=America/Bogota:20270814T090000\n\
         DURATION:PT1H",
    );
    let read = |parts: &[&String]| {
        let parts: String = parts.iter().map(|part| part.as_str()).collect();
        ical::read(&format!("BEGIN:VCALENDAR\n{parts}END:VCALENDAR\n"), 0)
    };
    let shown = |read: &Read| -> Vec<String> {
        let starts = starts(read).into_iter().zip(&read.program.sessions);
        let mut all: Vec<_> = starts
            .map(|(start, session)| {
                let length = session.duration.map_or(0, |length| length.num_hours());
                format!("{} {} {length}", start.replace(" America/Bogota", ""), session.title)
            })
            .collect();
        all.sort();
        all
    };
    let changed = read(&[&series, &change, &one, &again]);
    assert_eq!(
        shown(&changed),
        [
            "0809T1000 Taller 1",
            "0810T1000 Taller 1",
            "0811T1500 Taller largo 2",
            "0812T0800 Visita 1",
            "0813T1500 Taller largo 2",
            "0814T0900 Cierre 1",
        ]
    );
    assert_eq!(kinds(&changed), [""; 0]);
    // Their ids are those of the times that they were.
    let keys = |read: &Read| -> Vec<_> {
        let mut all: Vec<_> = read.program.sessions.iter().filter_map(|one| one.key.clone()).collect();
        all.sort();
        all.dedup();
        all
    };
    assert_eq!(keys(&changed).len(), 6);
    for parts in [vec![&change], vec![&change, &series]] {
        let read = read(&parts);
        assert!(kinds(&read).contains(&"LeftOut(\"RANGE=THISANDFUTURE\")".to_owned()), "{:?}", kinds(&read));
        let all = shown(&read);
        assert_eq!(all.len(), if parts.len() == 1 { 1 } else { 6 }, "{all:?}");
    }
}

/// The kind: what of a rule is not read takes the whole rule with it, and that is said where it stands.
#[test]
fn a_rule_that_is_not_read_is_said_with_its_line() {
    let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Feria\nDTSTART;TZID=America/Lima:20270517T090000\n\
                RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO\nEND:VEVENT\nEND:VCALENDAR\n";
    let read = ical::read(file, 0);
    assert_eq!(starts(&read), ["0517T0900 America/Lima"]);
    let [finding] = read.findings.as_slice() else { panic!("{:?}", read.findings) };
    assert_eq!(finding.origin.place, huso_import::Place::Line(6));
    assert_eq!(finding.kind, FindingKind::LeftOut("RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO".to_owned()));
}
