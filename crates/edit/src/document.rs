//! An event file as it is written.

use crate::place::{Place, Step};
use serde_json::{Map, Value, json};

/// An event file as it is written: JSON, whose keys keep their order. It is [`Eq`], so that comparing an `Rc` of it with
/// itself costs nothing: a history of documents is compared whenever the page is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document(Value);

impl Document {
    /// An event without a name, a zone or sessions yet.
    pub fn empty() -> Self {
        Self(json!({ "huso": 1, "id": "event", "title": "", "timezone": "", "sessions": [] }))
    }

    /// Reads an event file; nothing if it is no JSON object.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().and_then(Self::from_value)
    }

    /// An event file that is JSON already; nothing if that is no object.
    pub fn from_value(value: Value) -> Option<Self> {
        value.is_object().then_some(Self(value))
    }

    /// All of it.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// As a file: two blanks a level, and a line feed in the end.
    pub fn text(&self) -> String {
        format!("{:#}\n", self.0)
    }

    /// What stands at a place.
    pub fn get(&self, place: &Place) -> Option<&Value> {
        place.steps().iter().try_fold(&self.0, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.get(index),
        })
    }

    /// The string at a place; empty where there is none.
    pub fn str(&self, place: &Place) -> &str {
        self.get(place).and_then(Value::as_str).unwrap_or_default()
    }

    /// The entries of a list at a place; none where there is none.
    pub fn list(&self, place: &Place) -> &[Value] {
        self.get(place).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The event's sessions, as they are written.
    pub fn sessions(&self) -> &[Value] {
        self.list(&Place::parse("sessions"))
    }

    /// Puts a value at a place, and makes what is missing on the way there. An index beyond the end of its list adds an entry.
    pub(crate) fn set(&mut self, place: &Place, value: Value) {
        if let Some(there) = reach(&mut self.0, place.steps()) {
            *there = value;
        }
    }

    /// Takes away what stands at a place; later entries of its list move up.
    pub(crate) fn remove(&mut self, place: &Place) -> Option<Value> {
        let (parent, last) = place.parent()?;
        match (self.get_mut(&parent)?, last) {
            // What follows keeps its order.
            (Value::Object(object), Step::Key(key)) => object.shift_remove(key),
            (Value::Array(list), Step::Index(index)) => (*index < list.len()).then(|| list.remove(*index)),
            _ => None,
        }
    }

    /// Puts an entry into a list, before the one that stands there.
    pub(crate) fn insert(&mut self, place: &Place, value: Value) {
        let Some((parent, Step::Index(index))) = place.parent() else { return self.set(place, value) };
        let Some(list) = reach(&mut self.0, parent.steps()) else { return };
        if !list.is_array() {
            *list = json!([]);
        }
        if let Value::Array(list) = list {
            list.insert((*index).min(list.len()), value);
        }
    }

    fn get_mut(&mut self, place: &Place) -> Option<&mut Value> {
        place.steps().iter().try_fold(&mut self.0, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Index(index) => value.get_mut(index),
        })
    }
}

impl From<Value> for Document {
    /// An event file that a program wrote.
    fn from(value: Value) -> Self {
        Self(value)
    }
}

/// The value at the end of the way, made where it is missing.
fn reach<'a>(value: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    let Some((first, rest)) = steps.split_first() else { return Some(value) };
    match first {
        Step::Key(key) => {
            if !value.is_object() {
                *value = Value::Object(Map::new());
            }
            reach(value.as_object_mut()?.entry(key.as_str()).or_insert(Value::Null), rest)
        }
        Step::Index(index) => {
            if !value.is_array() {
                *value = json!([]);
            }
            let list = value.as_array_mut()?;
            if *index >= list.len() {
                list.push(Value::Null);
            }
            let last = list.len().saturating_sub(1);
            reach(list.get_mut((*index).min(last))?, rest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(written: &str) -> Place {
        Place::parse(written)
    }

    #[test]
    fn what_is_missing_on_the_way_is_made() {
        let mut document = Document::empty();
        document.set(&place("sessions[0].title.pt"), json!("Abertura"));
        document.set(&place("registration.endpoint.url"), json!("https://"));
        assert_eq!(document.value()["sessions"], json!([{ "title": { "pt": "Abertura" } }]));
        assert_eq!(document.str(&place("registration.endpoint.url")), "https://");
        assert_eq!(document.remove(&place("sessions[3]")), None);
        assert!(document.remove(&place("sessions[0].title")).is_some());
        assert_eq!(document.sessions(), [json!({})]);
    }

    #[test]
    fn entries_move_up_and_down() {
        let mut document = Document::parse(r#"{"sessions": [1, 2]}"#).unwrap();
        document.insert(&place("sessions[1]"), json!(9));
        document.insert(&place("sessions[7]"), json!(8));
        assert_eq!(document.sessions(), [json!(1), json!(9), json!(2), json!(8)]);
        document.remove(&place("sessions[0]"));
        assert_eq!(document.sessions(), [json!(9), json!(2), json!(8)]);
    }

    #[test]
    fn what_is_read_is_written_in_its_order() {
        let text = "{\n  \"z\": 1,\n  \"huso\": 1,\n  \"a\": []\n}\n";
        assert_eq!(Document::parse(text).unwrap().text(), text);
        assert_eq!(Document::parse("[1]"), None);
    }
}
