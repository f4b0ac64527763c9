//! What of a session or of the event differs, and whose word counts.

use super::aligned::{LISTS, id};
use super::item::FieldChange;
use super::times;
use crate::document::Document;
use crate::place::Place;
use serde_json::{Map, Value};

/// One thing in three versions: as it is, as it was imported last, and as it is imported now.
pub(super) struct Versions<'a> {
    pub(super) current: &'a Value,
    /// `None` where it wasn't imported: all of it is by hand.
    pub(super) base: Option<&'a Value>,
    pub(super) incoming: &'a Value,
}

/// What of a session differs.
pub(super) fn of_session(versions: &Versions) -> Vec<FieldChange> {
    let is_other = |key: &&String| !times::KEYS.contains(&key.as_str());
    let others = keys(versions).filter(is_other).filter_map(|key| versions.change(key));
    times(versions).into_iter().chain(others).collect()
}

/// What of the event itself differs: its own texts, and the entries of its lists, by their places.
pub(super) fn of_event(current: &Document, base: Option<&Document>, incoming: &Document) -> Vec<FieldChange> {
    let whole =
        Versions { current: current.value(), base: base.map(Document::value), incoming: incoming.value() };
    let is_own = |key: &&String| {
        let is_list = LISTS.iter().any(|(list, _)| list == key);
        // Sessions are of another zone by their own key.
        let is_zone = *key == "timezone" && !current.str(&Place::parse(key)).is_empty();
        !is_list && !is_zone && *key != "sessions" && *key != "huso"
    };
    let own =
        keys(&whole).filter(is_own).filter_map(|key| whole.change(key)).filter(|change| change.new.is_some());
    let lists = LISTS.into_iter().flat_map(|(list, _)| of_list(list, current, base, incoming));
    own.chain(lists).collect()
}

/// What of a list's entries differs.
fn of_list(list: &str, current: &Document, base: Option<&Document>, incoming: &Document) -> Vec<FieldChange> {
    let place = Place::parse(list);
    let by_id = |document: &'_ Document, wanted: &str| -> Option<Value> {
        document.list(&place).iter().find(|entry| id(entry) == wanted).cloned()
    };
    let mut all = Vec::new();
    for (index, entry) in current.list(&place).iter().enumerate() {
        let Some(new) = by_id(incoming, id(entry)) else { continue };
        let old = base.and_then(|base| by_id(base, id(entry)));
        let versions = Versions { current: entry, base: old.as_ref(), incoming: &new };
        let changes = keys(&versions).filter_map(|key| versions.change(key));
        all.extend(
            changes
                .map(|change| FieldChange { key: place.index(index).key(&change.key).to_string(), ..change }),
        );
    }
    all
}

/// When a session is, all its keys together.
fn times(versions: &Versions) -> Option<FieldChange> {
    let is_same = |one: &Value, other: &Value| times::compared(one) == times::compared(other);
    let by_hand = versions.verdict(|one, other| is_same(one, other), |value| times::of(value).is_some())?;
    let [old, new] = [times::of(versions.current), times::of(versions.incoming)];
    Some(FieldChange { key: "start".to_owned(), old, new, by_hand })
}

/// Every key but the id.
fn keys<'a>(versions: &Versions<'a>) -> impl Iterator<Item = &'a String> {
    let objects =
        [Some(versions.current), Some(versions.incoming)].into_iter().flatten().filter_map(Value::as_object);
    let mut all: Vec<&String> = Vec::new();
    for key in objects.flat_map(Map::keys).filter(|key| *key != "id") {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all.into_iter()
}

impl Versions<'_> {
    fn change(&self, key: &str) -> Option<FieldChange> {
        let said = |value: &Value| value.get(key).filter(|value| is_said(value)).cloned();
        let by_hand = self.verdict(|one, other| said(one) == said(other), |value| said(value).is_some())?;
        Some(FieldChange { key: key.to_owned(), old: said(self.current), new: said(self.incoming), by_hand })
    }

    /// Whether what is imported would change something that was edited by hand; `None` where it changes nothing. What an
    /// import doesn't say, it doesn't take away: the next source may say less than the last.
    fn verdict(
        &self,
        is_same: impl Fn(&Value, &Value) -> bool,
        is_said: impl Fn(&Value) -> bool,
    ) -> Option<bool> {
        let is_known = |base: &&Value| is_same(base, self.incoming);
        if !is_said(self.incoming)
            || is_same(self.current, self.incoming)
            || self.base.as_ref().is_some_and(is_known)
        {
            return None;
        }
        let is_edited = self.base.is_none_or(|base| !is_same(base, self.current));
        Some(is_edited && is_said(self.current))
    }
}

fn is_said(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    }
}
