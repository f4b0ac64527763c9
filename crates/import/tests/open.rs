//! Every kind of file by the one way in, and read again by what was answered.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use huso_announcement::Context;
use huso_import::table::Field;
use huso_import::{FindingKind, Kind, Opened, Source, open};

fn context(date: Option<&str>) -> Context {
    Context {
        date: date.map(|date| date.parse().unwrap()),
        today: NaiveDate::from_ymd_opt(2023, 8, 1).unwrap(),
    }
}

fn opened(name: &str) -> Opened {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    open(&std::fs::read(path).unwrap(), name, 0, &context(None)).remove(0)
}

fn timed(opened: &Opened) -> usize {
    opened.read.program.sessions.iter().filter(|session| session.start.is_some()).count()
}

#[test]
fn every_kind_of_file_is_read() {
    for (name, kind) in [
        ("ical/google.ics", Kind::Calendar),
        ("ical/outlook.ics", Kind::Calendar),
        ("table/rooms.xlsx", Kind::Spreadsheet),
        ("table/course.ods", Kind::Spreadsheet),
        ("table/days.csv", Kind::Table),
        ("table/semicolons.csv", Kind::Table),
        ("table/moments.tsv", Kind::Table),
        ("schedule/frab.xml", Kind::ScheduleXml),
        ("schedule/pretalx.json", Kind::ScheduleJson),
        ("prose/pacific-alliance.txt", Kind::Prose),
    ] {
        let opened = opened(name);
        assert_eq!(opened.kind, kind, "{name}");
        assert!(!opened.read.program.sessions.is_empty(), "{name}: {opened:?}");
        let is_right = match opened.source {
            Source::Table { .. } => matches!(kind, Kind::Spreadsheet | Kind::Table),
            Source::Text { .. } => kind == Kind::Prose,
            Source::Entries | Source::EventFile(_) => {
                !matches!(kind, Kind::Spreadsheet | Kind::Table | Kind::Prose)
            }
        };
        assert!(is_right, "{name}");
    }
}

#[test]
fn a_day_that_is_missing_is_asked_and_counts_when_it_is_said() {
    for text in [
        "Hora;Actividad\n10:00;Apertura\n11:00;Panel",
        "Programa de la jornada\n\n10:00 - 10:30 Apertura\n10:30 - 11:00 Panel",
    ] {
        let undated = open(text.as_bytes(), "x", 0, &context(None)).remove(0);
        assert_eq!(timed(&undated), 0, "{undated:?}");
        let asks = |opened: &Opened| {
            let kinds = opened.read.findings.iter().map(|finding| &finding.kind);
            kinds.filter(|kind| matches!(kind, FindingKind::DateNeeded(_))).count()
        };
        assert!(asks(&undated) > 0, "{undated:?}");
        let dated = undated.dated(&context(Some("2027-08-09")));
        assert_eq!((timed(&dated), asks(&dated)), (2, 0), "{dated:?}");
    }
}

#[test]
fn columns_can_be_taken_for_something_else() {
    let text = "Hora;Actividad;Notas\n2027-08-09 10:00;Apertura;Sala Norte\n2027-08-09 11:00;Panel;Sala Sur";
    let opened = open(text.as_bytes(), "x", 0, &context(None)).remove(0);
    let Source::Table { mut mappings, .. } = opened.source.clone() else { panic!("{opened:?}") };
    *mappings.first_mut().unwrap().columns.last_mut().unwrap() = Field::Venue;
    let mapped = opened.mapped(mappings, &context(None));
    let venues: Vec<_> = mapped.read.program.venues.iter().map(|venue| venue.name.as_str()).collect();
    assert_eq!(venues, ["Sala Norte", "Sala Sur"]);
}
