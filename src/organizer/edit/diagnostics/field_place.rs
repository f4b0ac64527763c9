//! Which field a place is edited in.

use huso_edit::{Place, Step};

/// The place of the field that a value is edited in: a session's duration is its end.
pub fn field_place(path: &str) -> Place {
    let place = Place::parse(path);
    match place.parent() {
        Some((session, Step::Key(key))) if key == "duration" => session.key("end"),
        _ => place,
    }
}
