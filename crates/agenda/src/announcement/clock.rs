//! Times of day, ranges of them and lengths, as people write them.

use super::atoms::{Cursor, Shape};

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Minutes since midnight; 1440 is 24:00.
    pub(super) minutes: u32,
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A time of day, and where it ends if that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) from: Clock,
    pub(super) to: Option<Clock>,
}

/// Half of the day that a time of 12 hours is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
    /// Colombia's `12 m.`, noon.
    Noon,
}

/// A time as its parts stand there, before it is known whether it exists.
struct Parts {
    hour: u32,
    minute: u32,
    half: Option<Half>,
    start: usize,
    end: usize,
}

impl Parts {
    /// `None` for 25:00 and 13:75.
    fn clock(&self) -> Option<Clock> {
        let hour = match (self.half, self.hour) {
            (Some(Half::Am), 12) => 0,
            (Some(Half::Pm), 1..12) => self.hour + 12,
            _ => self.hour,
        };
        let minutes = hour * 60 + self.minute;
        (self.minute < 60 && minutes <= 24 * 60).then_some(Clock {
            minutes,
            start: self.start,
            end: self.end,
        })
    }
}

/// What a reader of times found.
pub(super) enum Reading {
    /// A time or a range.
    Range(Range),
    /// The shape of a time, but none that clocks show: 25:00.
    NoSuchTime,
}

pub(super) const DASHES: &[char] =
    &['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '~'];
const HOUR_WORDS: &[&str] = &["h", "hs", "hr", "hrs", "horas", "hours"];
const UNTIL: &[&str] = &["a", "to", "as", "ate", "hasta", "until", "till"];
const THE: &[&str] = &["las", "la", "as", "the"];

/// A time, or a range of times: `10:00`, `9–10:30 am`, `de 9h a 10h30`, `10.30 hrs`.
pub(super) fn range(at: Cursor) -> Option<(Reading, Cursor)> {
    let no_such_time = |after| Some((Reading::NoSuchTime, after));
    let (first, after_first) = match parts(at) {
        Some(found) => found,
        None => return range_from_bare_hour(at),
    };
    let Some((last, after)) = until(after_first).and_then(parts) else {
        let Some(from) = first.clock() else { return no_such_time(after_first) };
        return Some((Reading::Range(Range { from, to: None }), after_first));
    };
    // The half of the day is often said once for both: 9:00–10:30 am.
    let first = with_half_of(first, &last);
    match (first.clock(), last.clock()) {
        (Some(from), Some(to)) => Some((Reading::Range(Range { from, to: Some(to) }), after)),
        _ => no_such_time(after),
    }
}

/// `9–10 am`, `de 10 a 11:30 h`: the first hour stands alone. In `Panel 2 – 9 am` the 2 is none.
fn range_from_bare_hour(at: Cursor) -> Option<(Reading, Cursor)> {
    let (number, _) = at.next()?;
    let (hour, after) = at.number(1..=2)?;
    let close = after.sign(DASHES).is_some();
    let next = until(after)?;
    if close {
        after.close()?;
        next.close()?;
    }
    let (last, end) = parts(next)?;
    let first = Parts { hour, minute: 0, half: None, start: number.start, end: number.end() };
    let (from, to) = (with_half_of(first, &last).clock()?, last.clock()?);
    Some((Reading::Range(Range { from, to: Some(to) }), end))
}

fn with_half_of(first: Parts, last: &Parts) -> Parts {
    let other = match last.half {
        // 11–1 pm begins before noon.
        Some(Half::Pm | Half::Noon) if first.hour % 12 > last.hour % 12 || last.half == Some(Half::Noon) => {
            Some(Half::Am)
        }
        other => other,
    };
    Parts { half: first.half.or(other.filter(|_| first.hour <= 12)), ..first }
}

/// After what leads from a range's start to its end.
fn until(at: Cursor) -> Option<Cursor> {
    at.sign(DASHES).or_else(|| at.word(UNTIL)).map(|after| after.skip_word(THE))
}

/// One time: `10:00`, `10h30`, `10.30 hrs`, `9 a. m.`, `12 m.`, `noon`.
fn parts(at: Cursor) -> Option<(Parts, Cursor)> {
    let (first, _) = at.next()?;
    if let Some(after) = at.word(&["noon", "mediodia", "midday"]).or_else(|| meio_dia(at)) {
        return Some((
            Parts { hour: 12, minute: 0, half: Some(Half::Noon), start: first.start, end: end(at, after) },
            after,
        ));
    }
    let (hour, after_hour) = at.number(1..=2)?;
    let (minute, mut after, mut complete) = minutes(after_hour).unwrap_or((0, after_hour, false));
    let half = half(after, hour);
    if let Some((_, behind)) = half {
        (after, complete) = (behind, true);
    } else if let Some(behind) = hour_word(after) {
        // Brazil: 10h30min.
        (after, complete) = (behind, true);
    }
    if !complete {
        return None;
    }
    let half = half.map(|(half, _)| half);
    Some((Parts { hour, minute, half, start: first.start, end: end(at, after) }, after))
}

fn meio_dia(at: Cursor) -> Option<Cursor> {
    at.word(&["meio"])?.skip_sign(DASHES).word(&["dia"])
}

/// The byte after the last atom between two places.
fn end(from: Cursor, to: Cursor) -> usize {
    let mut at = from;
    let mut end = 0;
    for _ in 0..from.distance(to) {
        let Some((atom, after)) = at.next() else { break };
        (end, at) = (atom.end(), after);
    }
    end
}

/// What follows an hour: minutes, the place after them, and whether that alone makes it a time.
fn minutes(at: Cursor) -> Option<(u32, Cursor, bool)> {
    let at = at.close()?;
    if let Some(after) = at.sign(&[':']) {
        let (minute, after) = after.close()?.number(2..=2)?;
        let seconds = after.close().and_then(|after| after.sign(&[':'])?.close()?.number(2..=2));
        return Some((minute, seconds.map_or(after, |(_, behind)| behind), true));
    }
    if let Some(after) = at.word(&["h"]) {
        let (minute, after) = after.close()?.number(2..=2)?;
        let after = after.close().and_then(|after| after.word(&["min", "m"])).unwrap_or(after);
        return Some((minute, after, true));
    }
    let (minute, after) = at.sign(&['.'])?.close()?.number(2..=2)?;
    Some((minute, after, false))
}

/// After `h`, `hrs.`, `horas`.
fn hour_word(at: Cursor) -> Option<Cursor> {
    let long = at.word(&["horas", "hours"]);
    long.or_else(|| {
        let after = at.word(HOUR_WORDS)?;
        Some(after.close().and_then(|after| after.sign(&['.'])).unwrap_or(after))
    })
}

/// The half of the day, and the place after it.
fn half(at: Cursor, hour: u32) -> Option<(Half, Cursor)> {
    if let Some(after) = at.word(&["am"]) {
        return Some((Half::Am, after));
    }
    if let Some(after) = at.word(&["pm"]) {
        return Some((Half::Pm, after));
    }
    for (letter, half) in [("a", Half::Am), ("p", Half::Pm)] {
        let dotted = at.word(&[letter]).and_then(|after| after.sign(&['.'])?.word(&["m"]));
        if let Some(after) = dotted {
            return Some((half, after.close().and_then(|after| after.sign(&['.'])).unwrap_or(after)));
        }
    }
    if hour == 12
        && let Some(after) = at.word(&["m"]).and_then(|after| after.close()?.sign(&['.']))
    {
        return Some((Half::Noon, after));
    }
    let of_the = at.word(&["de", "in", "por"]).and_then(|after| after.word(&["la", "the"]));
    let part = of_the.or_else(|| at.word(&["da"]))?;
    let morning = part.word(&["manana", "manha", "morning", "madrugada"]).map(|after| (Half::Am, after));
    morning.or_else(|| {
        part.word(&["tarde", "noche", "noite", "afternoon", "evening"]).map(|after| (Half::Pm, after))
    })
}

/// An hour without anything that makes it a time, after `a las`, `at` or `às`: `a las 10 (Chile)`.
pub(super) fn bare_hour(at: Cursor) -> Option<(Range, Cursor)> {
    let (atom, _) = at.next()?;
    let (hour, after) = at.number(1..=2)?;
    let parts = Parts { hour, minute: 0, half: None, start: atom.start, end: atom.end() };
    Some((Range { from: parts.clock()?, to: None }, after))
}

/// A length in minutes that can't be a time: `45 min`, `90'`.
pub(super) fn minutes_long(at: Cursor) -> Option<(u32, Cursor)> {
    let (minutes, after) = at.number(1..=4)?;
    let words = ["min", "mins", "minuto", "minutos", "minute", "minutes"];
    let word =
        after.word(&words).map(|after| after.close().and_then(|after| after.sign(&['.'])).unwrap_or(after));
    let after = word.or_else(|| after.close()?.sign(&['\'', '\u{2032}', '\u{2019}']))?;
    Some((minutes, after))
}

/// A length in hours, which could be a time too: `2 h`, `1 hora y 30 minutos`, `1h30`.
pub(super) fn hours_long(at: Cursor) -> Option<(u32, Cursor)> {
    let (hours, after) = at.number(1..=2)?;
    let after = after.word(&["h", "hr", "hrs", "hs", "hora", "horas", "hour", "hours"])?;
    let and = after.skip_word(&["y", "e", "and", "con"]);
    let minutes = minutes_long(and).or_else(|| {
        let (minutes, behind) = after.close()?.number(2..=2)?;
        Some((minutes, behind.word(&["min", "m"]).unwrap_or(behind)))
    });
    let (minutes, after) = minutes.unwrap_or((0, after));
    Some((hours * 60 + minutes, after))
}

/// Whether what stands after an hour is the rest of a range: `11 às 15h`.
pub(super) fn is_bare(after_hour: Cursor) -> bool {
    until(after_hour).is_some()
}

/// Whether a letter or digit follows at once: `10:00x` is no time.
pub(super) fn is_glued(at: Cursor) -> bool {
    at.peek().is_some_and(|atom| !atom.spaced && matches!(atom.shape, Shape::Number | Shape::Word))
}

#[cfg(test)]
mod tests {
    use super::super::atoms::atoms;
    use super::*;

    fn read(text: &str) -> Option<(u32, Option<u32>, usize)> {
        let all = atoms(text);
        match range(Cursor::new(&all))? {
            (Reading::Range(range), _) => {
                let end = range.to.unwrap_or(range.from).end;
                Some((range.from.minutes, range.to.map(|to| to.minutes), end))
            }
            (Reading::NoSuchTime, _) => Some((9999, None, 0)),
        }
    }

    #[test]
    fn times_in_every_shape() {
        for (text, from, to) in [
            ("10:00", 600, None),
            ("9:05", 545, None),
            ("24:00", 1440, None),
            ("10:00:00", 600, None),
            ("10:00h", 600, None),
            ("10:00 hrs.", 600, None),
            ("10.30 hrs", 630, None),
            ("11h00", 660, None),
            ("10h30min", 630, None),
            ("10h", 600, None),
            ("10 horas", 600, None),
            ("9 a. m.", 540, None),
            ("9 a.m.", 540, None),
            ("9\u{a0}a.\u{a0}m.", 540, None),
            ("9:30 AM", 570, None),
            ("12 am", 0, None),
            ("12:30 p.m.", 750, None),
            ("12 m.", 720, None),
            ("12:00 m.", 720, None),
            ("3 de la tarde", 900, None),
            ("8 da noite", 1200, None),
            ("8 in the morning", 480, None),
            ("noon", 720, None),
            ("meio-dia", 720, None),
            ("09:00 – 9:30", 540, Some(570)),
            ("10:00–11:30", 600, Some(690)),
            ("9–10:30 am", 540, Some(630)),
            ("11-1 pm", 660, Some(780)),
            ("10 a 11:30 h", 600, Some(690)),
            ("10:00 a las 11:30 horas", 600, Some(690)),
            ("9h às 10h30", 540, Some(630)),
            ("22:00–24:00", 1320, Some(1440)),
        ] {
            assert_eq!(read(text), Some((from, to, text.len())), "{text}");
        }
        for text in ["25:00", "10:75", "24:30", "13:00–25:00"] {
            assert_eq!(read(text).map(|read| read.0), Some(9999), "{text}");
        }
        for text in ["10", "2023", "1:5", "2 – 10", "10.30", "3 de agosto", "Panel"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn lengths() {
        for (text, minutes) in [("45 min", 45), ("120 minutos", 120), ("90'", 90)] {
            let all = atoms(text);
            assert_eq!(minutes_long(Cursor::new(&all)).map(|(minutes, _)| minutes), Some(minutes), "{text}");
        }
        for (text, minutes) in [("2 h", 120), ("1h30", 90), ("1 hora y 30 minutos", 90), ("1 hour", 60)] {
            let all = atoms(text);
            assert_eq!(hours_long(Cursor::new(&all)).map(|(minutes, _)| minutes), Some(minutes), "{text}");
        }
    }
}
