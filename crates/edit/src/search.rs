//! Sessions by the words in them.

use crate::document::Document;
use crate::entries::List;
use crate::when::text;
use huso_agenda::fold::folded;
use huso_agenda::nearest::nearest;
use serde_json::Value;

/// The sessions in whose title, summary, track, venue or speakers every word of a query stands, whatever its case and accents.
pub fn find(document: &Document, query: &str) -> Vec<usize> {
    let query = folded(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    // Nothing is read for what all have.
    let is_found = |session: &Value| {
        if words.is_empty() {
            return true;
        }
        let searched = searched(document, session);
        words.iter().all(|word| searched.contains(word))
    };
    let sessions = document.sessions().iter().enumerate();
    sessions.filter(|(_, session)| is_found(session)).map(|(index, _)| index).collect()
}

/// A query that finds something and that may have been meant.
pub fn did_you_mean(document: &Document, query: &str) -> Option<String> {
    let all: Vec<String> = document.sessions().iter().map(|session| searched(document, session)).collect();
    let known = || all.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let meant = |word: &str| {
        let is_known = all.iter().any(|text| text.contains(word));
        if is_known { Some(word.to_owned()) } else { nearest(word, known()).map(str::to_owned) }
    };
    let meant = folded(query).split_whitespace().map(meant).collect::<Option<Vec<_>>>()?.join(" ");
    (!find(document, &meant).is_empty()).then_some(meant)
}

/// What is found of a session, folded, a line a text.
fn searched(document: &Document, session: &Value) -> String {
    let mut found = String::new();
    let own = ["title", "summary"].into_iter().filter_map(|key| session.get(key));
    let entry = |list: List, id: &str| {
        document.list(&list.place()).iter().find(|entry| !id.is_empty() && text(entry, "id") == id)
    };
    let speakers = session.get("speakers").and_then(Value::as_array).into_iter().flatten();
    let speakers = speakers.filter_map(|id| entry(List::Speakers, id.as_str()?));
    let of = [(List::Tracks, "track"), (List::Venues, "venue")];
    let of = of.into_iter().filter_map(|(list, key)| entry(list, text(session, key)));
    let named = speakers.chain(of).flat_map(|entry| [entry.get("name"), entry.get("organization")]).flatten();
    own.chain(named).for_each(|value| push_texts(value, &mut found));
    found
}

fn push_texts(value: &Value, found: &mut String) {
    match value {
        Value::String(text) => {
            found.push_str(&folded(text));
            found.push('\n');
        }
        Value::Object(texts) => texts.values().for_each(|text| push_texts(text, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn words_find_sessions() {
        let file = json!({
            "tracks": [{"id": "a", "name": {"es": "Académica"}}], "speakers": [{"id": "s", "name": "Ana Rojas"}],
            "sessions": [
                {"title": {"es": "Ceremonia de clausura", "en": "Closing"}}, {"title": "Turismo", "track": "a", "speakers": ["s", 7]}, {}
            ]
        });
        let document = Document::parse(&file.to_string()).unwrap();
        assert_eq!(find(&document, "CLAUSÚRA cere"), [0]);
        assert_eq!(find(&document, "academica rojas"), [1]);
        assert_eq!(find(&document, " "), [0, 1, 2]);
        assert_eq!(did_you_mean(&document, "clausra").as_deref(), Some("clausura"));
        assert_eq!(did_you_mean(&document, "xyz"), None);
    }
}
