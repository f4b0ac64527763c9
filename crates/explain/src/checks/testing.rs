//! What the checks' tests look at.

use crate::check;
use huso_agenda::wall_time::instant;
use huso_agenda::{Lang, Severity};

/// An event file of these sessions, with other keys.
pub fn event(keys: &str, sessions: &[&str]) -> String {
    let url = if keys.starts_with("\"url\"") { "" } else { r#""url": "https://www.example.org/","# };
    format!(
        r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", {url} {keys} "sessions": [{}]}}"#,
        sessions.join(", ")
    )
}

/// A session that nothing is to be said of, with other keys.
pub fn session(keys: &str) -> String {
    format!(r#"{{"id": "a", "title": "A", "start": "2027-08-11T09:00", "end": "2027-08-11T10:00"{keys}}}"#)
}

/// What is said of an event file in 2026, in English: place, severity and message.
pub fn says(text: &str) -> Vec<String> {
    let (_, all) = check(text.as_bytes(), instant("2026-11-27T12:00:00Z").unwrap());
    let line = |one: &crate::Explanation| {
        for lang in Lang::ALL {
            assert!(!one.message(lang).is_empty());
        }
        let severity = match one.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        format!("{} {severity}: {}", one.path, one.message(Lang::En))
    };
    all.iter().map(line).collect()
}
