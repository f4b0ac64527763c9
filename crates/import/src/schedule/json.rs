//! schedule.json

use super::entry::{Day, Entry, KEYS, add, keys};
use crate::gather::Gather;
use crate::json::{list, string, text};
use crate::program::Person;
use crate::{Read, written};
use huso_agenda::event_file::LinkRel;
use serde_json::Value;

/// What of an event is read, or says nothing that an agenda has.
const READ: [&str; 25] = [
    "id",
    "guid",
    "code",
    "date",
    "start",
    "end",
    "duration",
    "room",
    "title",
    "subtitle",
    "track",
    "type",
    "language",
    "abstract",
    "description",
    "persons",
    "participants",
    "links",
    "attachments",
    "url",
    "video_download_url",
    "slug",
    "recording_license",
    "do_not_record",
    "answers",
];

/// Reads a schedule.json, whose events stand in the rooms of its days, or, in its second version, in a list of their own.
pub fn read(value: &Value, file: usize) -> Read {
    let mut gather = Gather::new(file);
    let conference = value.pointer("/schedule/conference").unwrap_or(&Value::Null);
    gather.program.title = text(&conference["title"]);
    gather.program.url = Some(text(&conference["url"])).filter(|url| huso_agenda::link::is_web(url));
    let zone = string(&conference["time_zone_name"]);
    if !zone.is_empty() {
        gather.zone(zone, format!("\"time_zone_name\": \"{zone}\""), "schedule.conference.time_zone_name");
    }
    let keys = keys(value.pointer("/generator/name").and_then(Value::as_str));
    for (at, day) in list(&conference["days"]).iter().enumerate() {
        read_day(&mut gather, day, conference, keys, &format!("days[{at}]"));
    }
    let events = value.pointer("/schedule/events").map(list).unwrap_or_default();
    for (at, event) in events.iter().enumerate() {
        let entry = entry(&mut gather, event, conference, keys, "");
        add(&mut gather, entry, &Day::default(), &format!("events[{at}]"));
    }
    gather.done()
}

fn read_day(gather: &mut Gather, day: &Value, conference: &Value, keys: [&str; 3], place: &str) {
    let begins = written::time(string(&day["day_start"])).and_then(|time| time.clock());
    let here = Day { date: written::day(string(&day["date"])), change: begins.map(|begins| begins.time()) };
    let Some(rooms) = day["rooms"].as_object() else { return };
    for (room, events) in rooms {
        for (at, event) in list(events).iter().enumerate() {
            let entry = entry(gather, event, conference, keys, room);
            add(gather, entry, &here, &format!("{place}.rooms.{room}[{at}]"));
        }
    }
}

fn entry<'a>(
    gather: &mut Gather,
    event: &'a Value,
    conference: &Value,
    keys: [&str; 3],
    room: &str,
) -> Entry<'a> {
    let others = event.as_object().into_iter().flatten().filter(|(name, _)| !READ.contains(&name.as_str()));
    for (name, _) in others.filter(|(_, value)| !is_empty(value)) {
        gather.unread(&format!("event.{name}"));
    }
    let own = text(&event["room"]);
    // A time of day beside a date, or all of it.
    let (date, start) = match string(&event["start"]) {
        moment if moment.contains('T') => (moment, ""),
        clock => (string(&event["date"]), clock),
    };
    Entry {
        key: key(event, keys),
        title: text(&event["title"]),
        texts: ["subtitle", "abstract", "description"].map(|name| text(&event[name])).into(),
        date,
        start,
        end: string(&event["end"]),
        duration: text(&event["duration"]),
        room: if own.is_empty() { room.to_owned() } else { own },
        track: track(event, conference),
        kind: text(&event["type"]),
        language: string(&event["language"]),
        persons: ["persons", "participants"]
            .iter()
            .flat_map(|name| list(&event[*name]))
            .map(person)
            .collect(),
        links: links(event),
    }
}

/// The name of its track, which may be told by its slug alone.
fn track(event: &Value, conference: &Value) -> String {
    let slug = event.pointer("/track/slug").map(string).unwrap_or_default();
    let named = list(&conference["tracks"]).iter().find(|track| !slug.is_empty() && track["slug"] == slug);
    named.map_or_else(|| text(&event["track"]), |track| text(&track["name"]))
}

fn key(value: &Value, keys: [&str; 3]) -> Option<String> {
    keys.iter().map(|name| text(&value[name])).find(|key| !key.is_empty())
}

fn person(person: &Value) -> Person {
    let names = ["public_name", "full_public_name", "name"].map(|name| text(&person[name]));
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    Person { key: key(person, KEYS), name, ..Person::default() }
}

fn links(event: &Value) -> Vec<(LinkRel, String)> {
    let mut links = vec![(LinkRel::More, text(&event["url"]))];
    links.push((LinkRel::Recording, text(&event["video_download_url"])));
    for (name, rel) in [("links", LinkRel::More), ("attachments", LinkRel::Slides)] {
        for link in list(&event[name]) {
            let urls = [text(&link["url"]), text(&link["href"]), text(link)];
            links.extend(urls.into_iter().find(|url| !url.is_empty()).map(|url| (rel, url)));
        }
    }
    links
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Doubt, Stated, settle};
    use serde_json::json;

    /// pretalx's democon of voc/schedule: its times have +01:00, its zone is UTC.
    #[test]
    fn a_zone_that_the_offsets_contradict_is_asked() {
        let event = json!({"guid": "a", "date": "2027-12-14T09:00:00+01:00", "start": "09:00", "duration": "00:30",
            "room": "Gris", "title": "Uno", "persons": [{"id": 26, "code": "NQ", "public_name": "P"}]});
        let file = json!({"schedule": {"conference": {"title": "Demo", "time_zone_name": "UTC",
            "days": [{"date": "2027-12-14", "rooms": {"Gris": [event]}}]}}});
        let read = read(&file, 0);
        assert_eq!(read.findings, []);
        assert!(matches!(read.program.sessions[0].start, Some(Stated::Offset(_))));
        assert_eq!(read.program.speakers[0].key.as_deref(), Some("NQ"));
        let question = settle(&read.program, None).unwrap_err();
        assert!(matches!(question.doubt, Doubt::Contradictory { offset: Some(3600), .. }));
    }

    /// hub-schedule2 of voc/schedule.
    #[test]
    fn events_of_the_second_version_stand_in_a_list() {
        let event = json!({"guid": "a", "start": "2027-12-27T10:30:00-05:00", "end": "2027-12-27T11:00:00-05:00",
            "room": {"name": "Sala 1", "slug": "sala-1"}, "title": "Uno", "track": {"slug": "art"},
            "participants": [{"guid": "b", "name": "Ana Ruiz", "role": "SPEAKER"}]});
        let file = json!({"schedule": {"conference": {"title": "Demo", "time_zone_name": "America/Bogota",
            "tracks": [{"slug": "art", "name": "Arte"}], "days": []}, "events": [event]}});
        let read = read(&file, 0);
        assert_eq!(read.findings, []);
        let named =
            (&read.program.tracks[0].name, &read.program.venues[0].name, &read.program.speakers[0].name);
        assert_eq!(named, (&"Arte".to_owned(), &"Sala 1".to_owned(), &"Ana Ruiz".to_owned()));
        let session = &read.program.sessions[0];
        assert!(session.end.is_some() && settle(&read.program, None).unwrap().timezone == "America/Bogota");
    }
}
