//! A text in parts: lines with what was understood of them, and what says no times folded.

use huso_import::prose::{Understood, Value};
use huso_import::{Finding, Place};
use std::ops::Range;

/// Letters of a line without marks that is shown all the same where it stands alone: a heading.
const HEADING: usize = 70;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Lines, of a session or of the event.
    Lines {
        /// Which of the sessions, from 0.
        session: Option<usize>,
        /// Each in its pieces.
        lines: Vec<Vec<Piece>>,
    },
    /// Lines that only say again when something is, on other clocks.
    Again {
        /// Which of the sessions, from 0; `None` where they say one moment of which no session is.
        session: Option<usize>,
        /// Each in its pieces.
        lines: Vec<Vec<Piece>>,
    },
    /// Lines that say nothing of an agenda.
    Folded(Vec<String>),
}

/// Words of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// As written.
    pub text: String,
    /// What was understood of them.
    pub value: Option<Value>,
    /// What is wrong with them: the finding's number, from 0.
    pub finding: Option<usize>,
}

/// A text in its parts.
pub fn parts(text: &str, understood: &[Understood], findings: &[Finding]) -> Vec<Part> {
    let values: Vec<_> = understood.iter().filter_map(|one| Some((range(&one.origin.place)?, one))).collect();
    let faults: Vec<_> =
        findings.iter().enumerate().filter_map(|(at, one)| Some((range(&one.origin.place)?, at))).collect();
    let mut parts = Vec::new();
    for line in lines(text) {
        let values: Vec<_> = values.iter().filter(|(range, _)| touches(range, &line)).cloned().collect();
        let faults: Vec<_> = faults.iter().filter(|(range, _)| touches(range, &line)).cloned().collect();
        let words = text.get(line.clone()).unwrap_or_default();
        if values.is_empty() && faults.is_empty() {
            fold(&mut parts, words);
        } else {
            let session = values.iter().find_map(|(_, one)| one.session);
            let pieces = pieces(text, &line, &values, &faults);
            let is_again = values.iter().all(|(_, one)| one.value == Value::Again);
            if is_again && !values.is_empty() {
                add_again(&mut parts, session, pieces);
            } else {
                add(&mut parts, session, pieces);
            }
        }
    }
    parts.into_iter().map(unfolded).collect()
}

fn range(place: &Place) -> Option<Range<usize>> {
    match place {
        Place::Text { start, end } => Some(*start..*end),
        _ => None,
    }
}

fn touches(range: &Range<usize>, line: &Range<usize>) -> bool {
    range.start < line.end && line.start < range.end
}

/// The lines in which something stands.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if end > start {
            all.push(start..end);
        }
        start += line.len();
    }
    all
}

fn fold(parts: &mut Vec<Part>, words: &str) {
    match parts.last_mut() {
        Some(Part::Folded(lines)) => lines.push(words.to_owned()),
        _ => parts.push(Part::Folded(vec![words.to_owned()])),
    }
}

fn add(parts: &mut Vec<Part>, of: Option<usize>, pieces: Vec<Piece>) {
    match parts.last_mut() {
        Some(Part::Lines { session, lines }) if *session == of && of.is_some() => lines.push(pieces),
        _ => parts.push(Part::Lines { session: of, lines: vec![pieces] }),
    }
}

fn add_again(parts: &mut Vec<Part>, of: Option<usize>, pieces: Vec<Piece>) {
    match parts.last_mut() {
        Some(Part::Again { session, lines }) if *session == of => lines.push(pieces),
        _ => parts.push(Part::Again { session: of, lines: vec![pieces] }),
    }
}

/// A heading that stands alone is shown.
fn unfolded(part: Part) -> Part {
    match part {
        Part::Folded(lines) => match lines.as_slice() {
            [line] if line.chars().count() <= HEADING => {
                let piece = Piece { text: line.clone(), value: None, finding: None };
                Part::Lines { session: None, lines: vec![vec![piece]] }
            }
            _ => Part::Folded(lines),
        },
        other => other,
    }
}

/// A line, cut where something that was understood or is wrong begins or ends.
fn pieces(
    text: &str,
    line: &Range<usize>,
    values: &[(Range<usize>, &Understood)],
    faults: &[(Range<usize>, usize)],
) -> Vec<Piece> {
    let ranges = || values.iter().map(|(range, _)| range).chain(faults.iter().map(|(range, _)| range));
    let mut cuts: Vec<usize> = ranges().flat_map(|range| [range.start, range.end]).collect();
    cuts.extend([line.start, line.end]);
    cuts.retain(|cut| (line.start..=line.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |(start, end): (&usize, &usize)| Piece {
        text: text.get(*start..*end).unwrap_or_default().to_owned(),
        value: values.iter().rfind(|(range, _)| range.contains(start)).map(|(_, one)| one.value),
        finding: faults.iter().find(|(range, _)| range.contains(start)).map(|(_, at)| *at),
    };
    cuts.iter().zip(cuts.iter().skip(1)).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_agenda::chrono::NaiveDate;
    use huso_announcement::Context;
    use huso_import::prose::read;

    /// The kind: lines that say a session's time again are no session's, and none is lost.
    #[test]
    fn lines_that_say_a_time_again_stand_apart() {
        let text = "9 de agosto de 2023\n\n09:00 hora COL – Inauguración\n(10:00 en Chile, 08:00 en México)\n10:00 hora COL – Cierre";
        let prose = read(text, 0, &Context { date: None, today: NaiveDate::default() });
        let all = parts(text, &prose.understood, &prose.read.findings);
        let words = |lines: &[Vec<Piece>]| {
            lines.iter().flatten().map(|piece| piece.text.as_str()).collect::<String>()
        };
        let again: Vec<_> = all
            .iter()
            .filter_map(|part| match part {
                Part::Again { session, lines } => Some((*session, words(lines))),
                _ => None,
            })
            .collect();
        assert_eq!(again, [(Some(0), "(10:00 en Chile, 08:00 en México)".to_owned())]);
        let last = match all.as_slice() {
            [_, Part::Again { .. }, Part::Lines { session, lines }] => Some((*session, words(lines))),
            _ => None,
        };
        assert_eq!(last, Some((Some(1), "10:00 hora COL – Cierre".to_owned())), "{all:?}");
    }
}
