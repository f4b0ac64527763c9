//! schedule.json

use super::talk::{Day, Talk, acronym, days, guid, version};
use crate::address::web;
use huso_agenda::text::one_line;
use huso_agenda::{Agenda, Lang, Text};
use serde_json::{Map, Value, json};

/// The agenda as schedule.json, in texts for a reader of `lang`.
pub fn json(agenda: &Agenda, lang: Lang) -> String {
    let days = days(agenda, lang);
    let file = json!({
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": { "name": "Huso", "version": env!("CARGO_PKG_VERSION") },
        "schedule": { "version": version(agenda), "conference": conference(agenda, &days, lang) },
    });
    format!("{file:#}\n")
}

fn conference(agenda: &Agenda, days: &[Day], lang: Lang) -> Value {
    let line = |text: &Text| one_line(text.get(lang, agenda.language), " ");
    let mut conference = Map::new();
    let mut put = |key: &str, value: Value| conference.insert(key.to_owned(), value);
    put("acronym", acronym(agenda).into());
    put("title", line(&agenda.title).into());
    put("start", days.first().map_or(Value::from(""), |day| day.date.to_string().into()));
    put("end", days.last().map_or(Value::from(""), |day| day.date.to_string().into()));
    put("daysCount", days.len().into());
    put("timeslot_duration", "00:05".into());
    put("time_zone_name", agenda.zone.name().into());
    if let Some(url) = agenda.url.as_deref().and_then(web) {
        put("url", url.into());
    }
    let track = |track: &huso_agenda::event_file::Track| match &track.color {
        Some(color) => json!({ "name": line(&track.name), "color": color }),
        None => json!({ "name": line(&track.name) }),
    };
    put("tracks", agenda.tracks.iter().map(track).collect());
    let room = |venue: &huso_agenda::event_file::Venue| json!({ "name": line(&venue.name), "guid": guid(agenda, &format!("venue {}", venue.id)) });
    put("rooms", agenda.venues.iter().map(room).collect());
    put("days", days.iter().enumerate().map(|(index, one)| day(one, index + 1)).collect());
    conference.into()
}

fn day(day: &Day, index: usize) -> Value {
    let room = |(name, talks): &(String, Vec<Talk>)| (name.clone(), talks.iter().map(event).collect());
    let rooms: Map<String, Value> = day.rooms.iter().map(room).collect();
    let [start, end] = &day.span;
    json!({ "index": index, "date": day.date.to_string(), "day_start": start, "day_end": end, "rooms": rooms })
}

fn event(talk: &Talk) -> Value {
    let person = |(number, speaker): &(usize, &huso_agenda::event_file::Speaker)| json!({ "id": number, "public_name": speaker.name });
    let link = |(url, title): &(&str, String)| json!({ "url": url, "title": title });
    json!({
        "guid": talk.guid,
        "id": talk.number,
        "code": talk.session.id,
        "slug": talk.slug,
        "url": "",
        "date": talk.date,
        "start": talk.start,
        "duration": talk.duration,
        "room": talk.room,
        "title": talk.title,
        "subtitle": "",
        "track": talk.track,
        "type": talk.kind,
        "language": talk.language,
        "abstract": talk.summary,
        "description": "",
        "persons": talk.persons.iter().map(person).collect::<Value>(),
        "links": talk.links.iter().map(link).collect::<Value>(),
        "attachments": [],
    })
}
