//! Values of JSON that may be anything.

use serde_json::Value;

/// A text; empty where there is none. A number is written as one; of an object with a text a language, the first
/// that has something in it counts.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(all) if all.keys().all(|key| key.len() <= 8) => all
            .values()
            .filter_map(Value::as_str)
            .find(|text| !text.is_empty())
            .unwrap_or_default()
            .to_owned(),
        _ => String::new(),
    }
}

/// A string; empty where there is none.
pub(crate) fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A list; empty where there is none.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
