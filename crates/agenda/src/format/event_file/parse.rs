//! From a text to an event file.

use super::event::EventFile;
use crate::decode::{Decode, Decoder, Value};
use crate::encoding::{self, FileKind};
use crate::problem::{Diagnostic, Problem};

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;

/// Reads an event file from its text. Returns what could be read of it (`None` if not even the
/// event's name could) and everything that is wrong with it, in the file's order.
pub fn parse<R: Decode>(text: &str) -> (Option<EventFile<R>>, Vec<Diagnostic>) {
    let mut decoder = Decoder::default();
    // Text that was pasted may have a byte order mark too; JSON parsers refuse it.
    let text = text.trim_start_matches('\u{feff}');
    let file = match serde_json::from_str(text) {
        Ok(value) => read(text, &value, &mut decoder),
        Err(error) => {
            decoder.report(match text {
                blank if blank.trim().is_empty() => Problem::Empty,
                markup if encoding::is_markup(markup) => Problem::WrongFile { found: FileKind::Markup },
                _ => not_json(text, &error),
            });
            None
        }
    };
    (file, decoder.into_diagnostics())
}

/// Where a text stops being JSON, in characters: serde_json counts bytes, and the end of a text and of a line
/// within a string as what stands before them.
fn not_json(text: &str, error: &serde_json::Error) -> Problem {
    let line_start: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let stop = if error.is_eof() { text.len() } else { (line_start + error.column()).saturating_sub(1) };
    let (before, _) = text.split_at(text.floor_char_boundary(stop));
    let line = before.split('\n').next_back().unwrap_or_default();
    Problem::NotJson { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

fn read<R: Decode>(text: &str, value: &Value, decoder: &mut Decoder) -> Option<EventFile<R>> {
    if let Some((line, found, meant)) = encoding::mangled(text) {
        decoder.report(Problem::Mangled { line, found: found.to_owned(), meant });
    }
    let file = EventFile::decode(value, decoder);
    match (value, value.get("sessions")) {
        (Value::Object(_), None | Some(Value::Null)) => decoder.report_at("sessions", Problem::NoSessionList),
        (_, Some(Value::Array(all))) if all.is_empty() => decoder.report_at("sessions", Problem::NoSessions),
        _ => {}
    }
    if let Some(newer) = file.as_ref().map(|file| file.huso).filter(|version| *version != VERSION) {
        decoder.report_at("huso", Problem::NewerVersion { found: newer });
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<Problem> {
        parse::<Value>(text).1.into_iter().map(|fault| fault.problem).collect()
    }

    #[test]
    fn faults_of_json_have_a_line_and_a_column() {
        for (text, line, column) in [
            ("[1,\n 2,]", 2, 4),
            ("{\n  \"ñandú\": 1 2\n}", 2, 14),
            ("{\"a\": \"ñ", 1, 9),
            ("{\"a\": 1,\n", 2, 1),
            ("{\"a\": \"ñ\nb\"}", 1, 9),
            ("{\"a\": \"\\é\"}", 1, 9),
            ("{\"a\": 01}", 1, 8),
        ] {
            assert_eq!(faults(text), [Problem::NotJson { line, column }], "{text}");
        }
    }

    #[test]
    fn deep_texts_are_refused_and_do_not_overflow_the_stack() {
        assert!(matches!(faults(&"[".repeat(100_000))[..], [Problem::NotJson { .. }]));
        let deep = format!("{}{}", "[".repeat(60), "]".repeat(60));
        assert!(matches!(faults(&deep)[..], [Problem::WrongKind { .. }]));
    }

    #[test]
    fn of_a_repeated_key_the_last_counts() {
        let text = r#"{"huso": 2, "id": "a", "title": {"es": "A", "es": "B"}, "timezone": "UTC", "huso": 1, "id": "b"}"#;
        let file = parse::<Value>(text).0.unwrap();
        assert_eq!((file.huso, file.id.as_str(), file.title.all()), (1, "b", vec!["B"]));
    }
}
