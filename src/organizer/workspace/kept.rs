//! Event files in this browser.

use huso::browser::{device_keys, remember, remembered};
use huso_edit::Document;
use serde_json::{Value, json};

/// What its keys begin with.
const PREFIX: &str = "huso-organizer:";

/// An event file that this browser keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// When it was kept, as RFC 3339 has it, in UTC.
    pub at: String,
    /// Which tab kept it.
    pub tab: String,
    /// The event file.
    pub document: Document,
    /// What was imported last.
    pub base: Option<Document>,
}

impl Kept {
    /// Keeps it. Whether the browser did.
    pub fn keep(&self, key: &str) -> bool {
        let base = self.base.as_ref().map(Document::value);
        let text = json!({ "at": self.at, "tab": self.tab, "document": self.document.value(), "base": base });
        remember(&(PREFIX.to_owned() + key), Some(&text.to_string()))
    }
}

/// What is kept under a key.
pub fn kept(key: &str) -> Option<Kept> {
    let mut kept: Value = serde_json::from_str(&remembered(&(PREFIX.to_owned() + key))?).ok()?;
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(Kept {
        at: text(kept.get("at")),
        tab: text(kept.get("tab")),
        base: kept.get_mut("base").map(Value::take).and_then(Document::from_value),
        document: kept.get_mut("document").map(Value::take).and_then(Document::from_value)?,
    })
}

/// The keys of all that is kept.
pub fn keys() -> Vec<String> {
    device_keys().into_iter().filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect()
}

/// Takes what is kept under a key out of the browser, and the texts that were written for it.
pub fn forget(key: &str) {
    for name in device_keys().iter().filter(|name| name.split(':').any(|part| part == key)) {
        remember(name, None);
    }
}
