//! Texts in one language or in several.

use crate::document::Document;
use crate::place::Place;
use huso_agenda::Lang;
use serde_json::{Map, Value};

/// The event's own language: that of its plain texts.
pub fn own_language(document: &Document) -> Lang {
    Lang::from_tag(document.str(&Place::parse("language"))).unwrap_or_default()
}

/// A text in one language; nothing if it isn't written in that.
pub fn text_in(written: &Value, lang: Lang, own: Lang) -> Option<&str> {
    match written {
        Value::String(text) => (lang == own).then_some(text.as_str()),
        Value::Object(texts) => texts
            .iter()
            .find(|(tag, _)| Lang::from_tag(tag) == Some(lang))
            .and_then(|(_, text)| text.as_str()),
        _ => None,
    }
}

/// A text for a reader of a language: theirs, else the event's own, else any; empty if there is none.
pub fn text_for(written: &Value, lang: Lang, own: Lang) -> &str {
    let filled = |text: &&str| !text.trim().is_empty();
    let any = || written.as_object()?.values().filter_map(Value::as_str).find(filled);
    let theirs = text_in(written, lang, own).filter(filled);
    theirs.or_else(|| text_in(written, own, own).filter(filled)).or_else(any).unwrap_or_default()
}

/// A text after something else was written in one language. Nothing is left of one that is empty in all; it is a
/// plain string as long as there is none but the event's own language.
pub fn with_text(written: &Value, lang: Lang, own: Lang, typed: &str) -> Value {
    let mut texts = match written {
        Value::Object(texts) => texts.clone(),
        Value::String(text) if lang == own || text.is_empty() => Map::new(),
        Value::String(text) => Map::from_iter([(own.tag().to_owned(), text.as_str().into())]),
        _ => Map::new(),
    };
    let tag = texts.keys().find(|tag| Lang::from_tag(tag) == Some(lang)).cloned();
    let tag = tag.unwrap_or_else(|| lang.tag().to_owned());
    if typed.is_empty() {
        texts.shift_remove(&tag);
    } else {
        texts.insert(tag, typed.into());
    }
    let is_plain = !written.is_object() && lang == own;
    match texts.values().next() {
        None => Value::String(String::new()),
        Some(text) if is_plain => text.clone(),
        Some(_) => Value::Object(texts),
    }
}

/// The languages that the event's title or the title of one of its sessions is written in, its own first.
pub fn languages(document: &Document) -> Vec<Lang> {
    let own = own_language(document);
    let titles = document.sessions().iter().filter_map(|session| session.get("title"));
    let titles: Vec<&Value> = titles.chain(document.value().get("title")).collect();
    let is_used = |lang: &Lang| titles.iter().any(|title| text_in(title, *lang, own).is_some());
    let others = Lang::ALL.into_iter().filter(|lang| *lang != own && is_used(lang));
    [own].into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_gets_languages_as_they_are_written() {
        let plain = with_text(&Value::Null, Lang::Es, Lang::Es, "Hola");
        assert_eq!(plain, json!("Hola"));
        let two = with_text(&plain, Lang::Pt, Lang::Es, "Olá");
        assert_eq!(two, json!({"es": "Hola", "pt": "Olá"}));
        assert_eq!(with_text(&two, Lang::Es, Lang::Es, "Buenas"), json!({"es": "Buenas", "pt": "Olá"}));
        assert_eq!(with_text(&two, Lang::Pt, Lang::Es, ""), json!({"es": "Hola"}));
        assert_eq!(with_text(&json!({"es-CL": "Hola"}), Lang::Es, Lang::Es, "x"), json!({"es-CL": "x"}));
        assert_eq!(with_text(&plain, Lang::Es, Lang::Es, ""), json!(""));
        assert_eq!((text_for(&two, Lang::En, Lang::Es), text_in(&plain, Lang::Pt, Lang::Es)), ("Hola", None));
    }

    #[test]
    fn languages_are_those_of_titles() {
        let file = json!({"language": "pt", "title": "Feira", "sessions": [{"title": {"en": "Fair"}}]});
        assert_eq!(languages(&Document::parse(&file.to_string()).unwrap()), [Lang::Pt, Lang::En]);
    }
}
