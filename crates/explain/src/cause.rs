//! Why a text is no JSON, where that can be known.
//!
//! A tolerant parser that allows nothing (jsonc-parser, of dprint and Deno) says where and in what state it
//! stopped; what stands around that place says what somebody had in mind.

use crate::scan::{Oddity, Scan, scan};
use crate::source::Position;
use huso_agenda::Lang;
use huso_i18n::{Explanations, Texts as _, fill};
use jsonc_parser::ParseStringErrorKind;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// Why a text is no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// `// …`, `/* … */` or `# …`
    Comment,
    /// A comma after the last item.
    TrailingComma,
    /// A comma with nothing before it.
    ExtraComma,
    /// No comma between two items.
    MissingComma,
    /// No colon between a key and its value.
    MissingColon,
    /// A colon after a colon.
    ExtraColon,
    /// A key in a list, which has none; the line in which it is opened.
    KeyInList(usize),
    /// A key where a value belongs: its object's bracket is missing.
    KeyForValue,
    /// Another sign where a key belongs.
    NoKey(char),
    /// Another sign where the colon belongs.
    NoColon(char),
    /// Another sign where a comma belongs.
    NoComma(char),
    /// Nothing after a colon.
    MissingValue,
    /// Quotes of a word processor.
    CurlyQuotes(char),
    /// `'…'`
    SingleQuotes,
    /// A key without quotes.
    UnquotedKey(String),
    /// A text without quotes.
    UnquotedText(String),
    /// Digits that are no number: a date, an hour, a telephone without quotes.
    NoNumber,
    /// A word of another language (Python, JavaScript), and JSON's for it.
    OtherWord(String, &'static str),
    /// Quotes within a text.
    QuotesWithin,
    /// A line that ends within a text, or a closing quote that is missing.
    LineBreak,
    /// A tab or another control character within a text.
    Control,
    /// A backslash that begins none of JSON's escapes.
    BadEscape,
    /// A blank that is not JSON's, outside of texts.
    OddBlank,
    /// A bracket that nothing closes.
    Unclosed(char),
    /// A bracket that is closed by the end of another, as far as the lines are indented.
    ClosedByAnother(char),
    /// A text whose closing quote is missing.
    UnclosedText,
    /// An object of a list that is not closed before the next one; the line in which it is opened.
    NotClosed(usize),
    /// A bracket that closes another than is open.
    WrongClosing {
        /// The one found.
        found: char,
        /// The one that is open.
        open: char,
        /// Where.
        line: usize,
    },
    /// A bracket that closes nothing.
    ExtraClosing(char),
    /// Something behind the end.
    SecondValue,
    /// No object at all: some other text.
    NoObject,
    /// Lists and objects within each other, too many.
    TooDeep,
    /// A character that can't stand where it stands.
    Unexpected(char),
}

/// What nothing is allowed of that JSON doesn't allow.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The cause, and its byte in the text; `None` if it can't be known.
pub fn cause(text: &str) -> Option<(usize, Cause)> {
    use ParseErrorKind as Kind;
    let error = parse_to_ast(text, &CollectOptions::default(), &STRICT).err();
    let until = match &error {
        None => text.len(),
        Some(error) => match error.kind() {
            // In a comment, quotes and tabs mean nothing.
            Kind::CommentsNotAllowed | Kind::SingleQuotedStringsNotAllowed => error.range().start,
            _ => error.range().end,
        },
    };
    let whole = scan(text, until);
    if let Some((at, oddity)) = whole.oddity {
        return Some((at, Cause::from(oddity)));
    }
    let error = match error {
        Some(error) if !matches!(error.kind(), Kind::NestingDepthExceeded) => error,
        _ => return whole.deep.map(|at| (at, Cause::TooDeep)),
    };
    let at = error.range().start;
    let stop = Stop { text, at, before: scan(text, at) };
    let cause = match error.kind() {
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => Cause::Comment,
        Kind::SingleQuotedStringsNotAllowed => Cause::SingleQuotes,
        Kind::TrailingCommasNotAllowed => Cause::TrailingComma,
        Kind::UnterminatedArray | Kind::UnterminatedObject => return whole.unclosed(),
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => Cause::UnclosedText,
        Kind::String(
            ParseStringErrorKind::InvalidEscape | ParseStringErrorKind::InvalidEscapeInDoubleQuoteString,
        ) => Cause::BadEscape,
        Kind::String(_) => Cause::Unexpected('\\'),
        Kind::ExpectedStringObjectProperty => Cause::UnquotedKey(stop.word()),
        Kind::ExpectedComma => return Some(stop.no_comma()),
        Kind::ExpectedColonAfterObjectKey | Kind::ExpectedObjectValue if stop.is_end() => {
            return whole.unclosed();
        }
        Kind::ExpectedColonAfterObjectKey => return Some(stop.no_colon()),
        Kind::UnexpectedWord | Kind::UnexpectedToken => return stop.word_or_sign(),
        Kind::UnexpectedComma
        | Kind::UnexpectedColon
        | Kind::UnexpectedCloseBrace
        | Kind::UnexpectedCloseBracket
        | Kind::UnexpectedTokenInObject => return stop.sign(),
        Kind::MultipleRootJsonValues => stop.behind_the_end()?,
        _ => Cause::NoNumber,
    };
    Some((at, cause))
}

impl From<Oddity> for Cause {
    fn from(oddity: Oddity) -> Self {
        match oddity {
            Oddity::LineBreak => Self::LineBreak,
            Oddity::Control => Self::Control,
            Oddity::Blank => Self::OddBlank,
        }
    }
}

/// Where the parser stopped.
struct Stop<'a> {
    text: &'a str,
    at: usize,
    before: Scan,
}

impl Stop<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn is_end(&self) -> bool {
        self.rest().trim().is_empty()
    }

    /// Whether it stands just behind a text.
    fn is_adjacent(&self) -> bool {
        self.before.string.end + 1 == self.at
    }

    /// What stands there as far as a blank or a sign.
    fn word(&self) -> String {
        self.word_from(0)
    }

    /// The same from some bytes further on.
    fn word_from(&self, skip: usize) -> String {
        let is_part =
            |c: &char| c.is_alphanumeric() || "-_$/".contains(*c) || !c.is_ascii() && !c.is_whitespace();
        self.rest().get(skip..).unwrap_or_default().chars().take_while(is_part).take(40).collect()
    }

    /// Between two items, `at` the first one's end.
    fn no_comma(&self) -> (usize, Cause) {
        let rest = self.rest();
        let next = rest.trim_start().chars().next();
        let is_adjacent = !rest.starts_with(char::is_whitespace);
        let is_text = self.before.last == Some('"');
        match next {
            Some(c) if is_text && c != '"' && !"[{".contains(c) => self.after_text(),
            _ if !is_text && is_adjacent && rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                (self.at, Cause::NoNumber)
            }
            _ => (self.at, Cause::MissingComma),
        }
    }

    /// Behind a key there is no colon.
    fn no_colon(&self) -> (usize, Cause) {
        self.colon_within().unwrap_or((self.at, Cause::MissingColon))
    }

    /// A key that has its colon in it lacks its closing quote.
    fn colon_within(&self) -> Option<(usize, Cause)> {
        let string = self.text.get(self.before.string.clone())?.trim_end();
        string.ends_with(':').then(|| (self.before.string.start + string.len() - 1, Cause::QuotesWithin))
    }

    /// A letter or a digit behind a text: there are quotes in it, of one kind or another.
    fn after_text(&self) -> (usize, Cause) {
        let string = self.text.get(self.before.string.clone()).unwrap_or_default();
        match string.find(is_curly) {
            Some(at) => {
                let found = string.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('”');
                (self.before.string.start + at, Cause::CurlyQuotes(found))
            }
            None => self.colon_within().unwrap_or((self.at, Cause::QuotesWithin)),
        }
    }

    fn word_or_sign(&self) -> Option<(usize, Cause)> {
        let first = self.rest().chars().next()?;
        let word = self.word();
        let last = self.before.last;
        let cause = match first {
            _ if is_curly(first) => Cause::CurlyQuotes(first),
            '`' | '´' => Cause::SingleQuotes,
            // A colour without its quotes.
            '#' if last == Some(':') => Cause::UnquotedText(format!("#{}", self.word_from(1))),
            '#' => Cause::Comment,
            '=' if last == Some('"') => Cause::NoColon('='),
            ';' => Cause::NoComma(';'),
            _ if self.before.open.is_empty() && last.is_none() => Cause::NoObject,
            _ if last == Some('"') && (first.is_alphanumeric() || self.is_adjacent()) => {
                return Some(self.after_text());
            }
            _ if last.is_some_and(|last| last.is_ascii_digit()) => Cause::NoNumber,
            _ if word.is_empty() => Cause::Unexpected(first),
            _ => match other_word(&word) {
                Some(meant) => Cause::OtherWord(word, meant),
                None if self.is_key() => Cause::UnquotedKey(word),
                None => Cause::UnquotedText(word),
            },
        };
        Some((self.at, cause))
    }

    /// Whether a key belongs there.
    fn is_key(&self) -> bool {
        matches!(self.before.open.last(), Some(('{', _))) && matches!(self.before.last, Some('{' | ','))
    }

    fn sign(&self) -> Option<(usize, Cause)> {
        let found = self.rest().chars().next()?;
        let last = self.before.last;
        let cause = match (found, self.before.open.last()) {
            (',' | ']' | '}', _) if last == Some(':') => Cause::MissingValue,
            (',', _) => Cause::ExtraComma,
            (':', _) if last == Some(':') => Cause::ExtraColon,
            (':', Some((bracket, at))) if last == Some('"') => {
                let cause = match bracket {
                    '[' => Cause::KeyInList(self.line(*at)),
                    _ => Cause::KeyForValue,
                };
                return Some((self.before.string.start.saturating_sub(1), cause));
            }
            ('{', _) if let [.., ('[', _), ('{', at)] = self.before.open.as_slice() => {
                Cause::NotClosed(self.line(*at))
            }
            // 9:30 without quotes.
            (':', _) if last.is_some_and(|last| last.is_ascii_digit()) => Cause::NoNumber,
            (']', Some(&('{', at))) | ('}', Some(&('[', at))) => {
                let open = if found == ']' { '{' } else { '[' };
                Cause::WrongClosing { found, open, line: self.line(at) }
            }
            _ if self.is_key() => Cause::NoKey(found),
            _ => Cause::Unexpected(found),
        };
        Some((self.at, cause))
    }

    fn line(&self, at: usize) -> usize {
        Position::of(self.text, at).line
    }

    fn behind_the_end(&self) -> Option<Cause> {
        Some(match self.rest().chars().next()? {
            found @ (']' | '}') => Cause::ExtraClosing(found),
            ',' => Cause::ExtraComma,
            _ => Cause::SecondValue,
        })
    }
}

impl Scan {
    /// Of a text that ends where something is open: what that is.
    fn unclosed(&self) -> Option<(usize, Cause)> {
        let last = self.open.last().map(|(bracket, at)| (*at, Cause::Unclosed(*bracket)));
        self.misindented.map(|(bracket, at)| (at, Cause::ClosedByAnother(bracket))).or(last)
    }
}

fn is_curly(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '″')
}

/// JSON's word for one of Python, JavaScript or a spreadsheet.
fn other_word(word: &str) -> Option<&'static str> {
    Some(match word {
        "True" | "TRUE" | "Verdadero" | "VERDADERO" | "verdadero" | "Verdadeiro" | "verdadeiro" => "true",
        "False" | "FALSE" | "Falso" | "FALSO" | "falso" => "false",
        "None" | "NULL" | "Null" | "nil" | "NaN" | "nan" | "undefined" | "Infinity" => "null",
        _ => return None,
    })
}

impl Cause {
    /// What is wrong, and how to mend it.
    pub fn message(&self, lang: Lang) -> String {
        let texts: &Explanations = lang.explanations();
        let sign = |text, sign: &char| fill(text, &[("found", &sign.to_string())]);
        match self {
            Self::Comment => texts.comment.to_owned(),
            Self::TrailingComma => texts.trailing_comma.to_owned(),
            Self::ExtraComma => texts.extra_comma.to_owned(),
            Self::MissingComma => texts.missing_comma.to_owned(),
            Self::MissingColon => texts.missing_colon.to_owned(),
            Self::ExtraColon => texts.extra_colon.to_owned(),
            Self::KeyForValue => fill(texts.key_for_value, &[("open", "{")]),
            Self::NoKey(found) => fill(texts.no_key, &[("found", &found.to_string()), ("open", "[")]),
            Self::KeyInList(line) => {
                fill(texts.key_in_list, &[("line", &line.to_string()), ("open", "{"), ("close", "]")])
            }
            Self::NotClosed(line) => fill(texts.not_closed, &[("line", &line.to_string()), ("close", "}")]),
            Self::NoColon(found) => sign(texts.no_colon, found),
            Self::NoComma(found) => sign(texts.no_comma, found),
            Self::MissingValue => texts.missing_value.to_owned(),
            Self::CurlyQuotes(found) => sign(texts.curly_quotes, found),
            Self::SingleQuotes => texts.single_quotes.to_owned(),
            Self::UnquotedKey(found) => fill(texts.unquoted_key, &[("found", found)]),
            Self::UnquotedText(found) => fill(texts.unquoted_text, &[("found", found)]),
            Self::NoNumber => texts.no_number.to_owned(),
            Self::OtherWord(found, meant) => fill(texts.other_word, &[("found", found), ("meant", meant)]),
            Self::QuotesWithin => texts.quotes_within.to_owned(),
            Self::LineBreak => texts.line_break.to_owned(),
            Self::Control => texts.control.to_owned(),
            Self::BadEscape => texts.bad_escape.to_owned(),
            Self::OddBlank => texts.odd_blank.to_owned(),
            Self::Unclosed(bracket) => sign(texts.unclosed, bracket),
            Self::ClosedByAnother(bracket) => sign(texts.closed_by_another, bracket),
            Self::UnclosedText => texts.unclosed_text.to_owned(),
            Self::WrongClosing { found, open, line } => {
                let (found, open, line) = (found.to_string(), open.to_string(), line.to_string());
                fill(texts.wrong_closing, &[("found", &found), ("open", &open), ("line", &line)])
            }
            Self::ExtraClosing(found) => sign(texts.extra_closing, found),
            Self::SecondValue => texts.second_value.to_owned(),
            Self::NoObject => fill(texts.no_object, &[("open", "{")]),
            Self::TooDeep => texts.too_deep.to_owned(),
            Self::Unexpected(found) => sign(texts.unexpected, found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<(usize, usize, Cause)> {
        let (at, cause) = cause(text)?;
        let Position { line, column } = Position::of(text, at);
        Some((line, column, cause))
    }

    /// What people's files have that JSON has not, each at its own place and not where reading stops.
    #[test]
    fn causes_are_found_at_their_place() {
        for (text, line, column, cause) in [
            ("{\"a\": [1, 2,\n]}", 1, 12, Cause::TrailingComma),
            ("{\"a\": 1,\n}", 1, 8, Cause::TrailingComma),
            ("{\n  // don't \"x\n \"a\": 1}", 2, 3, Cause::Comment),
            ("{\"a\": 1 /* no */}", 1, 9, Cause::Comment),
            ("{\n# x\n\"a\": 1}", 2, 1, Cause::Comment),
            ("{“a”: 1}", 1, 2, Cause::CurlyQuotes('“')),
            ("{\"a\": «b»}", 1, 7, Cause::CurlyQuotes('«')),
            ("{\"a”: \"b\"}", 1, 4, Cause::CurlyQuotes('”')),
            ("{\"a\": 'b'}", 1, 7, Cause::SingleQuotes),
            ("{'a': 1}", 1, 2, Cause::SingleQuotes),
            ("{\"a\": 1\n \"b\": 2}", 1, 8, Cause::MissingComma),
            ("[{\"a\": 1}\n {\"a\": 2}]", 1, 10, Cause::MissingComma),
            ("{\"a\": \"b\" \"c\": 1}", 1, 10, Cause::MissingComma),
            ("{\"a\": \"one\n two\"}", 1, 11, Cause::LineBreak),
            ("{\"a\": \"one,\n \"b\": \"two\"}", 1, 12, Cause::LineBreak),
            ("{\"a\": \"one\ttwo\"}", 1, 11, Cause::Control),
            ("{\"a\": [1", 1, 7, Cause::Unclosed('[')),
            ("{\"a\": {\"b\": 1}", 1, 1, Cause::Unclosed('{')),
            ("{\"a\":", 1, 1, Cause::Unclosed('{')),
            ("{\"a\"", 1, 1, Cause::Unclosed('{')),
            ("{\"a", 1, 2, Cause::UnclosedText),
            ("[{\"a\": 1,\n {\"b\": 2}]", 2, 2, Cause::NotClosed(1)),
            ("{\"a\": ¿qué?}", 1, 7, Cause::UnquotedText("¿qué".into())),
            ("{\"a\": [\n1, 2}", 2, 5, Cause::WrongClosing { found: '}', open: '[', line: 1 }),
            ("{\n\"a\": 1 ]", 2, 8, Cause::WrongClosing { found: ']', open: '{', line: 1 }),
            ("{\"a\": 1}}", 1, 9, Cause::ExtraClosing('}')),
            ("{\"a\": 1},", 1, 9, Cause::ExtraComma),
            ("{\"a\": 1} {\"b\": 2}", 1, 10, Cause::SecondValue),
            ("{\"a\": 1,, \"b\": 2}", 1, 9, Cause::ExtraComma),
            ("[1,,2]", 1, 4, Cause::ExtraComma),
            ("{\"a\": , \"b\": 2}", 1, 7, Cause::MissingValue),
            ("{\"a\": }", 1, 7, Cause::MissingValue),
            ("{\"a\" 1}", 1, 6, Cause::MissingColon),
            ("{\"a: \"b\"}", 1, 4, Cause::QuotesWithin),
            ("{\"a\": #06c}", 1, 7, Cause::UnquotedText("#06c".into())),
            ("{\"a\" = 1}", 1, 6, Cause::NoColon('=')),
            ("{\"a\": 1; \"b\": 2}", 1, 8, Cause::NoComma(';')),
            ("{a: 1}", 1, 2, Cause::UnquotedKey("a".into())),
            ("{título: 1}", 1, 2, Cause::UnquotedKey("título".into())),
            ("{\"a\": America/Lima}", 1, 7, Cause::UnquotedText("America/Lima".into())),
            ("{\"a\": Lima, \"b\": 1}", 1, 7, Cause::UnquotedText("Lima".into())),
            ("{\"a\": None}", 1, 7, Cause::OtherWord("None".into(), "null")),
            ("{\"a\": True, \"b\": 1}", 1, 7, Cause::OtherWord("True".into(), "true")),
            ("[NaN]", 1, 2, Cause::OtherWord("NaN".into(), "null")),
            ("{\"a\": undefined}", 1, 7, Cause::OtherWord("undefined".into(), "null")),
            ("{\"a\": 2027-08-11}", 1, 11, Cause::NoNumber),
            ("{\"a\": 2027-08-11T09:30, \"b\": 1}", 1, 11, Cause::NoNumber),
            ("{\"a\": 9:30}", 1, 8, Cause::NoNumber),
            ("{\"a\": 09}", 1, 8, Cause::NoNumber),
            ("{\"a\": +56912345678}", 1, 7, Cause::NoNumber),
            ("{\"a\": .5}", 1, 7, Cause::NoNumber),
            ("{\"a\": \"El \"mejor\" taller\"}", 1, 12, Cause::QuotesWithin),
            ("{\"a\": \"one\". Two\"}", 1, 12, Cause::QuotesWithin),
            ("{\"a\": \"C:\\dir\"}", 1, 10, Cause::BadEscape),
            ("{\u{a0}\"a\": 1}", 1, 2, Cause::OddBlank),
            ("{\"a\": \u{200b}1}", 1, 7, Cause::OddBlank),
            ("huso;id;title\n1;a;b", 1, 1, Cause::NoObject),
            ("Martes 11 de agosto", 1, 1, Cause::NoObject),
            ("{\"a\": @}", 1, 7, Cause::Unexpected('@')),
            ("{[1]}", 1, 2, Cause::NoKey('[')),
            ("{\"a\": {\"b\": 1}, {\"b\": 2}]}", 1, 17, Cause::NoKey('{')),
            ("{\n  \"a\": {\n    \"b\": 1,\n  \"c\": [\n    1\n  ]\n}\n", 2, 8, Cause::ClosedByAnother('{')),
            ("{\n  \"a\": {\"b\": 1,\n  \"c\": 1\n}\n", 2, 8, Cause::ClosedByAnother('{')),
            ("{\n  \"a\": [\n    1\n  ]\n", 1, 1, Cause::Unclosed('{')),
            ("{\"a\":: 1}", 1, 6, Cause::ExtraColon),
            ("[\"a\": 1]", 1, 2, Cause::KeyInList(1)),
            ("{\"a\": \"es\": 1}}", 1, 7, Cause::KeyForValue),
            ("{\"a\": \"\\u12\"}", 1, 8, Cause::Unexpected('\\')),
            ("{\"a\": \"\\ud800\"}", 1, 8, Cause::Unexpected('\\')),
        ] {
            assert_eq!(at(text), Some((line, column, cause)), "{text}");
        }
    }

    #[test]
    fn what_is_json_has_no_cause() {
        for text in ["{\"a\": \"“x” \\\"y\\\" 'z' // \\n\", \"b\": [1.5, -2, null]}", "{}"] {
            assert_eq!(cause(text), None);
        }
        for depth in [80, 100_000] {
            let deep = "[".repeat(depth) + &"]".repeat(depth);
            assert_eq!(cause(&deep), Some((64, Cause::TooDeep)));
        }
    }
}
