//! Entries of the file's lists: new ones, copies, and those that are taken away.

use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use crate::when::text;
use serde_json::{Value, json};

/// A list of things that sessions name by their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// People.
    Speakers,
    /// Strands.
    Tracks,
    /// Places.
    Venues,
}

impl List {
    /// Its key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Speakers => "speakers",
            Self::Tracks => "tracks",
            Self::Venues => "venues",
        }
    }

    /// Its place in the file.
    pub fn place(self) -> Place {
        Place::parse(self.key())
    }

    /// The keys by which a session names one.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Speakers => &["speakers"],
            Self::Tracks => &["track"],
            Self::Venues => &["venue", "previous_venue"],
        }
    }
}

/// An id that no entry of a list has: `session-3`.
pub fn fresh_id(document: &Document, list: &str, kind: &str) -> String {
    let entries = document.list(&Place::parse(list));
    let is_taken = |id: &str| entries.iter().any(|entry| text(entry, "id") == id);
    (entries.len() + 1..)
        .map(|number| format!("{kind}-{number}"))
        .find(|id| !is_taken(id))
        .unwrap_or_default()
}

/// A copy of a session right after it, with an id of its own.
pub fn duplicate(document: &Document, index: usize) -> Option<Change> {
    let mut copy = document.sessions().get(index)?.clone();
    copy.as_object_mut()?.insert("id".to_owned(), fresh_id(document, "sessions", "session").into());
    Some(Change::Insert(Place::parse("sessions").index(index + 1), copy))
}

/// The sessions that name an entry.
pub fn uses(document: &Document, list: List, id: &str) -> Vec<usize> {
    let names = |session: &Value| {
        list.names().iter().any(|key| match session.get(key) {
            Some(Value::String(named)) => named == id,
            Some(Value::Array(named)) => named.iter().any(|named| named == id),
            _ => false,
        })
    };
    let sessions = document.sessions().iter().enumerate();
    sessions.filter(|(_, session)| !id.is_empty() && names(session)).map(|(index, _)| index).collect()
}

/// Takes an entry away, also out of the sessions that name it.
pub fn take_away(document: &Document, list: List, index: usize) -> Vec<Change> {
    let place = list.place().index(index);
    let id = document.get(&place).map(|entry| text(entry, "id")).unwrap_or_default();
    let sessions =
        uses(document, list, id).into_iter().flat_map(|session| without(document, list, session, id));
    sessions.chain([Change::Remove(place.clone())]).collect()
}

fn without(document: &Document, list: List, session: usize, id: &str) -> Vec<Change> {
    let place = Place::parse("sessions").index(session);
    let change = |key: &&str| match document.get(&place.key(key))? {
        Value::String(named) if named == id => Some(Change::Remove(place.key(key))),
        Value::Array(named) => {
            let rest: Vec<&Value> = named.iter().filter(|named| *named != id).collect();
            let place = place.key(key);
            Some(if rest.is_empty() { Change::Remove(place) } else { Change::Set(place, json!(rest)) })
        }
        _ => None,
    };
    list.names().iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let file = json!({
            "speakers": [{"id": "a"}, {"id": "b"}], "tracks": [{"id": "a"}],
            "sessions": [{"id": "session-3", "speakers": ["a", "b"]}, {"id": "x", "speakers": ["a"], "track": "a"}]
        });
        Document::parse(&file.to_string()).unwrap()
    }

    #[test]
    fn ids_are_new() {
        assert_eq!(fresh_id(&document(), "sessions", "session"), "session-4");
        assert_eq!(fresh_id(&document(), "venues", "venue"), "venue-1");
        let copied = document().with(&[duplicate(&document(), 0).unwrap()]);
        assert_eq!(copied.sessions()[1], json!({"id": "session-4", "speakers": ["a", "b"]}));
        assert!(duplicate(&document(), 9).is_none());
    }

    #[test]
    fn what_is_taken_away_is_taken_out_of_sessions() {
        assert_eq!(uses(&document(), List::Speakers, "a"), [0, 1]);
        let left = document().with(&take_away(&document(), List::Speakers, 0));
        assert_eq!(
            left.sessions(),
            [json!({"id": "session-3", "speakers": ["b"]}), json!({"id": "x", "track": "a"})]
        );
        assert_eq!(left.list(&List::Speakers.place()), [json!({"id": "b"})]);
        let left = document().with(&take_away(&document(), List::Tracks, 0));
        assert_eq!(left.sessions()[1], json!({"id": "x", "speakers": ["a"]}));
    }
}
