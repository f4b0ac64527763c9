//! A session of Sessionize.

use super::categories::{self, Chosen, is_track};
use crate::FindingKind;
use crate::gather::Gather;
use crate::json::{list, string, text};
use crate::program::{Person, Session};
use huso_agenda::event_file::{LinkRel, SessionKind, SessionStatus};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What is named by ids in the view All; empty in the others, whose sessions carry names.
#[derive(Default)]
pub(super) struct Names {
    pub(super) rooms: HashMap<String, String>,
    pub(super) items: HashMap<String, Chosen>,
    pub(super) speakers: HashMap<String, usize>,
    /// Keys of the sessions that were read: the grid and groups have some twice.
    pub(super) known: HashSet<String>,
}

/// Adds a session, once.
pub(super) fn add(gather: &mut Gather, value: &Value, room: &str, names: &mut Names, place: &str) {
    let key = Some(text(&value["id"])).filter(|key| !key.is_empty());
    if key.as_ref().is_some_and(|key| !names.known.insert(key.clone())) {
        return;
    }
    let mut session = Session::new(text(&value["title"]), gather.origin(place));
    session.summary = text(&value["description"]).replace("\r\n", "\n");
    session.start = gather.time(string(&value["startsAt"]), place);
    session.end = gather.time(string(&value["endsAt"]), place);
    session.speakers = speakers(gather, value, names);
    session.venue = venue(gather, value, room, names);
    session.track = track(gather, value, names);
    session.status = status(string(&value["status"]));
    session.kind = kind(value);
    for (name, rel) in [("liveUrl", LinkRel::Join), ("recordingUrl", LinkRel::Recording)] {
        gather.link(&mut session, rel, string(&value[name]), place);
    }
    if !list(&value["questionAnswers"]).is_empty() {
        gather.unread("questionAnswers");
    }
    session.key = key;
    if session.title.is_empty() && session.start.is_none() {
        gather.report(place, FindingKind::LeftOut(session.key.unwrap_or_default()));
    } else {
        gather.program.sessions.push(session);
    }
}

fn speakers(gather: &mut Gather, value: &Value, names: &Names) -> Vec<usize> {
    let speaker = |one: &Value| match one {
        Value::Object(_) => gather.speaker(person(one)),
        id => names.speakers.get(&text(id)).copied(),
    };
    list(&value["speakers"]).iter().filter_map(speaker).collect()
}

/// Somebody who speaks. What stands under their name (`tagLine`) is their role and organization in one.
pub(super) fn person(value: &Value) -> Person {
    let full = ["fullName", "name"].map(|name| text(&value[name])).into_iter().find(|name| !name.is_empty());
    let parts = || ["firstName", "lastName"].map(|name| text(&value[name])).join(" ");
    Person {
        key: Some(text(&value["id"])).filter(|key| !key.is_empty()),
        name: full.unwrap_or_else(parts).trim().to_owned(),
        role: Some(text(&value["tagLine"])).filter(|role| !role.is_empty()),
        organization: None,
    }
}

fn venue(gather: &mut Gather, value: &Value, room: &str, names: &Names) -> Option<usize> {
    let own = text(&value["room"]);
    let by_id = names.rooms.get(&text(&value["roomId"])).map_or(room, String::as_str);
    gather.venue(if own.is_empty() { by_id } else { &own })
}

/// The first item of a category of tracks; other categories have no place in an agenda.
fn track(gather: &mut Gather, value: &Value, names: &Names) -> Option<usize> {
    let by_id = list(&value["categoryItems"]).iter().filter_map(|id| names.items.get(&text(id))).cloned();
    let mut track = None;
    for (category, item) in by_id.chain(categories::own(value)) {
        if track.is_none() && is_track(&category) {
            track = gather.track(&item);
        } else {
            gather.unread(&category);
        }
    }
    track
}

/// Sessionize exports what is accepted; organizers can have it export more.
fn status(text: &str) -> SessionStatus {
    match text.to_ascii_lowercase().as_str() {
        "" | "accepted" => SessionStatus::Confirmed,
        "declined" | "decline_queue" => SessionStatus::Cancelled,
        _ => SessionStatus::Tentative,
    }
}

/// Service sessions are registrations, meals and pauses; an opening that somebody holds is one too and no pause.
fn kind(value: &Value) -> SessionKind {
    let is_break = value["isServiceSession"] == true && list(&value["speakers"]).is_empty();
    if is_break { SessionKind::Break } else { SessionKind::Session }
}
