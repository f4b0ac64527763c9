//! The answers to a question that are known beforehand.

use crate::edit::words::name_of;
use huso::browser;
use huso_agenda::Lang;
use huso_edit::Document;
use huso_i18n::Texts as _;
use serde_json::Value;

/// What is stored, and what is read; nothing of a question that is answered freely.
pub fn known_answers(document: &Document, question: &Value, lang: Lang) -> Vec<(String, String)> {
    let texts = lang.builder();
    match question.get("type").and_then(Value::as_str) {
        Some("checkbox") => vec![
            ("true".to_owned(), texts.ticked.to_owned()),
            ("false".to_owned(), texts.not_ticked.to_owned()),
        ],
        Some("country") => browser::countries(lang.tag()),
        _ => {
            let options = question.get("options").and_then(Value::as_array);
            let answer = |option: &Value| {
                let value = option.get("value").and_then(Value::as_str).unwrap_or_default().to_owned();
                (value, name_of(document, option, "label", lang))
            };
            options.map(Vec::as_slice).unwrap_or_default().iter().map(answer).collect()
        }
    }
}
