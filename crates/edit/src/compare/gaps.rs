//! Times of a day in which nothing takes place.

use super::apply::insertion;
use super::times;
use crate::change::Change;
use crate::document::Document;
use huso_agenda::chrono::{NaiveDateTime, Timelike as _};
use huso_agenda::iso;
use huso_agenda::slug::unused;
use serde_json::{Value, json};
use std::collections::HashSet;

/// The shortest gap that may want a break, in minutes.
const SHORTEST: i64 = 10;

/// The shortest that is a meal, in minutes.
const MEAL: i64 = 45;

/// A time between two sessions of a day in which nothing takes place, on the clocks of the event's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// When it starts.
    pub start: NaiveDateTime,
    /// When it ends.
    pub end: NaiveDateTime,
}

impl Gap {
    /// How long it is.
    pub fn minutes(&self) -> i64 {
        (self.end - self.start).num_minutes()
    }

    /// Whether people would eat then.
    pub fn is_meal(&self) -> bool {
        self.minutes() >= MEAL && self.start.hour() < 15 && self.end.hour() >= 13
    }

    /// Adds a break that fills it.
    pub fn pause(&self, document: &Document, title: &str) -> Change {
        let mut taken: HashSet<String> =
            document.sessions().iter().map(|one| super::aligned::id(one).to_owned()).collect();
        let id = unused(if self.is_meal() { "lunch" } else { "break" }, &mut taken);
        let (start, end) = (iso::minute(self.start), iso::minute(self.end));
        let session = json!({ "id": id, "title": title, "start": start, "end": end, "kind": "break" });
        insertion(document, session)
    }

    /// The document with a break in it.
    #[must_use]
    pub fn filled(&self, document: &Document, title: &str) -> Document {
        document.with(&[self.pause(document, title)])
    }
}

/// The gaps between sessions of a day that are said in the event's own zone, in order.
pub fn gaps(document: &Document) -> Vec<Gap> {
    let own = |session: &&Value| {
        session.get("timezone").is_none()
            && session.get("status").and_then(Value::as_str) != Some("cancelled")
    };
    let span = |session: &Value| Some((times::start(session)?, times::end(session)?));
    let mut spans: Vec<_> = document.sessions().iter().filter(own).filter_map(span).collect();
    spans.sort_unstable();
    let mut all = Vec::new();
    let mut busy_until: Option<NaiveDateTime> = None;
    for (start, end) in spans {
        let gap = busy_until.map(|until| Gap { start: until, end: start });
        all.extend(gap.filter(|gap| gap.start.date() == gap.end.date() && gap.minutes() >= SHORTEST));
        busy_until = busy_until.max(Some(end));
    }
    all
}
