//! What is imported, under the names that the event file has for the same things.

use crate::document::Document;
use crate::place::Place;
use huso_agenda::fold::folded;
use huso_agenda::slug::unused;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The event file's lists that sessions name entries of, each with the session's key.
pub(super) const LISTS: [(&str, &str); 3] =
    [("tracks", "track"), ("venues", "venue"), ("speakers", "speakers")];

/// What is imported, with the ids of the event file's tracks, venues and speakers of the same id or name. Where its zone
/// is another, each session says it itself.
pub(super) fn aligned(current: &Document, incoming: &Document) -> Value {
    let mut event = incoming.value().clone();
    for (list, key) in LISTS {
        let ids = ids(current.list(&Place::parse(list)), incoming.list(&Place::parse(list)));
        entries(&mut event, list).for_each(|entry| rename(entry.get_mut("id"), &ids));
        entries(&mut event, "sessions").for_each(|session| rename(session.get_mut(key), &ids));
    }
    let zone = |document: &Document| document.str(&Place::parse("timezone")).to_owned();
    let (there, here) = (zone(current), zone(incoming));
    if !there.is_empty() && there != here {
        entries(&mut event, "sessions").for_each(|session| say_zone(session, &here));
    }
    event
}

/// The name of something in any language, as names are compared.
pub(super) fn name(entry: &Value, key: &str) -> String {
    let written = entry.get(key);
    let any = || written?.as_object()?.values().find_map(Value::as_str);
    let name = folded(written.and_then(Value::as_str).or_else(any).unwrap_or_default());
    name.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// An entry's id; empty where it has none.
pub(super) fn id(entry: &Value) -> &str {
    entry.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// What each imported id is to be called.
fn ids(current: &[Value], incoming: &[Value]) -> HashMap<String, String> {
    let named = |entry: &Value| {
        let by_name = current
            .iter()
            .find(|other| !name(entry, "name").is_empty() && name(other, "name") == name(entry, "name"));
        by_name
            .or_else(|| current.iter().find(|other| id(other) == id(entry) && name(other, "name").is_empty()))
    };
    let mut taken: HashSet<String> = current.iter().map(|entry| id(entry).to_owned()).collect();
    let mut ids = HashMap::new();
    for entry in incoming {
        let own = match named(entry) {
            Some(other) => id(other).to_owned(),
            None => unused(id(entry), &mut taken),
        };
        ids.insert(id(entry).to_owned(), own);
    }
    ids
}

fn entries<'a>(event: &'a mut Value, list: &str) -> impl Iterator<Item = &'a mut Value> {
    event.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten()
}

/// Renames an id, or each of a list.
fn rename(value: Option<&mut Value>, ids: &HashMap<String, String>) {
    match value {
        Some(Value::String(id)) => {
            if let Some(other) = ids.get(id.as_str()) {
                id.clone_from(other);
            }
        }
        Some(Value::Array(list)) => list.iter_mut().for_each(|id| rename(Some(id), ids)),
        _ => {}
    }
}

fn say_zone(session: &mut Value, zone: &str) {
    if let Some(session) = session.as_object_mut().filter(|session| session.contains_key("start")) {
        session.entry("timezone").or_insert_with(|| zone.into());
    }
}
