//! Where the registration is in the event file, and what one starts from.

use huso_agenda::Lang;
use huso_edit::Place;
use huso_i18n::zone_names::country;
use serde_json::Value;

/// A form of three questions, with a consent to be written.
const FORM: &str = include_str!("model.json");

/// Drafts of the privacy notice by country. A lawyer must check them.
const PRIVACY: [(&str, &str); 5] = [
    ("CL", include_str!("../../../../examples/privacy/cl.json")),
    ("CO", include_str!("../../../../examples/privacy/co.json")),
    ("PE", include_str!("../../../../examples/privacy/pe.json")),
    ("MX", include_str!("../../../../examples/privacy/mx.json")),
    ("BR", include_str!("../../../../examples/privacy/br.json")),
];

/// The registration's place.
pub fn registration() -> Place {
    Place::parse("registration")
}

/// That of its questions.
pub fn fields() -> Place {
    registration().key("fields")
}

/// A form to start from.
pub fn form() -> Value {
    serde_json::from_str(FORM).unwrap_or_default()
}

/// The countries whose laws there are drafts for, each with its name.
pub fn countries(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    PRIVACY.into_iter().map(move |(code, _)| (code, country(code, lang).unwrap_or(code)))
}

/// The draft of a country's privacy notice.
pub fn privacy(code: &str) -> Value {
    let draft = PRIVACY.into_iter().find(|(other, _)| *other == code).map(|(_, draft)| draft);
    let mut draft: Value = draft.and_then(|draft| serde_json::from_str(draft).ok()).unwrap_or_default();
    if let Some(draft) = draft.as_object_mut() {
        draft.shift_remove("$comment");
    }
    draft
}

/// Whether something of a draft is left to be written: its brackets.
pub fn is_draft(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('[') && text.contains(']'),
        Value::Array(values) => values.iter().any(is_draft),
        Value::Object(values) => values.values().any(is_draft),
        _ => false,
    }
}
