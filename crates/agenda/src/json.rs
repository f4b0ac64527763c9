//! JSON text (RFC 8259): what event files and submissions are written in.
//!
//! Small, because each visitor downloads it: 12 kB brotli less than serde_json's reader of any value
//! (docs/decisions/0003). Tests compare it with serde_json.

use std::fmt::{self, Display, Formatter};

/// Lists and objects may stand inside each other so deep.
const DEPTH: usize = 64;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number: which one, if it is whole, not negative and below 2³².
    Number(Option<u32>),
    /// `"…"`
    String(String),
    /// `[…]`
    List(Vec<Value>),
    /// `{…}`, in the order of the text.
    Object(Vec<(String, Value)>),
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

impl Value {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// [`NotJson`] at the first character that can't stand where it stands.
    ///
    /// ```
    /// use huso_agenda::json::{NotJson, Value};
    /// assert_eq!(Value::parse(r#"{"n": [1, "á"]}"#).unwrap().to_string(), r#"{"n":[1,"á"]}"#);
    /// assert_eq!(Value::parse("[1,\n 2,]"), Err(NotJson { line: 2, column: 4 }));
    /// ```
    pub fn parse(text: &str) -> Result<Self, NotJson> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0);
        reader.blanks();
        if let (Some(value), true) = (value, reader.at == text.len()) {
            return Ok(value);
        }
        let before = text.get(..reader.at).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Err(NotJson { line: before.matches('\n').count() + 1, column })
    }

    /// An object of these keys.
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        let mut all = Vec::new();
        for (key, value) in members {
            all.push((key.to_owned(), value));
        }
        Self::Object(all)
    }

    /// What an object has under a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => member(members, key),
            _ => None,
        }
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}

/// What an object has under a key; of a repeated key the last counts, as in browsers.
pub fn member<'a>(members: &'a [(String, Value)], key: &str) -> Option<&'a Value> {
    members.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::from)
    }
}

impl From<&[String]> for Value {
    fn from(texts: &[String]) -> Self {
        let mut all = Vec::new();
        for text in texts {
            all.push(Self::from(text.as_str()));
        }
        Self::List(all)
    }
}

/// As JSON text, without blanks. A number that was read but not kept is `null`.
impl Display for Value {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        out.write_str(&text)
    }
}

impl Value {
    fn write(&self, out: &mut String) {
        match self {
            Self::Null | Self::Number(None) => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(Some(number)) => out.push_str(&number.to_string()),
            Self::String(text) => quote(text, out),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    quote(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\0'..='\x1f' => {
                out.push_str("\\u00");
                for digit in [u32::from(character) >> 4, u32::from(character) & 15] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

/// Reads from left to right; `None` leaves `at` where the text is wrong.
struct Reader<'a> {
    text: &'a str,
    /// In bytes.
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, expected: u8) -> bool {
        let is_there = self.peek() == Some(expected);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.blanks();
        if depth > DEPTH {
            return None;
        }
        match self.peek()? {
            b'"' => self.string().map(Value::String),
            b'[' => {
                let mut items = Vec::new();
                self.members(b']', &mut |reader| {
                    items.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Some(Value::List(items))
            }
            b'{' => {
                let mut members = Vec::new();
                self.members(b'}', &mut |reader| {
                    let key = reader.string()?;
                    reader.blanks();
                    reader.take(b':').then_some(())?;
                    members.push((key, reader.value(depth + 1)?));
                    Some(())
                })?;
                Some(Value::Object(members))
            }
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        self.text.get(self.at..)?.starts_with(word).then_some(())?;
        self.at += word.len();
        Some(value)
    }

    /// What stands between brackets, parted by commas.
    fn members(&mut self, end: u8, read: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.blanks();
        if self.take(end) {
            return Some(());
        }
        loop {
            self.blanks();
            read(self)?;
            self.blanks();
            if self.take(end) {
                return Some(());
            }
            self.take(b',').then_some(())?;
        }
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        let negative = self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        let mut whole = !negative;
        if self.take(b'.') {
            whole = false;
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            whole = false;
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        let digits = self.text.get(start..self.at)?;
        Some(Value::Number(if whole { digits.parse().ok() } else { None }))
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"').then_some(())?;
        let mut all = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | 0..=0x1f) {
                self.at += 1;
            }
            all.push_str(self.text.get(start..self.at)?);
            if self.take(b'"') {
                return Some(all);
            }
            self.take(b'\\').then_some(())?;
            all.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek()?;
        let character = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                let first = self.unit()?;
                // Characters above U+FFFF are two escapes, one alone is no character (RFC 8259, 7).
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                (self.take(b'\\') && self.take(b'u')).then_some(())?;
                let second = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second);
            }
            _ => return None,
        };
        self.at += 1;
        Some(character)
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| !digits.starts_with('+'))?;
        let unit = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of the list is read, or refused, as serde_json does it, and written the same.
    #[test]
    fn reads_and_writes_what_serde_json_does() {
        let valid = [
            "null",
            " true ",
            "false",
            "0",
            "-0",
            "4294967295",
            "4294967296",
            "1.5",
            "1e5",
            "-1E-5",
            "\"\"",
            r#""a\"\\\/\b\f\n\r\t\u00e1\ud83d\ude00""#,
            "\"á😀\"",
            "[]",
            "[ ]",
            "{}",
            "{ }",
            "[1,[2,{\"a\":[]}]]",
            r#"{"a":1,"b":{"c":null},"":""}"#,
            "\"\u{2028}\u{7f}\"",
            "[\"\\u0000\\u001f\"]",
        ];
        for text in valid {
            let ours = Value::parse(text).unwrap_or_else(|at| panic!("{text}: {at:?}"));
            let theirs: serde_json::Value = serde_json::from_str(text).unwrap();
            let written: serde_json::Value = serde_json::from_str(&ours.to_string()).unwrap();
            let kept = theirs.as_f64().is_none_or(|number| {
                number.fract() == 0.0
                    && (0.0..4_294_967_296.0).contains(&number)
                    && !text.contains(['e', 'E', '-'])
            });
            assert_eq!(written, if kept { theirs } else { serde_json::Value::Null }, "{text}");
        }
        let invalid = [
            "",
            " ",
            "nul",
            "tru e",
            "01",
            "-",
            "+1",
            "1.",
            ".5",
            "1e",
            "1e+",
            "\"",
            "\"\n\"",
            r#""\x""#,
            r#""\u12""#,
            r#""\u+123""#,
            r#""\ud800""#,
            r#""\ud800\u0041""#,
            r#""\udc00""#,
            "[",
            "[1",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{",
            "{a:1}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{1:1}",
            "1 2",
            "[]]",
            "'a'",
            "// a\n1",
            "\u{feff}1",
            "NaN",
        ];
        for text in invalid {
            assert!(Value::parse(text).is_err(), "{text}");
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn faults_have_a_line_and_a_column() {
        assert_eq!(Value::parse("{\n  \"ñandú\": 1 2\n}"), Err(NotJson { line: 2, column: 14 }));
        assert_eq!(Value::parse(""), Err(NotJson { line: 1, column: 1 }));
    }

    #[test]
    fn deep_texts_are_refused_and_do_not_overflow_the_stack() {
        assert!(Value::parse(&"[".repeat(100_000)).is_err());
        assert!(Value::parse(&format!("{}{}", "[".repeat(60), "]".repeat(60))).is_ok());
    }

    #[test]
    fn of_a_repeated_key_the_last_counts() {
        let value = Value::parse(r#"{"a": 1, "a": 2}"#).unwrap();
        assert_eq!(value.get("a"), Some(&Value::Number(Some(2))));
    }
}
