//! What one edit changes.

use crate::document::Document;
use crate::place::Place;
use serde_json::Value;

/// What one edit changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Puts a value at a place.
    Set(Place, Value),
    /// Takes away what stands at a place; later entries of its list move up.
    Remove(Place),
    /// Puts an entry into a list, before the one that stands at this place.
    Insert(Place, Value),
}

impl Change {
    /// Sets the string at a place; an empty one takes its key away.
    pub fn text(place: Place, text: &str) -> Self {
        if text.is_empty() { Self::Remove(place) } else { Self::Set(place, text.into()) }
    }
}

impl Document {
    /// The document after changes, made in their order.
    #[must_use]
    pub fn with(&self, changes: &[Change]) -> Self {
        let mut document = self.clone();
        for change in changes {
            match change {
                Change::Set(place, value) => document.set(place, value.clone()),
                Change::Remove(place) => {
                    document.remove(place);
                }
                Change::Insert(place, value) => document.insert(place, value.clone()),
            }
        }
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn changes_are_made_in_their_order() {
        let at = Place::parse;
        let moved = Document::parse(r#"{"sessions": [{"id": "a"}, {"id": "b"}]}"#).unwrap().with(&[
            Change::Remove(at("sessions[0]")),
            Change::Insert(at("sessions[1]"), json!({"id": "a"})),
            Change::text(at("sessions[1].title"), "A"),
            Change::text(at("sessions[0].id"), ""),
        ]);
        assert_eq!(moved.sessions(), [json!({}), json!({"id": "a", "title": "A"})]);
    }
}
