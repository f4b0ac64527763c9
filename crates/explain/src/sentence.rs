//! Faults for those who have a form before them and not the file: times as clocks show them, and nothing about how to
//! write them.

use huso_agenda::chrono::NaiveDateTime;
use huso_agenda::{Lang, Problem};
use huso_i18n::labels::{self, HourCycle};
use huso_i18n::{Texts as _, fill};

/// What is wrong; nothing for faults of the file's writing, which are told in its own terms.
pub fn sentence(problem: &Problem, lang: Lang) -> Option<String> {
    let texts = lang.advice();
    Some(match problem {
        Problem::EndBeforeStart { start, end } => {
            let (start_words, end_words) = clocks(*start, *end, lang);
            let text = if start == end { texts.ends_at_start } else { texts.ends_before };
            fill(text, &[("start", &start_words), ("end", &end_words)])
        }
        Problem::DurationDisagrees { stated, actual } => fill(
            texts.lasts_other,
            &[("stated", &labels::length(*stated)), ("actual", &labels::length(*actual))],
        ),
        Problem::Skipped { read_as, .. } => fill(texts.clocks_skip, &[("time", &clock(*read_as, lang))]),
        Problem::Repeated { .. } => texts.clocks_repeat.to_owned(),
        Problem::DateAndStart => texts.date_and_start.to_owned(),
        Problem::EndWithoutStart => texts.end_without_start.to_owned(),
        Problem::Missing => texts.missing.to_owned(),
        Problem::Empty => texts.empty.to_owned(),
        Problem::BadWallTime { found } | Problem::BadDate { found } | Problem::NoSuchTime { found } => {
            fill(texts.no_time, &[("found", found)])
        }
        Problem::BadDuration { found } => fill(texts.no_length, &[("found", found)]),
        Problem::UnknownZone { found, .. } => fill(texts.no_zone, &[("found", found)]),
        Problem::AmbiguousZone { found, .. } => fill(texts.several_zones, &[("found", found)]),
        Problem::DuplicateId { id, .. } => fill(texts.same_id, &[("id", id)]),
        _ => return None,
    })
}

/// Two times, with their dates where these differ.
fn clocks(one: NaiveDateTime, other: NaiveDateTime, lang: Lang) -> (String, String) {
    let words = |wall: NaiveDateTime| match one.date() == other.date() {
        true => clock(wall, lang),
        false => format!("{} ({})", clock(wall, lang), labels::short_date(wall.date(), lang)),
    };
    (words(one), words(other))
}

fn clock(wall: NaiveDateTime, lang: Lang) -> String {
    labels::clock(wall.time(), HourCycle::H23, lang)
}

#[cfg(test)]
mod tests {
    use crate::open;
    use huso_agenda::Lang;

    #[test]
    fn times_are_said_as_clocks_show_them() {
        let said = |session: &str| {
            let file = format!(
                r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Santiago", "sessions": [{{"id": "a", "title": "A", {session}}}]}}"#
            );
            open(file.as_bytes()).1[0].sentence(Lang::En)
        };
        for (session, sentence) in [
            (
                r#""start": "2027-08-11T10:45", "end": "2027-08-11T10:20""#,
                "It ends at 10:20, before it starts at 10:45.",
            ),
            (
                r#""start": "2027-08-11T10:45", "end": "2027-08-11T10:45""#,
                "It ends at 10:45, when it starts.",
            ),
            (
                r#""start": "2027-08-11T10:45", "end": "2027-08-10T12:00""#,
                "It ends at 12:00 (Tue 10), before it starts at 10:45 (Wed 11).",
            ),
            (
                r#""start": "2027-09-05T00:30""#,
                "That time does not exist on that day: clocks go forward over it. It is taken for 01:30.",
            ),
            (r#""start": "9:30""#, "“9:30” is not understood as a date or a time."),
            (r#""colour": 1"#, "Huso does not know this key and ignores it."),
        ] {
            assert_eq!(said(session), sentence);
        }
    }
}
