//! Which view of Sessionize's API a file is of.

use crate::json::list;
use serde_json::Value;

/// A view of Sessionize's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Sessions, speakers, rooms and categories, each a list.
    All,
    /// Groups of sessions.
    Sessions,
    /// Days with rooms with sessions.
    Grid,
    /// Speakers with the names of their sessions.
    Speakers,
    /// Speakers.
    SpeakerWall,
}

impl View {
    /// The view that a file is of, if it is of one.
    pub fn of(value: &Value) -> Option<Self> {
        let has = |value: &Value, keys: &[&str]| keys.iter().all(|key| value.get(key).is_some());
        if value.is_object() {
            let of_session = list(&value["sessions"]).iter().any(is_session);
            let is_all = has(value, &["sessions", "speakers", "rooms"]);
            let names_parts = value.get("categories").is_some() || value.get("questions").is_some();
            return (is_all && (of_session || names_parts)).then_some(Self::All);
        }
        let first = list(value).first()?;
        if has(first, &["date", "rooms"]) && (has(first, &["timeSlots"]) || has(first, &["isDefault"])) {
            Some(Self::Grid)
        } else if has(first, &["sessions"]) && (has(first, &["groupName"]) || has(first, &["groupId"])) {
            Some(Self::Sessions)
        } else if has(first, &["fullName", "profilePicture"]) {
            Some(if has(first, &["sessions"]) { Self::Speakers } else { Self::SpeakerWall })
        } else {
            None
        }
    }
}

fn is_session(value: &Value) -> bool {
    value.get("startsAt").is_some() || value.get("isServiceSession").is_some()
}
