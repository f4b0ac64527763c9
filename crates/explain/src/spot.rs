//! Where in an event file's text a fault's place is: `sessions[2].start`.

use crate::source::Position;
use huso_agenda::Text;
use jsonc_parser::ast::{Object, ObjectProp, StringLit, Value};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// An event file's text, and where its values stand.
pub struct File<'a> {
    /// The text.
    pub text: &'a str,
    root: Option<Value<'a>>,
    /// The byte at which each line starts.
    lines: Vec<usize>,
}

/// What stands at a place.
pub struct Spot<'f> {
    /// The key that the place ends with.
    pub key: Option<&'f str>,
    /// Byte of the key.
    pub key_at: usize,
    /// Byte of the value; of what lacks it, if it is missing.
    pub at: usize,
    /// The value as it is written; `None` if it is missing.
    pub raw: Option<&'f str>,
    /// The first item of a list on the way there.
    pub item: Option<Item>,
}

/// An item of a list, as its author knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Place in the list, from 1.
    pub number: usize,
    /// Its title or name.
    pub name: Option<Text>,
    /// Its id.
    pub id: Option<String>,
}

impl<'a> File<'a> {
    /// Finds its values. A text that is no JSON has none.
    pub fn new(text: &'a str) -> Self {
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, root: parsed.ok().and_then(|parsed| parsed.value), lines }
    }

    /// Where a byte of the text is.
    pub fn position(&self, at: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let Position { column, .. } = Position::of(self.text.get(start..).unwrap_or_default(), at - start);
        Position { line, column }
    }

    /// What stands at a place.
    pub fn spot<'f>(&'f self, place: &'f str) -> Option<Spot<'f>> {
        let mut value = self.root.as_ref()?;
        let mut spot = Spot { key: None, key_at: value.start(), at: value.start(), raw: None, item: None };
        let mut rest = place;
        while !rest.is_empty() {
            match value {
                Value::Array(list) => {
                    let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
                    let index: usize = index.parse().ok()?;
                    value = list.elements.get(index)?;
                    (rest, spot.key_at) = (after, value.start());
                    spot.item = spot.item.or_else(|| Some(Item::of(index + 1, value)));
                }
                Value::Object(object) => {
                    let wanted = rest.strip_prefix('.').unwrap_or(rest);
                    let Some((property, after)) = property(object, wanted) else {
                        spot.key = Some(wanted);
                        return Some(spot);
                    };
                    spot.key = wanted.get(..wanted.len() - after.len());
                    (value, rest, spot.key_at) = (&property.value, after, property.name.start());
                }
                _ => return Some(spot),
            }
            spot.at = value.start();
        }
        spot.raw = self.text.get(value.start()..value.end());
        Some(spot)
    }

    /// The text of a string at a place.
    pub fn string(&self, place: &str) -> Option<&str> {
        let mut value = self.root.as_ref()?;
        for key in place.split('.') {
            value = &property(value.as_object()?, key)?.0.value;
        }
        value.as_string_lit().map(|text| &*text.value)
    }

    /// The starts of sessions, as they are written.
    pub fn starts(&self) -> impl Iterator<Item = &str> {
        self.session_strings("start").flatten()
    }

    /// What the sessions have at a key, as it is written, in the file's order; `None` for what is no string.
    pub fn session_strings(&self, key: &str) -> impl Iterator<Item = Option<&str>> {
        let sessions =
            self.root.as_ref().and_then(|root| property(root.as_object()?, "sessions")?.0.value.as_array());
        let sessions = sessions.into_iter().flat_map(|sessions| &sessions.elements);
        sessions.map(move |session| string(session.as_object()?, key))
    }

    /// The whole of it.
    pub fn root(&self) -> Option<&Value<'a>> {
        self.root.as_ref()
    }
}

impl Item {
    fn of(number: usize, value: &Value) -> Self {
        let Value::Object(object) = value else { return Self { number, name: None, id: None } };
        let name = ["title", "name", "label", "text"].into_iter().find_map(|key| text(object, key));
        let id = string(object, "id").map(str::to_owned).filter(|id| !id.is_empty());
        Self { number, name, id }
    }
}

/// The property whose name a place begins with, the longest of them since names may have dots in them, the
/// last of equal ones; and the rest of the place.
fn property<'o, 't, 'p>(object: &'o Object<'t>, place: &'p str) -> Option<(&'o ObjectProp<'t>, &'p str)> {
    let rest = |property: &ObjectProp| {
        let rest = place.strip_prefix(property.name.as_str())?;
        (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
    };
    let found = object.properties.iter().filter_map(|property| Some((property, rest(property)?)));
    found.max_by_key(|(property, _)| property.name.as_str().len())
}

fn string<'o>(object: &'o Object, key: &str) -> Option<&'o str> {
    property(object, key)?.0.value.as_string_lit().map(|text| &*text.value)
}

/// The text of a property, if there is a word in it.
pub fn text(object: &Object, key: &str) -> Option<Text> {
    let filled = |text: &StringLit| Some(text.value.to_string()).filter(|text| !text.trim().is_empty());
    match &property(object, key)?.0.value {
        Value::StringLit(text) => filled(text).map(Text::Plain),
        Value::Object(texts) => {
            let text =
                |one: &ObjectProp| Some((one.name.as_str().to_owned(), filled(one.value.as_string_lit()?)?));
            let texts: Vec<_> = texts.properties.iter().filter_map(text).collect();
            (!texts.is_empty()).then_some(Text::ByLanguage(texts))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_the_whole_text() {
        let text = "{\n\n \"ñandú\": 1,\n\"a\": 2}\n";
        let file = File::new(text);
        for at in 0..=text.len() {
            assert_eq!(file.position(at), Position::of(text, at), "{at}");
        }
    }

    #[test]
    fn places_are_found() {
        let text =
            r#"{"a": [7, {"b.c": {"d": "x"}, "b": 1, "id": "i", "title": "T"}], "a": [{"n": null}, 8]}"#;
        let last = r#"{"z": 1, "#.to_owned() + &text[text.find("\"a\": [{").unwrap()..];
        let at = |text: &str, place: &str| {
            File::new(text).spot(place).map(|spot| spot.raw.unwrap_or("").to_owned())
        };
        assert_eq!(at(text, "a[1]").as_deref(), Some("8"), "of a repeated key the last counts");
        assert_eq!(at(text, "").as_deref(), Some(text));
        assert_eq!(at(&last, "a[0].n").as_deref(), Some("null"));
        assert_eq!(at(&last, "a[0].m").as_deref(), Some(""), "what lacks it");
        let first = text.replace(r#", "a": [{"n": null}, 8]"#, "");
        assert_eq!(at(&first, "a[1].b.c.d").as_deref(), Some("\"x\""));
        assert_eq!(at(&first, "a[1].b").as_deref(), Some("1"));
        assert_eq!(at(&first, "a[7]"), None);
        let file = File::new(&first);
        let item = file.spot("a[1].b.c.d").unwrap().item.unwrap();
        assert_eq!((item.number, item.name, item.id), (2, Some(Text::Plain("T".into())), Some("i".into())));
    }
}
