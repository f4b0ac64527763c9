//! Text that the event's author wrote, in one language or in several.

use crate::decode::{ByKey, Decode, Decoder, Kind, Value};
use crate::language::Lang;

/// A string in the event's language, or one string a language: `"Hola"` or `{"es": "Hola", "en": "Hello"}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Written once, in the event's own language.
    Plain(String),
    /// Language tag (BCP 47) and string, in the file's order; never empty.
    ByLanguage(Vec<(String, String)>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl Text {
    /// The string for a reader of `wanted`: theirs, else the event's own language `own`, else the first.
    ///
    /// ```
    /// use huso_agenda::{Lang, Text};
    /// let text = Text::ByLanguage(vec![("es".into(), "Hola".into()), ("en".into(), "Hello".into())]);
    /// assert_eq!(text.get(Lang::En, Lang::Es), "Hello");
    /// assert_eq!(text.get(Lang::Pt, Lang::Es), "Hola");
    /// ```
    pub fn get(&self, wanted: Lang, own: Lang) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::ByLanguage(all) => {
                let find = |lang| all.iter().find(|(tag, _)| Lang::from_tag(tag) == Some(lang));
                find(wanted).or_else(|| find(own)).or_else(|| all.first()).map_or("", |(_, text)| text)
            }
        }
    }

    /// The string in every language that there is.
    pub fn all(&self) -> Vec<&str> {
        match self {
            Self::Plain(text) => vec![text],
            Self::ByLanguage(all) => all.iter().map(|(_, text)| text.as_str()).collect(),
        }
    }
}

/// A text on one line: `between` stands for its line breaks, unless a line ends with that already; spaces
/// that follow each other are one, and there are no control characters.
///
/// ```
/// use huso_agenda::text::one_line;
/// assert_eq!(one_line("Av. Matta 15,\r\n  piso 3\nSantiago", ", "), "Av. Matta 15, piso 3, Santiago");
/// assert_eq!(one_line("Feria\nsur ", " "), "Feria sur");
/// ```
pub fn one_line(text: &str, between: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(is_line_break) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "");
        let line = line.strip_suffix(between.trim()).unwrap_or(&line);
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    lines.join(between)
}

/// The mandatory breaks of Unicode (UAX 14).
fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

impl Decode for Text {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Plain(text.clone())),
            Value::Object(all) if !all.is_empty() => {
                let ByKey(texts) = ByKey::decode(value, decoder)?;
                (!texts.is_empty()).then_some(Self::ByLanguage(texts))
            }
            other => decoder.wrong_kind(Kind::Text, other),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A string in the event's language, or an object with one string a language tag.",
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
            ]
        })
    }
}
