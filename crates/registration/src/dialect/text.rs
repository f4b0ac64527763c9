//! JSON as text.

use serde_json::Value;

/// A value as a text: what a form sends, and what an answer is compared with.
pub(super) fn text_of(value: &Value, between: &str) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            items.iter().map(|item| text_of(item, between)).collect::<Vec<_>>().join(between)
        }
        other => other.to_string(),
    }
}
