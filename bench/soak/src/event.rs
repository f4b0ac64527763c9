//! The events: one that is full soon, so that people wait and move up, and one that never is.

use serde_json::{Value, json};

/// An event, and its limits.
#[derive(Debug)]
pub struct Event {
    /// Its id.
    pub id: &'static str,
    /// Seats of the whole event; `None` without a limit.
    pub capacity: Option<usize>,
    /// Sessions, and the seats of each.
    pub sessions: [(&'static str, Option<usize>); 3],
}

/// Both.
pub const EVENTS: [Event; 2] = [
    Event { id: "small", capacity: Some(60), sessions: [("a", Some(20)), ("b", Some(30)), ("c", None)] },
    Event { id: "large", capacity: None, sessions: [("a", Some(1_000_000)), ("b", None), ("c", None)] },
];

impl Event {
    /// The one of this id.
    pub fn of(id: &str) -> Option<&'static Self> {
        EVENTS.iter().find(|event| event.id == id)
    }

    /// Seats of a session, or with no name of the event; `None` without a limit.
    pub fn seats(&self, session: &str) -> Option<usize> {
        if session.is_empty() {
            return self.capacity;
        }
        self.sessions.iter().find(|(id, _)| *id == session).and_then(|(_, seats)| *seats)
    }

    /// The event file.
    pub fn file(&self) -> Value {
        // At other times, so that all of them can be chosen.
        let sessions = self.sessions.iter().enumerate().map(|(hour, (id, seats))| {
            let start = format!("2099-08-11T{:02}:00", 9 + 2 * hour);
            json!({ "id": id, "title": id, "start": start, "registration": { "capacity": seats } })
        });
        let name = json!({
            "id": "name", "type": "text", "label": "Nombre", "required": true, "autocomplete": "name"
        });
        let email = json!({ "id": "email", "type": "email", "label": "Correo", "required": true });
        let file = json!({
            "huso": 1, "id": self.id, "title": self.id, "timezone": "America/Bogota",
            "sessions": sessions.collect::<Vec<_>>(),
            "registration": {
                "capacity": self.capacity, "choose": "sessions", "fields": [name, email]
            }
        });
        without_nulls(file)
    }
}

/// A limit that isn't there is left out.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.into_iter().filter(|(_, value)| !value.is_null());
            kept.map(|(key, value)| (key, without_nulls(value))).collect::<serde_json::Map<_, _>>().into()
        }
        Value::Array(values) => values.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
