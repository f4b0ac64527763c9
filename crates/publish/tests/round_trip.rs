//! What is published is read back as it was, as far as its format can hold it.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod support;

use huso_agenda::chrono::NaiveDate;
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::{Agenda, Lang, Session, Text, wall_time};
use huso_announcement::Context;
use huso_import::{open, settle, write};
use huso_publish::{calendar, schedule, table};
use std::collections::BTreeSet;
use support::{event, examples};

/// The agenda of a file that was published, read by the importers as anybody's: nothing has to be asked.
fn read_back(bytes: &[u8], name: &str) -> Agenda {
    let context = Context { date: None, today: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() };
    let opened = open(bytes, name, 0, &context);
    let [opened] = opened.as_slice() else { panic!("{name}: {} files", opened.len()) };
    let program = &opened.read.program;
    let settled = settle(program, None).unwrap_or_else(|question| panic!("{name}: {question:?}"));
    event(&write(program, &settled).to_string()).agenda
}

/// What all formats hold of a session.
#[derive(Debug, PartialEq)]
struct Held {
    title: String,
    start: Option<huso_agenda::Instant>,
    end: Option<huso_agenda::Instant>,
    day: Option<NaiveDate>,
    track: Option<String>,
    venue: Option<String>,
}

fn line(agenda: &Agenda, text: &Text) -> String {
    text.get(Lang::Es, agenda.language).to_owned()
}

fn held(agenda: &Agenda, session: &Session) -> Held {
    Held {
        title: line(agenda, &session.title),
        start: session.start(),
        end: session.end(),
        day: session.day,
        track: session.track.as_deref().and_then(|id| Some(line(agenda, &agenda.track(id)?.name))),
        venue: session.venue.as_deref().and_then(|id| Some(line(agenda, &agenda.venue(id)?.name))),
    }
}

fn all_held(agenda: &Agenda, is_held: impl Fn(&Session) -> bool) -> Vec<Held> {
    agenda.sessions.iter().filter(|session| is_held(session)).map(|session| held(agenda, session)).collect()
}

/// Names of those who speak, by session.
fn speakers(agenda: &Agenda) -> Vec<Vec<&str>> {
    let names = |session: &Session| {
        session.speakers.iter().filter_map(|id| Some(agenda.speaker(id)?.name.as_str())).collect()
    };
    agenda.sessions.iter().map(names).collect()
}

/// Ids of those sessions that every format holds, sorted: schedules go by rooms.
fn ids(agenda: &Agenda) -> BTreeSet<&str> {
    agenda.sessions.iter().filter(|session| timed(session)).map(|session| session.id.as_str()).collect()
}

fn kinds(agenda: &Agenda) -> Vec<SessionKind> {
    agenda.sessions.iter().map(|session| session.kind).collect()
}

/// Two days, a night, a night in which the clocks are set back, breaks, people, and text that formats have signs of their own
/// for.
fn rich() -> Agenda {
    event(
        r#"{"huso": 1, "id": "feria-2027", "title": "Feria, «sur»; y más", "timezone": "America/Santiago",
        "tracks": [{"id": "t", "name": "Eje 1: café, té"}], "venues": [{"id": "v", "name": "Sala A; piso 2"}],
        "speakers": [{"id": "ana", "name": "Ana Pérez", "organization": "ProColombia"}, {"id": "eva", "name": "Eva Ruiz"}],
        "sessions": [
            {"id": "a", "title": "Una \"primera\", con comas; y más", "summary": "Dos\nlíneas, y <b>signos</b> & más.",
             "start": "2027-04-02T09:00", "end": "2027-04-02T10:05", "track": "t", "venue": "v", "speakers": ["ana", "eva"]},
            {"id": "p", "title": "Pausa para café", "kind": "break", "start": "2027-04-02T10:05", "duration": "PT20M", "venue": "v"},
            {"id": "n", "title": "Noche", "start": "2027-04-02T22:30", "duration": "PT3H"},
            {"id": "f", "title": "Primera vez", "start": "2027-04-03T23:10", "duration": "PT20M"},
            {"id": "s", "title": "Segunda vez", "start": "2027-04-03T23:15", "utc_offset": "-04:00", "duration": "PT20M"}]}"#,
    )
    .agenda
}

fn agendas() -> Vec<Agenda> {
    examples().into_iter().map(|event| event.agenda).chain([rich()]).collect()
}

fn timed(session: &Session) -> bool {
    session.start().is_some()
}

#[test]
fn a_calendar_is_read_back() {
    for agenda in agendas() {
        let now = wall_time::instant("2026-11-27T00:00:00Z").unwrap();
        let back = read_back(calendar::calendar(&agenda, Lang::Es, now).as_bytes(), "a.ics");
        // Calendars show an event's name with each session; it is none of its title.
        assert_eq!(all_held(&back, timed), all_held(&agenda, timed), "{}", agenda.id);
        assert_eq!((&back.id, ids(&back)), (&agenda.id, ids(&agenda)));
        assert_eq!(back.zone.name(), agenda.zone.name());
        let status = |agenda: &Agenda| {
            agenda.sessions.iter().map(|one| one.status == SessionStatus::Cancelled).collect::<Vec<_>>()
        };
        assert_eq!(status(&back), status(&agenda));
    }
}

/// The kind: what calendars add to ids and titles is taken off, whatever signs stand in them, and of other programs nothing is.
#[test]
fn calendars_give_ids_titles_and_status_back() {
    let agenda = event(
        r#"{"huso": 1, "id": "feria.2027", "title": "Feria – 2027", "timezone": "America/Lima", "sessions": [
            {"id": "a.b", "title": "Uno – dos", "start": "2027-04-02T09:00", "duration": "PT1H"},
            {"id": "c", "title": "Feria – 2027", "start": "2027-04-02T10:00", "duration": "PT1H", "status": "cancelled"},
            {"id": "d", "title": "Tres", "start": "2027-04-02T11:00", "duration": "PT1H", "status": "postponed"}]}"#,
    )
    .agenda;
    let now = wall_time::instant("2026-11-27T00:00:00Z").unwrap();
    let of = |agenda: &Agenda| -> Vec<_> {
        let sessions = agenda.sessions.iter();
        sessions.map(|one| (one.id.clone(), line(agenda, &one.title), one.status)).collect()
    };
    for lang in Lang::ALL {
        let written = calendar::calendar(&agenda, lang, now);
        let back = read_back(written.as_bytes(), "a.ics");
        assert_eq!((&back.id, of(&back)), (&agenda.id, of(&agenda)), "{lang:?}");
        let others = read_back(written.replace("//Huso//Huso//", "//Otro//Otro//").as_bytes(), "a.ics");
        assert_eq!(line(&others, &others.sessions[0].title), "Uno – dos – Feria – 2027");
    }
}

#[test]
fn schedules_are_read_back() {
    for agenda in agendas() {
        for (name, text) in [
            ("schedule.json", schedule::json(&agenda, Lang::Es)),
            ("schedule.xml", schedule::xml(&agenda, Lang::Es)),
        ] {
            let back = read_back(text.as_bytes(), name);
            assert_eq!(all_held(&back, timed), all_held(&agenda, timed), "{name} of {}", agenda.id);
            assert_eq!(ids(&back), ids(&agenda));
            assert_eq!(speakers(&back), speakers(&agenda));
            assert_eq!(kinds(&back), kinds(&agenda));
            assert_eq!(line(&back, &back.title), line(&agenda, &agenda.title));
        }
    }
}

#[test]
fn tables_are_read_back_in_each_language() {
    let now = wall_time::instant("2026-11-27T00:00:00Z").unwrap();
    for agenda in agendas() {
        for lang in Lang::ALL {
            for (name, bytes) in [
                ("a.csv", table::csv(&agenda, lang).into_bytes()),
                ("a.xlsx", table::xlsx(&agenda, lang, now).unwrap()),
            ] {
                let back = read_back(&bytes, name);
                let instants = |agenda: &Agenda| {
                    agenda
                        .sessions
                        .iter()
                        .map(|one| (one.id.clone(), one.start(), one.end()))
                        .collect::<Vec<_>>()
                };
                assert_eq!(instants(&back), instants(&agenda), "{name} of {} in {lang:?}", agenda.id);
                assert_eq!((speakers(&back), kinds(&back)), (speakers(&agenda), kinds(&agenda)), "{name}");
                if lang == Lang::Es {
                    assert_eq!(all_held(&back, timed), all_held(&agenda, timed), "{name} of {}", agenda.id);
                }
            }
        }
    }
}
