//! Ids that are missing, or another's.

use super::mend::{Mend, Outcome};
use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use huso_agenda::slug::{slug, unused};
use serde_json::Value;

/// Of what has no id, or that of another: one that is free, the same with a number or made of its name.
pub fn another(document: &Document, place: &Place) -> Vec<Mend> {
    let Some((entry, _)) = place.parent() else { return Vec::new() };
    let list = entry.parent().map(|(list, _)| list).unwrap_or_default();
    let id = |entry: &Value| Some(entry.get("id")?.as_str()?.to_owned());
    let mut taken = document.list(&list).iter().filter_map(id).collect();
    let named = || slug(name(document, &entry).unwrap_or_default());
    let own = Some(document.str(place).to_owned()).filter(|id| !id.trim().is_empty());
    let wished = own.unwrap_or_else(named);
    if wished.is_empty() {
        return Vec::new();
    }
    let id = unused(&wished, &mut taken);
    vec![Mend { outcome: Outcome::Written(id.clone()), changes: vec![Change::Set(place.clone(), id.into())] }]
}

/// What an entry is called: in its first language, if it is in several.
fn name<'d>(document: &'d Document, entry: &Place) -> Option<&'d str> {
    let text =
        ["title", "name", "label", "text"].into_iter().find_map(|key| document.get(&entry.key(key)))?;
    text.as_str().or_else(|| text.as_object()?.values().next()?.as_str())
}
