//! Does what was chosen of a comparison.

use super::aligned::{LISTS, id};
use super::item::{Comparison, FieldChange, Item, Kind};
use super::times;
use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use serde_json::Value;
use std::collections::HashSet;

/// The event file after what was chosen of a comparison with it: `chosen` are items, from 0, and `taken` are the keys of
/// items, from 0, whose imported value is taken although it was edited by hand.
#[must_use]
pub fn apply(
    current: &Document,
    comparison: &Comparison,
    chosen: &HashSet<usize>,
    taken: &HashSet<(usize, String)>,
) -> Document {
    let all = || comparison.items.iter().enumerate();
    let is_taken = |at: usize, field: &FieldChange| {
        if field.by_hand { taken.contains(&(at, field.key.clone())) } else { chosen.contains(&at) }
    };
    let changed = all().flat_map(|(at, item)| {
        let fields = item.fields.iter().filter(move |field| is_taken(at, field));
        fields.flat_map(|field| change(item, field))
    });
    let mut document = current.with(&changed.collect::<Vec<_>>());
    let chosen = |kind: Kind| {
        all().filter(move |(at, item)| item.kind == kind && chosen.contains(at)).map(|(_, item)| item)
    };
    // From the last one: those before it keep their numbers.
    let mut removed: Vec<usize> = chosen(Kind::Removed).filter_map(|item| item.current).collect();
    removed.sort_unstable_by(|one, other| other.cmp(one));
    for at in removed {
        document = document.with(&[Change::Remove(Place::parse("sessions").index(at))]);
    }
    let added = chosen(Kind::Added).filter_map(|item| comparison.incoming.sessions().get(item.incoming?));
    for session in added {
        document = document.with(&[insertion(&document, session.clone())]);
    }
    with_named(document, &comparison.incoming)
}

/// The change that puts a session where it belongs by its start.
pub(crate) fn insertion(document: &Document, session: Value) -> Change {
    let start = times::start(&session);
    let is_later = |other: &Value| start.is_some() && times::start(other) > start;
    let all = document.sessions();
    let at = all.iter().position(is_later).unwrap_or(all.len());
    Change::Insert(Place::parse("sessions").index(at), session)
}

/// What takes an imported value over.
fn change(item: &Item, field: &FieldChange) -> Vec<Change> {
    let Some(at) = item.current else {
        return vec![set(Place::parse(&field.key), field.new.as_ref())];
    };
    let session = Place::parse("sessions").index(at);
    if field.key != "start" {
        return vec![set(session.key(&field.key), field.new.as_ref())];
    }
    let value = |key| field.new.as_ref().and_then(|new| new.get(key));
    times::KEYS.into_iter().map(|key| set(session.key(key), value(key))).collect()
}

fn set(place: Place, value: Option<&Value>) -> Change {
    value.map_or_else(|| Change::Remove(place.clone()), |value| Change::Set(place.clone(), value.clone()))
}

/// With the entries of lists that its sessions name now.
fn with_named(document: Document, incoming: &Document) -> Document {
    let mut changes = Vec::new();
    for (list, key) in LISTS {
        let place = Place::parse(list);
        let known: HashSet<&str> = document.list(&place).iter().map(id).collect();
        let named: HashSet<&str> =
            document.sessions().iter().filter_map(|session| session.get(key)).flat_map(names).collect();
        let new = incoming
            .list(&place)
            .iter()
            .filter(|entry| named.contains(id(entry)) && !known.contains(id(entry)));
        changes
            .extend((known.len()..).zip(new).map(|(at, entry)| Change::Set(place.index(at), entry.clone())));
    }
    document.with(&changes)
}

/// The ids that a session's value names: one or several.
fn names(value: &Value) -> Vec<&str> {
    match value {
        Value::String(id) => vec![id],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
