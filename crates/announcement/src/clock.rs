//! Times of day, ranges of them and lengths, as people write them.

use crate::atoms::{Cursor, Shape, is_invisible, seen};

/// Where something stands: bytes of the text, the second behind it.
type Span = (usize, usize);

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// Minutes since midnight; 1440 is 24:00.
    pub(crate) minutes: u32,
    /// Bytes of the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    written: Written,
}

/// How a time is written, by which a correction is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Written {
    /// `None` for noon.
    hour: Option<Span>,
    minute: Option<Span>,
    half: Option<(Half, Span)>,
    /// The half that the range's end says for both.
    shared: Option<Half>,
}

/// A time of day, and where it ends if that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) from: Clock,
    pub(crate) to: Option<Clock>,
}

/// Half of the day that a time of 12 hours is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
    /// Colombia's `12 m.`, noon.
    Noon,
}

/// A time as its parts stand there, before it is known whether it exists.
#[derive(Clone, Copy)]
struct Parts {
    hour: u32,
    minute: u32,
    /// Whether it can be nothing but a time: `10` and `10.30` can.
    complete: bool,
    start: usize,
    end: usize,
    written: Written,
}

impl Parts {
    fn half(&self) -> Option<Half> {
        self.written.half.map(|(half, _)| half).or(self.written.shared)
    }

    /// `None` for 25:00 and 13:75.
    fn clock(&self) -> Option<Clock> {
        let hour = match (self.half(), self.hour) {
            (Some(Half::Am), 12) => 0,
            (Some(Half::Pm), 1..12) => self.hour + 12,
            _ => self.hour,
        };
        let minutes = hour * 60 + self.minute;
        (self.minute < 60 && minutes <= 24 * 60).then_some(Clock {
            minutes,
            start: self.start,
            end: self.end,
            written: self.written,
        })
    }
}

impl Clock {
    /// Another time of day, `minutes` after midnight, as this one is written in `text`: `11:00pm` becomes
    /// `11:00am`, `10h30` becomes `9h30`.
    pub(crate) fn rewritten(&self, text: &str, minutes: u32) -> String {
        self.written_at(text, minutes).chars().filter(|c| !is_invisible(*c)).collect()
    }

    fn written_at(&self, text: &str, minutes: u32) -> String {
        let slice = |(start, end): Span| text.get(start..end).unwrap_or_default();
        let (hour, minute) = (minutes / 60 % 24, minutes % 60);
        let of_day = format!("{hour:02}:{minute:02}");
        let Written { hour: Some(at), minute: minute_at, half, shared } = self.written else { return of_day };
        let twelve = half.is_some() || shared.is_some();
        let written_hour = slice(at);
        let shown = if twelve { (hour + 11) % 12 + 1 } else { hour };
        let behind = text.get(at.1..).unwrap_or_default();
        let letter =
            behind.char_indices().find(|(_, c)| !is_invisible(*c)).filter(|(_, c)| "hH".contains(*c));
        let by_letter = letter.is_some();
        let padded = written_hour.starts_with('0')
            || (!twelve && minute_at.is_some() && !by_letter && written_hour.len() == 2);
        let mut out = if padded { format!("{shown:02}") } else { shown.to_string() };
        let mut rest = at.1;
        match minute_at {
            Some(minute_at) => {
                out += slice((rest, minute_at.0));
                out += &format!("{minute:02}");
                rest = minute_at.1;
            }
            None if minute != 0 && by_letter => {
                let end = rest + letter.map_or(0, |(start, _)| start + 1);
                out += slice((rest, end));
                out += &format!("{minute:02}");
                rest = end;
            }
            None if minute != 0 => out += &format!(":{minute:02}"),
            None => {}
        }
        let right = if hour < 12 { Half::Am } else { Half::Pm };
        match (half, shared) {
            (Some((Half::Noon, _)), _) if minutes != 12 * 60 => {
                out + if right == Half::Am { " a. m." } else { " p. m." }
            }
            (Some((_, span)), _) => {
                out += slice((rest, span.0));
                out += &half_at(slice(span), hour);
                out + slice((span.1, self.end))
            }
            (None, Some(shared)) if shared != right => out + if right == Half::Am { " am" } else { " pm" },
            (None, _) => out + slice((rest, self.end)),
        }
    }
}

/// What says the half of the day, for another hour: `pm` of `am`, `P. M.` of `A. M.`, `de la noche` of `de la mañana`.
fn half_at(written: &str, hour: u32) -> String {
    let last = written.rsplit(char::is_whitespace).next().unwrap_or_default();
    let before = written.strip_suffix(last).unwrap_or_default();
    let lead = seen(before);
    let parts =
        PARTS_OF_DAY.iter().find(|(leads, _)| leads.iter().any(|word| lead.trim_end().ends_with(word)));
    if let Some((_, [night, morning, afternoon, evening])) = parts {
        let part = match hour {
            0..6 => night,
            6..12 => morning,
            12..19 => afternoon,
            _ => evening,
        };
        let is_upper = last.chars().all(char::is_uppercase);
        return before.to_owned() + &if is_upper { part.to_uppercase() } else { (*part).to_owned() };
    }
    let letter = if hour < 12 { 'a' } else { 'p' };
    let mut letters: Vec<char> = written.chars().collect();
    if let Some(old) = letters.iter_mut().find(|letter| "aApP".contains(**letter)) {
        *old = if old.is_uppercase() { letter.to_ascii_uppercase() } else { letter };
    }
    letters.into_iter().collect()
}

/// Before dawn, before noon, in the afternoon and in the evening, by what leads to these words.
const PARTS_OF_DAY: &[(&[&str], [&str; 4])] = &[
    (&["la"], ["madrugada", "mañana", "tarde", "noche"]),
    (&["da"], ["madrugada", "manhã", "tarde", "noite"]),
    (&["the"], ["morning", "morning", "afternoon", "evening"]),
];

pub(crate) const DASHES: &[char] =
    &['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '~'];
const HOUR_WORDS: &[&str] = &["h", "hs", "hr", "hrs", "horas", "hours"];
const UNTIL: &[&str] = &["a", "to", "as", "ate", "hasta", "until", "till"];
const THE: &[&str] = &["las", "la", "as", "the"];

/// A time, or a range of times: `10:00`, `9–10:30 am`, `de 9h a 10h30`, `10.00 a 11.30 hrs`. One of its two ends can
/// be nothing but a time. It has the shape of a time, but none that clocks show, where there is none: 25:00.
pub(crate) fn range(at: Cursor) -> Option<(Option<Range>, Cursor)> {
    let (first, after_first) = parts(at)?;
    let last = last(first, after_first).filter(|(last, _)| first.complete || last.complete);
    match last {
        Some((last, after)) => Some((both(first, last), after)),
        None if first.complete => Some((first.clock().map(|from| Range { from, to: None }), after_first)),
        None => None,
    }
}

/// What may be a range of times where a place leads to it, or it to a place: `15 a 18`, `10.00–11.30`.
pub(crate) fn bare_range(at: Cursor) -> Option<(Range, Cursor)> {
    let (first, after_first) = parts(at)?;
    let (last, after) = last(first, after_first)?;
    Some((both(first, last)?, after))
}

/// A range with space around its dash, of which one end may be no time by itself: `7 – 8:30 p. m.`, or `Panel 2 – 9 am`.
pub(crate) struct Spaced {
    pub(crate) range: Range,
    /// Whether its ends can be nothing but times.
    pub(crate) is_from_said: bool,
    pub(crate) is_to_said: bool,
}

/// Such a range: what stands around it tells whether it is one.
pub(crate) fn spaced_range(at: Cursor) -> Option<(Spaced, Cursor)> {
    let (first, after_first) = parts(at)?;
    let (last, after) = parts(after_first.sign(DASHES)?)?;
    let range = both(first, last)?;
    let is_said = |parts: Parts| parts.complete || parts.written.minute.is_some();
    let spaced = Spaced { range, is_from_said: is_said(first), is_to_said: is_said(last) };
    (first.complete || last.complete).then_some((spaced, after))
}

/// The end of a range. In `Panel 2 – 9 am` and `10:00 – 2 salas` the 2 is none.
fn last<'a>(first: Parts, after_first: Cursor<'a>) -> Option<(Parts, Cursor<'a>)> {
    let next = until(after_first)?;
    let (last, after) = parts(next)?;
    let bare = |parts: Parts| parts.written.minute.is_none() && !parts.complete;
    let dashed = after_first.sign(DASHES).is_some();
    if dashed && (bare(first) || bare(last)) {
        after_first.close()?;
        next.close()?;
    }
    // "10:00 a 11" may go on with what there are 11 of.
    let open = !dashed && first.complete && bare(last);
    (!open).then_some((last, after))
}

/// A range from its two ends. The half of the day is often said once for both: 9:00–10:30 am.
fn both(first: Parts, last: Parts) -> Option<Range> {
    let first = with_half_of(first, &last);
    Some(Range { from: first.clock()?, to: Some(last.clock()?) })
}

fn with_half_of(first: Parts, last: &Parts) -> Parts {
    let other = match last.half() {
        // 11–1 pm begins before noon.
        Some(Half::Pm | Half::Noon)
            if first.hour % 12 > last.hour % 12 || last.half() == Some(Half::Noon) =>
        {
            Some(Half::Am)
        }
        other => other,
    };
    let shared = other.filter(|_| first.half().is_none() && first.hour <= 12);
    Parts { written: Written { shared: first.written.shared.or(shared), ..first.written }, ..first }
}

/// After what leads from a range's start to its end.
fn until(at: Cursor) -> Option<Cursor> {
    at.sign(DASHES).or_else(|| at.word(UNTIL)).map(|after| after.skip_word(THE))
}

/// One time: `10:00`, `10h30`, `10.30 hrs`, `9 a. m.`, `12 m.`, `noon`; or what may be one, `10` and `10.30`.
fn parts(at: Cursor) -> Option<(Parts, Cursor)> {
    let (first, behind_first) = at.next()?;
    if let Some(after) = at.word(&["noon", "mediodia", "midday"]).or_else(|| meio_dia(at)) {
        let (start, end) = (first.start, at.end_before(after));
        let written = Written { shared: Some(Half::Noon), ..Written::default() };
        return Some((Parts { hour: 12, minute: 0, complete: true, start, end, written }, after));
    }
    if let Some(found) = military(at) {
        return Some(found);
    }
    let (hour, after_hour) = at.number(1..=2)?;
    let minutes = minutes(after_hour);
    let minute_at = minutes.and_then(|(_, from, ..)| from.peek()).map(|atom| (atom.start, atom.end()));
    let (minute, mut after, mut complete) =
        minutes.map_or((0, after_hour, false), |(minute, _, after, complete)| (minute, after, complete));
    let half = half(after, hour);
    if let Some((_, _, behind)) = half {
        (after, complete) = (behind, true);
    } else if let Some(behind) = hour_word(after) {
        // Brazil: 10h30min.
        (after, complete) = (behind, true);
    }
    let written = Written {
        hour: Some((first.start, at.end_before(behind_first))),
        minute: minute_at,
        half: half.map(|(half, span, _)| (half, span)),
        shared: None,
    };
    Some((Parts { hour, minute, complete, start: first.start, end: at.end_before(after), written }, after))
}

/// `0800 hrs`: four figures, and a word that says that they are a time.
fn military(at: Cursor) -> Option<(Parts, Cursor)> {
    let (atom, _) = at.next()?;
    let (number, behind) = at.number(4..=4)?;
    let after = hour_word(behind)?;
    let middle = atom.start + atom.text.char_indices().nth(2)?.0;
    let written = Written {
        hour: Some((atom.start, middle)),
        minute: Some((middle, atom.end())),
        ..Written::default()
    };
    let (start, end) = (atom.start, at.end_before(after));
    Some((Parts { hour: number / 100, minute: number % 100, complete: true, start, end, written }, after))
}

fn meio_dia(at: Cursor) -> Option<Cursor> {
    at.word(&["meio"])?.skip_sign(DASHES).word(&["dia"])
}

/// What follows an hour: minutes, where they stand, the place after them, and whether that alone makes it a time.
fn minutes(at: Cursor) -> Option<(u32, Cursor, Cursor, bool)> {
    let at = at.close()?;
    if let Some(from) = at.sign(&[':']) {
        let (minute, after) = from.close()?.number(2..=2)?;
        let seconds = after.close().and_then(|after| after.sign(&[':'])?.close()?.number(2..=2));
        return Some((minute, from, seconds.map_or(after, |(_, behind)| behind), true));
    }
    if let Some(from) = at.word(&["h"]) {
        let (minute, after) = from.close()?.number(2..=2)?;
        let after = after.close().and_then(|after| after.word(&["min", "m"])).unwrap_or(after);
        return Some((minute, from, after, true));
    }
    let from = at.sign(&['.'])?;
    let (minute, after) = from.close()?.number(2..=2)?;
    Some((minute, from, after, false))
}

/// After `h`, `hrs.`, `horas`.
fn hour_word(at: Cursor) -> Option<Cursor> {
    let long = at.word(&["horas", "hours"]);
    long.or_else(|| {
        let after = at.word(HOUR_WORDS)?;
        Some(after.close().and_then(|after| after.sign(&['.'])).unwrap_or(after))
    })
}

/// The half of the day, where it is said, and the place after it; in parentheses, too: `10:00 (am)`.
fn half(at: Cursor, hour: u32) -> Option<(Half, Span, Cursor)> {
    let opened = at.sign(&['(']);
    let from = opened.unwrap_or(at);
    let (half, after) = half_words(from, hour)?;
    let span = (from.peek()?.start, from.end_before(after));
    Some((half, span, if opened.is_some() { after.sign(&[')'])? } else { after }))
}

fn half_words(at: Cursor, hour: u32) -> Option<(Half, Cursor)> {
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

/// An hour without anything that makes it a time, after `a las`, `at` or `às`: `a las 10 (Chile)`, `a las 10.30`.
pub(crate) fn bare_hour(at: Cursor) -> Option<(Range, Cursor)> {
    let (parts, after) = parts(at).filter(|(parts, _)| !parts.complete)?;
    Some((Range { from: parts.clock()?, to: None }, after))
}

/// A length in minutes that can't be a time: `45 min`, `90'`.
pub(crate) fn minutes_long(at: Cursor) -> Option<(u32, Cursor)> {
    let (minutes, after) = at.number(1..=4)?;
    let words = ["min", "mins", "minuto", "minutos", "minute", "minutes"];
    let word =
        after.word(&words).map(|after| after.close().and_then(|after| after.sign(&['.'])).unwrap_or(after));
    let after = word.or_else(|| after.close()?.sign(&['\'', '\u{2032}', '\u{2019}']))?;
    Some((minutes, after))
}

/// A length in hours, which could be a time too: `2 h`, `1 hora y 30 minutos`, `1h30`.
pub(crate) fn hours_long(at: Cursor) -> Option<(u32, Cursor)> {
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
pub(crate) fn is_bare(after_hour: Cursor) -> bool {
    until(after_hour).is_some()
}

/// Whether a letter or digit follows at once: `10:00x` is no time.
pub(crate) fn is_glued(at: Cursor) -> bool {
    at.peek().is_some_and(|atom| !atom.spaced && matches!(atom.shape, Shape::Number | Shape::Word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atoms::atoms;

    fn read(text: &str) -> Option<(u32, Option<u32>, usize)> {
        let all = atoms(text);
        match range(Cursor::new(&all))? {
            (Some(range), _) => {
                let end = range.to.unwrap_or(range.from).end;
                Some((range.from.minutes, range.to.map(|to| to.minutes), end))
            }
            (None, _) => Some((9999, None, 0)),
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
        for (text, from, to) in [
            ("10:00 (am)", 600, None),
            ("12:00 (p. m.)", 720, None),
            ("10.00 a 11.30 hrs", 600, Some(690)),
            ("10.00–11.30 h", 600, Some(690)),
            ("10:00 a 11.30", 600, Some(690)),
            ("9 am – 10.15", 540, Some(615)),
        ] {
            assert_eq!(read(text), Some((from, to, text.len())), "{text}");
        }
        for text in ["10", "2023", "1:5", "2 – 10", "10.30", "3 de agosto", "Panel"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    /// Of corrections that were written otherwise than the text.
    #[test]
    fn corrections_are_written_as_the_text_is() {
        for (text, minutes, expected) in [
            ("11:00pm", 660, "11:00am"),
            ("11:00 P. M.", 60, "1:00 A. M."),
            ("10:00 (am)", 660, "11:00 (am)"),
            ("9 a. m.", 630, "10:30 a. m."),
            ("09:00 a.m.", 480, "08:00 a.m."),
            ("10h30", 570, "9h30"),
            ("10h", 555, "9h15"),
            ("10:00 hrs.", 540, "09:00 hrs."),
            ("9:00", 600, "10:00"),
            ("10.00 hrs", 540, "09.00 hrs"),
            ("3 de la tarde", 540, "9 de la mañana"),
            ("8 da noite", 540, "9 da manhã"),
            ("3 da tarde", 540, "9 da manhã"),
            ("1:55 da madrugada", 1375, "10:55 da noite"),
            ("3 DE LA TARDE", 540, "9 DE LA MAÑANA"),
            ("10 in the morning", 1200, "8 in the evening"),
            ("12 m.", 660, "11 a. m."),
            ("mediodía", 660, "11:00"),
            ("10 horas", 570, "9:30 horas"),
            ("23:30", 0, "00:00"),
        ] {
            let all = atoms(text);
            let Some((Some(range), _)) = range(Cursor::new(&all)) else { panic!("{text}") };
            assert_eq!(range.from.rewritten(text, minutes), expected, "{text}");
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
