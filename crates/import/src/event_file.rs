//! An event file as a program, so that what is brought can be compared with it. What a program doesn't hold (the form,
//! colours, revisions) stays in the file itself: nothing is written back from here.

use crate::gather::Gather;
use crate::program::{Named, Person, Session};
use crate::{FindingKind, Read, Stated};
use chrono::{FixedOffset, TimeZone as _};
use huso_agenda::event_file::{EventFile, SessionEntry, parse};
use huso_agenda::{Lang, Text, iso, wall_time};
use serde_json::Value;
use std::collections::HashMap;

/// Reads an event file.
pub fn read(text: &str, file: usize) -> Read {
    let mut gather = Gather::new(file);
    let (event, faults) = parse::<Value>(text);
    for fault in faults {
        gather.report(&fault.place, FindingKind::EventFile(fault.problem));
    }
    if let Some(event) = event {
        whole(&mut gather, &event);
    }
    gather.done()
}

fn whole(gather: &mut Gather, event: &EventFile<Value>) {
    let language = event.language.as_deref().and_then(Lang::from_tag).unwrap_or(Lang::Es);
    let own = |text: &Text| text.get(language, language).to_owned();
    gather.zone(&event.timezone, format!("\"timezone\": \"{}\"", event.timezone), "timezone");
    gather.program.key = Some(event.id.clone()).filter(|id| !id.is_empty());
    gather.program.title = own(&event.title);
    gather.program.summary = event.summary.as_ref().map(own).unwrap_or_default();
    gather.program.language = event.language.clone();
    gather.program.url = event.url.clone();
    let named = |id: &String, name: &Text| Named { key: Some(id.clone()), name: own(name) };
    gather.program.tracks = event.tracks.iter().map(|track| named(&track.id, &track.name)).collect();
    gather.program.venues = event.venues.iter().map(|venue| named(&venue.id, &venue.name)).collect();
    gather.program.speakers = (event.speakers.iter())
        .map(|speaker| Person {
            key: Some(speaker.id.clone()),
            name: speaker.name.clone(),
            role: speaker.role.as_ref().map(own),
            organization: speaker.organization.clone(),
        })
        .collect();
    let ids = Ids {
        tracks: ids(event.tracks.iter().map(|track| &track.id)),
        venues: ids(event.venues.iter().map(|venue| &venue.id)),
        speakers: ids(event.speakers.iter().map(|speaker| &speaker.id)),
    };
    for (at, entry) in event.sessions.iter().enumerate() {
        session(gather, entry, &own, &ids, &format!("sessions[{at}]"));
    }
}

/// Which of its list each id names.
struct Ids<'a> {
    tracks: HashMap<&'a str, usize>,
    venues: HashMap<&'a str, usize>,
    speakers: HashMap<&'a str, usize>,
}

fn ids<'a>(all: impl Iterator<Item = &'a String>) -> HashMap<&'a str, usize> {
    let mut ids = HashMap::new();
    for (index, id) in all.enumerate() {
        ids.entry(id.as_str()).or_insert(index);
    }
    ids
}

fn session(gather: &mut Gather, entry: &SessionEntry, own: &dyn Fn(&Text) -> String, ids: &Ids, place: &str) {
    let mut session = Session::new(own(&entry.title), gather.origin(place));
    session.key = Some(entry.id.clone());
    session.summary = entry.summary.as_ref().map(own).unwrap_or_default();
    session.start = start(gather, entry, place);
    session.end = stated(gather, &entry.end, entry, place);
    session.duration = length(gather, entry, place);
    session.status = entry.status.unwrap_or_default();
    session.kind = entry.kind.unwrap_or_default();
    let index = |all: &HashMap<&str, usize>, id: &String| all.get(id.as_str()).copied();
    session.track = entry.track.as_ref().and_then(|id| index(&ids.tracks, id));
    session.venue = entry.venue.as_ref().and_then(|id| index(&ids.venues, id));
    session.speakers = entry.speakers.iter().filter_map(|id| index(&ids.speakers, id)).collect();
    session.languages = entry.languages.clone();
    session.links = entry.links.iter().map(|link| (link.rel, link.url.clone())).collect();
    gather.program.sessions.push(session);
}

fn start(gather: &mut Gather, entry: &SessionEntry, place: &str) -> Option<Stated> {
    if entry.start.is_none() {
        let date = entry.date.as_ref()?;
        let day = wall_time::date(date).ok().map(Stated::Day);
        return day.or_else(|| reported(gather, date, place));
    }
    let time = stated(gather, &entry.start, entry, place)?;
    match (&time, entry.utc_offset.as_deref().map(wall_time::offset)) {
        (Stated::Wall(wall), Some(Ok(offset))) => {
            let offset = FixedOffset::east_opt(offset)?;
            offset.from_local_datetime(wall).single().map(Stated::Offset)
        }
        // Of a zone of its own and an offset, the zone counts: together they are more than a stated time holds.
        (Stated::Zoned(wall, zone), Some(_)) => {
            let one = format!("{} {zone}", iso::minute(*wall));
            let other = entry.utc_offset.clone().unwrap_or_default();
            gather.report(place, FindingKind::LeftOut(format!("{one} {other}")));
            Some(time)
        }
        _ => Some(time),
    }
}

/// A time on the session's own clocks where it names any: a zone's, or `floating`.
fn stated(gather: &mut Gather, text: &Option<String>, entry: &SessionEntry, place: &str) -> Option<Stated> {
    let text = text.as_ref()?;
    let Ok(wall) = wall_time::wall_time(text) else { return reported(gather, text, place) };
    Some(match &entry.timezone {
        Some(zone) => Stated::Zoned(wall, zone.clone()),
        None => Stated::Wall(wall),
    })
}

fn length(gather: &mut Gather, entry: &SessionEntry, place: &str) -> Option<chrono::TimeDelta> {
    let text = entry.duration.as_ref()?;
    let length = wall_time::duration(text).ok();
    length.or_else(|| reported(gather, text, place))
}

fn reported<T>(gather: &mut Gather, text: &str, place: &str) -> Option<T> {
    gather.report(place, FindingKind::Time(text.to_owned()));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{settle, write};

    /// What is written again has the same sessions at the same times, with the same ids.
    #[test]
    fn an_event_file_comes_back_as_it_was() {
        let file = include_str!("../../../examples/pacific-alliance-2027.json");
        let read = read(file, 0);
        assert_eq!(read.findings, []);
        let written = write(&read.program, &settle(&read.program, None).unwrap());
        let original: Value = serde_json::from_str(file).unwrap();
        let lists = |file: &Value| {
            let sessions = file["sessions"].as_array().unwrap().clone();
            let part = |one: &Value| {
                ["id", "start", "end", "date", "timezone", "track", "venue", "speakers", "kind"]
                    .map(|key| one[key].clone())
            };
            sessions.iter().map(part).collect::<Vec<_>>()
        };
        assert_eq!(lists(&written), lists(&original));
    }

    #[test]
    fn faults_are_those_of_the_format_and_others_stay() {
        let file = r#"{"huso": 1, "id": "a", "title": {"en": "A", "es": "Á"}, "timezone": "America/Lima", "sessions": [
            {"id": "1", "title": "Uno", "start": "2027-08-09T10:00", "timezone": "floating"},
            {"id": "2", "title": "Dos", "start": "mañana", "utc_offset": "-05:00"},
            {"id": "3", "title": "Tres", "start": "2027-08-09T10:00", "utc_offset": "-05:00"}, {"id": 4}]}"#;
        let read = read(file, 0);
        assert_eq!(read.program.title, "Á");
        let starts: Vec<_> = read.program.sessions.iter().map(|one| one.start.clone()).collect();
        assert!(
            matches!(&starts[..], [Some(Stated::Zoned(_, zone)), None, Some(Stated::Offset(_))] if zone == "floating")
        );
        assert!(read.findings.iter().any(|one| one.kind == FindingKind::Time("mañana".to_owned())));
        assert!(read.findings.iter().any(|one| matches!(one.kind, FindingKind::EventFile(_))));
        assert_eq!(settle(&read.program, None).unwrap().timezone, "America/Lima");
    }
}
