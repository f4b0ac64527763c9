//! Our calendars as a parser that we didn't write reads them: PyPI's icalendar, in every instant and text.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use huso_agenda::calendar::CalendarExport;
use huso_agenda::chrono::TimeDelta;
use huso_agenda::wall_time::{date, wall_time};
use huso_agenda::{Agenda, Instant, Lang, When, event_file, iso};
use huso_i18n::calendar_words;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

const NEEDS: &str = "needs PyPI's icalendar: cargo xtask test calendars";

fn agenda(file: &str) -> Agenda {
    let (file, _) = event_file::parse::<bool>(file);
    let (agenda, faults) = Agenda::try_new(file.unwrap());
    let errors: Vec<_> =
        faults.iter().filter(|fault| fault.severity() == huso_agenda::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    agenda.unwrap()
}

fn now() -> Instant {
    "2026-01-02T03:04:05Z".parse().unwrap()
}

fn absolute(address: &str) -> Option<String> {
    address.contains(':').then(|| address.to_owned())
}

fn written(agenda: &Agenda, lang: Lang) -> String {
    let sessions: Vec<_> = agenda.sessions.iter().collect();
    CalendarExport { agenda, lang, words: calendar_words(lang), address: &absolute }.file(&sessions, now())
}

/// What the parser reads in each file; in one process, which takes a second to start.
fn parsed(calendars: &[String], options: &[&str]) -> Vec<Value> {
    let packages = std::env::var("HUSO_ICALENDAR").unwrap_or_else(|_| panic!("{NEEDS}"));
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = (0..calendars.len()).map(|n| folder.path().join(format!("{n}.ics"))).collect();
    for (file, calendar) in files.iter().zip(calendars) {
        std::fs::write(file, calendar).unwrap();
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/calendar_parser/parse.py");
    let output = Command::new("python3")
        .env("PYTHONPATH", packages)
        .arg(script)
        .args(options)
        .args(&files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A time as the parser's output has it: seconds since 1970, or what stands on any clock.
fn expected(when: &When) -> Option<(Value, Value)> {
    match when {
        When::Open => None,
        // One without an end is an hour long, as the agenda counts it.
        When::Timed { start, end } => {
            let end = end.unwrap_or(*start + TimeDelta::hours(1));
            Some((json!(start.timestamp()), json!(end.timestamp())))
        }
        When::Floating { start, end } => {
            let end = end.unwrap_or(*start + TimeDelta::hours(1));
            Some((json!(iso::second(*start)), json!(iso::second(end))))
        }
        When::AllDay(date) => Some((json!(date.to_string()), json!(date.succ_opt().unwrap().to_string()))),
    }
}

/// Compares every session's times and texts. Returns how many events there were.
fn compare(agenda: &Agenda, lang: Lang, parsed: &Value) -> usize {
    assert_eq!(parsed["errors"], json!([]));
    let title = agenda.title.get(lang, agenda.language);
    assert_eq!((&parsed["NAME"], &parsed["X-WR-CALNAME"]), (&json!(title), &json!(title)));
    let dated: Vec<_> = agenda.sessions.iter().filter(|session| session.when != When::Open).collect();
    let events = parsed["events"].as_array().unwrap();
    assert_eq!(events.len(), dated.len());
    for (session, event) in dated.into_iter().zip(events) {
        let (start, end) = expected(&session.when).unwrap();
        assert_eq!((&event["DTSTART"], &event["DTEND"]), (&start, &end), "{event}");
        assert_eq!(event["UID"], json!(format!("{}.{}@huso", session.id, agenda.id)));
        assert_eq!(event["DTSTAMP"], json!(now().timestamp()));
        let summary = event["SUMMARY"].as_str().unwrap();
        // A title is one line.
        let own = session.title.get(lang, agenda.language).replace('\u{1}', "");
        let own = own.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(summary.ends_with(&format!("{own} – {title}")), "{summary:?}");
        if let Some(text) = &session.summary {
            let description = event["DESCRIPTION"].as_str().unwrap();
            assert!(description.starts_with(text.get(lang, agenda.language)), "{description:?}");
        }
        let track = session.track.as_deref().and_then(|id| agenda.track(id));
        assert_eq!(event["CATEGORIES"], json!(track.map(|track| track.name.get(lang, agenda.language))));
    }
    events.len()
}

fn compare_all(agendas: &[Agenda]) -> usize {
    let mut compared = 0;
    for lang in Lang::ALL {
        let calendars: Vec<_> = agendas.iter().map(|agenda| written(agenda, lang)).collect();
        for options in [&[][..], &["--own-zones"]] {
            for (agenda, parsed) in agendas.iter().zip(parsed(&calendars, options)) {
                compared += compare(agenda, lang, &parsed);
            }
        }
    }
    compared
}

/// Sessions of 40 minutes each 20 minutes, from a wall time on.
fn every_twenty_minutes(zone: &str, from: &str, count: usize) -> Value {
    let mut start = wall_time(from).unwrap();
    let sessions: Vec<Value> = (0..count)
        .map(|n| {
            let at = iso::minute(start);
            start += TimeDelta::minutes(20);
            json!({"id": format!("s{n}"), "title": format!("{at}"), "start": at, "duration": "PT40M"})
        })
        .collect();
    json!({"huso": 1, "id": from, "title": "Cambio de hora", "timezone": zone, "sessions": sessions})
}

#[test]
#[ignore = "needs PyPI's icalendar: cargo xtask test calendars"]
fn the_examples() {
    let examples = [
        include_str!("../../../examples/pacific-alliance-2023.json"),
        include_str!("../../../examples/pacific-alliance-2027.json"),
    ];
    assert!(compare_all(&examples.map(agenda)) > 60);
}

#[test]
#[ignore = "needs PyPI's icalendar: cargo xtask test calendars"]
fn nights_in_which_clocks_change() {
    let nights = [
        ("America/Santiago", "2026-04-04T12:00"),
        ("America/Santiago", "2026-09-05T12:00"),
        ("America/Santiago", "2035-04-07T12:00"),
        ("America/Punta_Arenas", "2026-04-04T12:00"),
        ("Pacific/Easter", "2026-09-05T12:00"),
        ("America/New_York", "2027-03-13T12:00"),
        ("America/New_York", "2027-11-06T12:00"),
        ("Europe/Madrid", "2026-10-24T12:00"),
        ("America/Mexico_City", "2022-10-29T12:00"),
        ("America/Bogota", "2027-08-10T12:00"),
        ("UTC", "2027-08-10T12:00"),
    ];
    let agendas = nights.map(|(zone, from)| agenda(&every_twenty_minutes(zone, from, 108).to_string()));
    assert_eq!(compare_all(&agendas), 11 * 108 * 6);
}

#[test]
#[ignore = "needs PyPI's icalendar: cargo xtask test calendars"]
fn the_second_of_two_equal_times() {
    let session = |id, offset| json!({"id": id, "title": id, "start": "2026-04-04T23:30", "utc_offset": offset, "duration": "PT1H"});
    let file = json!({
        "huso": 1, "id": "night", "title": "Noche", "timezone": "America/Santiago",
        "sessions": [session("first", "-03:00"), session("second", "-04:00")]
    });
    let agenda = agenda(&file.to_string());
    let starts = parsed(&[written(&agenda, Lang::Es)], &[])[0]["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["DTSTART"].as_i64().unwrap())
        .collect::<Vec<_>>();
    assert_eq!(starts[1] - starts[0], 3_600);
    assert_eq!(compare_all(&[agenda]), 12);
}

#[test]
#[ignore = "needs PyPI's icalendar: cargo xtask test calendars"]
fn every_kind_of_session_and_text() {
    let long = "Señales, ñandúes; “comillas” \\ y emoji 👩🏽‍🌾🇨🇱 — ".repeat(12);
    let file = json!({
        "huso": 1, "id": "feria, 2027; \"sur\"", "title": {"es": "Feria; sur, 2027", "en": "Fair, south", "pt": "Feira"},
        "timezone": "America/Santiago", "url": "https://example.org/a,b;c?d=e", "updated": "2027-08-01T10:00",
        "tracks": [{"id": "t", "name": "Comercio, exterior; y más"}],
        "venues": [{"id": "v", "name": "Sala \\ 1", "kind": "onsite", "address": "Av. Libertador 1, Santiago; Chile"}],
        "sessions": [
            {"id": "long", "title": long, "summary": format!("{long}\n\n{long}"), "start": "2027-08-11T09:00",
             "end": "2027-08-11T10:00", "track": "t", "venue": "v",
             "links": [{"rel": "join", "url": "https://example.org/join?x=1,2;y=\"3\""}]},
            {"id": "inject", "title": "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{1}", "start": "2027-08-11T11:00"},
            {"id": "day", "title": "Todo el día", "date": "2027-08-12"},
            {"id": "open", "title": "Por confirmar"},
            {"id": "own", "title": "Café", "start": "2027-08-12T16:00", "duration": "PT1H", "timezone": "floating"},
            {"id": "off", "title": "Cancelada", "start": "2027-08-12T09:00", "status": "cancelled", "revision": 3},
            {"id": "late", "title": "Aplazada", "start": "2027-08-12T09:00", "status": "postponed"},
            {"id": "maybe", "title": "Quizá", "start": "2027-08-12T09:00", "status": "tentative"},
            {"id": "moved", "title": "Cambiada", "start": "2027-08-12T09:00", "previous_start": "2027-08-12T08:00",
             "status": "rescheduled"}
        ]
    });
    let agenda = agenda(&file.to_string());
    let read = &parsed(&[written(&agenda, Lang::Es)], &[])[0];
    assert_eq!((&read["METHOD"], &read["X-PUBLISHED-TTL"]), (&json!("PUBLISH"), &Value::Null));
    let event = |id: &str| {
        let uid = json!(format!("{id}.{}@huso", agenda.id));
        read["events"].as_array().unwrap().iter().find(|event| event["UID"] == uid).unwrap()
    };
    let full = event("long");
    assert_eq!(full["URL"], "https://example.org/a,b;c?d=e");
    assert_eq!(full["CONFERENCE"], "https://example.org/join?x=1,2;y=\"3\"");
    assert_eq!(full["LOCATION"], "Sala \\ 1, Av. Libertador 1, Santiago; Chile");
    assert_eq!(full["LAST-MODIFIED"], json!("2027-08-01T14:00:00Z".parse::<Instant>().unwrap().timestamp()));
    assert_eq!(event("inject")["SUMMARY"], "a END:VEVENT BEGIN:VEVENT – Feria; sur, 2027");
    for (id, status, sequence) in [
        ("long", "CONFIRMED", "14507400"),
        ("off", "CANCELLED", "3"),
        ("late", "CANCELLED", "14507400"),
        ("maybe", "TENTATIVE", "14507400"),
        ("moved", "CONFIRMED", "14507400"),
    ] {
        assert_eq!(
            (&event(id)["STATUS"], &event(id)["SEQUENCE"]),
            (&json!(status), &json!(sequence)),
            "{id}"
        );
    }
    assert_eq!(event("day")["DTSTART"], json!(date("2027-08-12").unwrap().to_string()));
    assert_eq!(compare_all(std::slice::from_ref(&agenda)), 8 * 6);
}

#[test]
#[ignore = "needs PyPI's icalendar: cargo xtask test calendars"]
fn two_thousand_sessions() {
    let agenda = agenda(&every_twenty_minutes("America/Santiago", "2026-03-25T00:00", 2_000).to_string());
    assert_eq!(compare_all(&[agenda]), 12_000);
}

/// The comparisons above would be worth nothing if the parser didn't read the file's own VTIMEZONE.
#[test]
#[ignore = "needs PyPI's icalendar: cargo xtask test calendars"]
fn the_parser_takes_the_rules_in_the_file() {
    let agenda = agenda(&every_twenty_minutes("America/Santiago", "2026-04-04T12:00", 108).to_string());
    let calendar = written(&agenda, Lang::Es);
    let another_law = calendar.replace("TZOFFSETTO:-0400", "TZOFFSETTO:-0500");
    assert_ne!(calendar, another_law);
    let read = parsed(&[calendar, another_law], &[]);
    assert_eq!(read[0]["zones"], json!(["America/Santiago"]));
    let last = |n: usize| read[n]["events"][107]["DTSTART"].as_i64().unwrap();
    assert_eq!(last(1) - last(0), 3_600);
}
