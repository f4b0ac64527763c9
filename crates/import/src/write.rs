//! A settled program as an event file.

use crate::program::{Named, Person, Program, Session};
use crate::settle::{Settled, When};
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::iso;
use huso_agenda::slug::{slug, unused};
use serde_json::{Map, Value, json};
use std::collections::HashSet;

/// An event file (docs/event-file.md) of a program. Ids are those of the source where it has any, and made of names
/// otherwise, so that the same source makes the same ids.
pub fn write(program: &Program, settled: &Settled) -> Value {
    let mut ids = Ids::default();
    let tracks = ids.of_all(&program.tracks, Named::id);
    let mut ids = Ids::default();
    let venues = ids.of_all(&program.venues, Named::id);
    let mut ids = Ids::default();
    let speakers = ids.of_all(&program.speakers, Person::id);
    let mut ids = Ids::default();
    let sessions = ids.of_all(&program.sessions, Session::id);
    let named = |named: &Named, id: &str| json!({ "id": id, "name": named.name });
    let mut event = Map::new();
    event.insert("huso".into(), 1.into());
    event.insert("id".into(), or(id(program.key.as_ref(), &program.title), "event").into());
    put(&mut event, "language", program.language.clone());
    event.insert("title".into(), program.title.clone().into());
    put(&mut event, "summary", filled(&program.summary));
    put(&mut event, "url", program.url.clone());
    event.insert("timezone".into(), settled.timezone.clone().into());
    put(&mut event, "tracks", list(&program.tracks, &tracks, named));
    put(&mut event, "venues", list(&program.venues, &venues, named));
    put(&mut event, "speakers", list(&program.speakers, &speakers, speaker));
    let spans = settled.spans.iter().chain(std::iter::repeat(&[None, None]));
    let names = Names { tracks: &tracks, venues: &venues, speakers: &speakers };
    let all = program.sessions.iter().zip(&sessions).zip(spans);
    let all = all.map(|((one, id), [start, end])| session(one, id, start.as_ref(), end.as_ref(), &names));
    event.insert("sessions".into(), all.collect());
    event.into()
}

/// The ids of what sessions name.
struct Names<'a> {
    tracks: &'a [String],
    venues: &'a [String],
    speakers: &'a [String],
}

fn speaker(person: &Person, id: &str) -> Value {
    let mut entry = Map::new();
    entry.insert("id".into(), id.into());
    entry.insert("name".into(), person.name.clone().into());
    put(&mut entry, "role", person.role.clone());
    put(&mut entry, "organization", person.organization.clone());
    entry.into()
}

fn session(session: &Session, id: &str, start: Option<&When>, end: Option<&When>, names: &Names) -> Value {
    let mut entry = Map::new();
    entry.insert("id".into(), id.into());
    entry.insert("title".into(), session.title.clone().into());
    put(&mut entry, "summary", filled(&session.summary));
    match start {
        Some(When::Day(date)) => put(&mut entry, "date", Some(date.to_string())),
        Some(When::Wall { wall, timezone, offset }) => {
            put(&mut entry, "start", Some(iso::minute(*wall)));
            put(&mut entry, "timezone", timezone.clone());
            put(&mut entry, "utc_offset", offset.map(iso::offset));
        }
        None => {}
    }
    match end {
        Some(When::Wall { wall, .. }) => put(&mut entry, "end", Some(iso::minute(*wall))),
        _ => {
            put(&mut entry, "duration", session.duration.map(|length| format!("PT{}M", length.num_minutes())))
        }
    }
    put(
        &mut entry,
        "status",
        Some(session.status).filter(|it| *it != SessionStatus::default()).map(SessionStatus::word),
    );
    put(
        &mut entry,
        "kind",
        Some(session.kind).filter(|it| *it != SessionKind::default()).map(SessionKind::word),
    );
    put(&mut entry, "track", session.track.and_then(|index| names.tracks.get(index)).cloned());
    put(&mut entry, "venue", session.venue.and_then(|index| names.venues.get(index)).cloned());
    let speakers: Vec<_> =
        session.speakers.iter().filter_map(|index| names.speakers.get(*index)).cloned().collect();
    put(&mut entry, "speakers", (!speakers.is_empty()).then_some(speakers));
    put(&mut entry, "languages", (!session.languages.is_empty()).then(|| session.languages.clone()));
    let link =
        |(rel, url): &(huso_agenda::event_file::LinkRel, String)| json!({ "rel": rel.word(), "url": url });
    put(
        &mut entry,
        "links",
        (!session.links.is_empty()).then(|| session.links.iter().map(link).collect::<Value>()),
    );
    entry.into()
}

fn list<T>(all: &[T], ids: &[String], entry: fn(&T, &str) -> Value) -> Option<Value> {
    (!all.is_empty()).then(|| all.iter().zip(ids).map(|(one, id)| entry(one, id)).collect())
}

fn put(entry: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        entry.insert(key.to_owned(), value.into());
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn or(text: String, other: &str) -> String {
    if text.is_empty() { other.to_owned() } else { text }
}

impl Named {
    fn id(&self) -> String {
        id(self.key.as_ref(), &self.name)
    }
}

impl Person {
    fn id(&self) -> String {
        id(self.key.as_ref(), &self.name)
    }
}

impl Session {
    fn id(&self) -> String {
        id(self.key.as_ref(), &self.title)
    }
}

/// An id: the source's own as it is, if it can be one in links; else one that is made of it, or of the name.
fn id(key: Option<&String>, name: &str) -> String {
    let is_plain = |key: &&String| {
        !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter))
    };
    key.filter(is_plain).cloned().unwrap_or_else(|| slug(key.map_or(name, String::as_str)))
}

/// Ids, each once.
#[derive(Default)]
struct Ids(HashSet<String>);

impl Ids {
    fn of_all<T>(&mut self, all: &[T], id: fn(&T) -> String) -> Vec<String> {
        all.iter().map(|one| unused(&or(id(one), "x"), &mut self.0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::{Origin, Place};
    use crate::settle::settle;
    use crate::{Stated, ZoneClaim};
    use huso_agenda::wall_time;

    #[test]
    fn what_is_written_is_an_event_file_without_faults() {
        let origin = || Origin { file: 0, place: Place::Line(1) };
        let at = |text| Some(Stated::Wall(wall_time::wall_time(text).unwrap()));
        let one = |title: &str| Session {
            start: at("2027-08-09T10:00"),
            end: at("2027-08-09T10:30"),
            track: Some(0),
            venue: Some(0),
            speakers: vec![0],
            ..Session::new(title, origin())
        };
        let pause = Session {
            kind: SessionKind::Break,
            duration: Some(chrono::TimeDelta::minutes(20)),
            ..Session::new("Pausa", origin())
        };
        let program = Program {
            title: "Rueda de negocios".into(),
            zones: vec![ZoneClaim {
                zone: "America/Bogota".into(),
                words: "hora COL".into(),
                origin: origin(),
            }],
            tracks: vec![Named { key: None, name: "Agenda académica".into() }],
            venues: vec![Named { key: Some("sala 1".into()), name: "Sala Ñandú".into() }],
            speakers: vec![Person { name: "Antonín Dvořák".into(), ..Person::default() }],
            sessions: vec![one("Inauguración"), one("Inauguración"), pause, one("開会")],
            ..Program::default()
        };
        let written = write(&program, &settle(&program, None).unwrap());
        let ids: Vec<_> =
            written["sessions"].as_array().unwrap().iter().map(|session| session["id"].clone()).collect();
        assert_eq!(ids, ["inauguracion", "inauguracion-2", "pausa", "x"]);
        let (file, faults) = huso_agenda::event_file::parse::<String>(&written.to_string());
        let file = file.unwrap();
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(file.timezone, "America/Bogota");
    }
}
