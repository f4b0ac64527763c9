//! What stands in the text: times, places, dates, lengths, and what leads from one to the next.

use super::atoms::{Atom, Cursor, Shape, atoms};
use super::clock::{self, DASHES, Range, Reading};
use super::date::{self, WrittenDate};
use crate::places::{self, Meaning};
use crate::zone::Zone;

/// A place as named in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'t> {
    /// A zone's name, its country, and whether the name is the country's.
    Zone { zone: &'t str, country: &'static str, whole_country: bool },
    /// `UTC-5`: seconds east of UTC.
    Fixed(i32),
    /// One of several zones.
    Ambiguous(&'static [&'static str]),
    /// A name that is not known.
    Unknown,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind<'t> {
    Time(Range),
    /// 25:00
    NoSuchTime,
    Place(Place<'t>),
    Date(WrittenDate),
    /// `(+1)`, `next day`: days from the announced date.
    Shift(i64),
    /// A length in minutes.
    Length(u32),
    /// `hora`, `time`: what stands before or after it is a place.
    Hour,
    /// A word or sign that says nothing by itself: `de`, `in`, `:`.
    Link,
    Separator,
    Open,
    Close,
    Newline,
    /// The end of a sentence.
    Stop,
    /// Any other word or number.
    Word {
        capital: bool,
        code: bool,
    },
}

/// A piece of the text with a meaning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'t> {
    pub(super) kind: Kind<'t>,
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Item<'_> {
    pub(super) fn is_time(&self) -> bool {
        matches!(self.kind, Kind::Time(_) | Kind::NoSuchTime)
    }

    pub(super) fn is_place(&self) -> bool {
        matches!(self.kind, Kind::Place(_))
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word { .. })
    }
}

const HOUR: &[&str] = &["hora", "horas", "horario", "horarios", "time", "times", "tiempo", "hrs", "hs", "h"];
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "a", "al", "an", "and", "as", "at", "da", "das", "de", "del", "dia", "do", "dos", "duracao", "duracion", "duration",
    "e", "el", "em", "en", "for", "in", "la", "las", "local", "locales", "los", "na", "no", "o", "of", "oficial",
    "official", "on", "or", "ou", "para", "standard", "the", "y", "zona",
];
const SEPARATORS: &[char] =
    &['/', '|', ';', ',', '\t', '•', '·', '*', '→', '=', '&', '+', '\u{2013}', '\u{2014}'];

/// Reads a text.
pub(super) fn items(text: &str) -> Vec<Item<'_>> {
    let atoms = atoms(text);
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut at = Cursor::new(&atoms);
    while let Some((atom, next)) = at.next() {
        let (kind, after) = item(text, at, &items).unwrap_or_else(|| (plain(atom, next), next));
        let length = at.distance(after).max(1);
        let (mut end, mut passed) = (atom.end(), at);
        for _ in 0..length {
            let Some((last, behind)) = passed.next() else { break };
            (end, passed) = (last.end(), behind);
        }
        items.push(Item { kind, start: atom.start, end });
        at = passed;
    }
    items
}

/// What is more than a word or sign.
fn item<'t, 'a>(text: &'t str, at: Cursor<'a>, before: &[Item]) -> Option<(Kind<'t>, Cursor<'a>)> {
    let last = before.last();
    let opened = last.is_some_and(|item| item.kind == Kind::Open);
    let start = at.peek()?.start;
    if let Some((date, after)) = date::date(at, opened).filter(|(_, after)| !clock::is_glued(*after)) {
        return Some((Kind::Date(date), after));
    }
    if let Some((place, after)) = place(text, at) {
        return Some((Kind::Place(place), after));
    }
    if let Some((Meaning::NoPlace, after)) = meaning(at) {
        return Some((Kind::Word { capital: true, code: false }, after));
    }
    if let Some((minutes, after)) = clock::minutes_long(at) {
        return Some((Kind::Length(minutes), after));
    }
    if let Some((minutes, after)) = clock::hours_long(at)
        && !clock::is_glued(after)
        && follows_range(before)
        && !matches!(clock::range(at), Some((Reading::Range(Range { to: Some(_), .. }), _)))
        && !leads_to_place(text, after)
    {
        return Some((Kind::Length(minutes), after));
    }
    // The 11 of "5/11 às 15h" is no hour.
    let part_of_more =
        last.is_some_and(|last| last.end == start && !matches!(last.kind, Kind::Open | Kind::Newline));
    let bare = part_of_more && at.next().is_some_and(|(_, after)| clock::is_bare(after));
    if let Some((reading, after)) = clock::range(at).filter(|(_, after)| !bare && !clock::is_glued(*after)) {
        return Some(match reading {
            Reading::Range(range) => (Kind::Time(range), after),
            Reading::NoSuchTime => (Kind::NoSuchTime, after),
        });
    }
    if let Some((range, after)) = clock::bare_hour(at)
        && last.is_some_and(|item| is_at(text, item))
        && leads_to_place(text, after)
    {
        return Some((Kind::Time(range), after));
    }
    let placed = opened || last.is_some_and(|item| item.is_time() || item.is_place());
    shift(at, opened, placed).map(|(days, after)| (Kind::Shift(days), after))
}

/// A word or sign by itself.
fn plain(atom: &Atom, after: Cursor) -> Kind<'static> {
    let word = &*atom.folded;
    match atom.shape {
        Shape::Newline => Kind::Newline,
        Shape::Word if HOUR.contains(&word) => Kind::Hour,
        Shape::Word if LINKS.contains(&word) => Kind::Link,
        Shape::Word => Kind::Word {
            capital: atom.text.chars().next().is_some_and(char::is_uppercase),
            code: is_code(atom.text),
        },
        Shape::Number => Kind::Word { capital: false, code: false },
        Shape::Sign => match atom.text.chars().next().unwrap_or(' ') {
            '(' | '[' => Kind::Open,
            ')' | ']' => Kind::Close,
            '.' | '!' | '?'
                if after.peek().is_none_or(|next| next.spaced || next.shape == Shape::Newline) =>
            {
                Kind::Stop
            }
            sign if SEPARATORS.contains(&sign) || DASHES.contains(&sign) => Kind::Separator,
            _ => Kind::Link,
        },
    }
}

/// Whether a word could be an abbreviation.
fn is_code(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.chars().all(|letter| letter.is_ascii_uppercase())
}

/// Whether the line has a range of times so far.
fn follows_range(before: &[Item]) -> bool {
    let mut line = before.iter().rev().take_while(|item| item.kind != Kind::Newline);
    line.any(|item| matches!(item.kind, Kind::Time(Range { to: Some(_), .. })))
}

/// Whether an item is the `las` of `a las 10`.
fn is_at(text: &str, item: &Item) -> bool {
    let word = places::folded(text.get(item.start..item.end).unwrap_or_default());
    item.kind == Kind::Link && ["las", "la", "as", "at"].contains(&&*word)
}

/// Whether a place is next, or stands behind `hora de` or a parenthesis.
fn leads_to_place(text: &str, mut at: Cursor) -> bool {
    for _ in 0..5 {
        if place(text, at).is_some() {
            return true;
        }
        let word = at.word(HOUR).or_else(|| at.word(LINKS)).or_else(|| at.sign(&['(', '[']));
        let Some(after) = word else { return false };
        at = after;
    }
    false
}

/// `+1`, `(−1)`, `next day`.
fn shift(at: Cursor, opened: bool, placed: bool) -> Option<(i64, Cursor)> {
    let ahead = at.word(&["dia"]).and_then(|after| after.word(&["siguiente", "seguinte", "posterior"]));
    let ahead = ahead.or_else(|| at.word(&["siguiente", "next", "following"])?.word(&["dia", "day"]));
    if let Some(after) = ahead {
        return Some((1, after));
    }
    let behind = at.word(&["dia"]).and_then(|after| after.word(&["anterior"]));
    let behind = behind.or_else(|| at.word(&["previous"])?.word(&["day"]));
    if let Some(after) = behind.or_else(|| at.word(&["day"])?.word(&["before"])) {
        return Some((-1, after));
    }
    let plus = at.sign(&['+']).map(|after| (1, after)).filter(|_| placed);
    let (direction, after) = plus.or_else(|| Some((-1, at.sign(DASHES).filter(|_| opened)?)))?;
    let (days, after) = after.close()?.number(1..=1)?;
    let after = after.skip_word(&["d", "dia", "dias", "day", "days"]);
    let is_mark = after.peek().is_none_or(|next| next.shape != Shape::Number) && !clock::is_glued(after);
    is_mark.then_some((direction * i64::from(days), after))
}

/// The longest name of a place here.
fn place<'t, 'a>(text: &'t str, at: Cursor<'a>) -> Option<(Place<'t>, Cursor<'a>)> {
    flag(at).or_else(|| fixed(at)).or_else(|| iana(text, at)).or_else(|| named(at))
}

/// Two regional indicators (Unicode, 23.9): 🇨🇱.
fn flag(at: Cursor) -> Option<(Place<'static>, Cursor)> {
    let letter = |atom: &Atom| {
        let indicator = u32::from(atom.text.chars().next()?).checked_sub(0x1_f1e6)?;
        char::from_u32(u32::from('A') + indicator).filter(char::is_ascii_uppercase)
    };
    let (first, after) = at.next()?;
    let (second, after) = after.next()?;
    let code = String::from_iter([letter(first)?, letter(second)?]);
    Some((places::flag(&code).map_or(Place::Unknown, Place::from), after))
}

/// `UTC-5`, `GMT −03:00`, `UTC+05:30`.
fn fixed(at: Cursor) -> Option<(Place<'static>, Cursor)> {
    let after = at.word(&["utc", "gmt"])?;
    let plus = after.sign(&['+']).map(|after| (1, after));
    let (direction, after) = plus.or_else(|| Some((-1, after.sign(DASHES)?)))?;
    let (hours, after) = after.close()?.number(1..=2)?;
    let minutes = after.close().and_then(|after| after.sign(&[':'])?.close()?.number(2..=2));
    let (minutes, after) = minutes.unwrap_or((0, after));
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok().filter(|seconds| *seconds <= 14 * 3600)?;
    Some((Place::Fixed(direction * seconds), after))
}

/// `America/Mexico_City`.
fn iana<'t, 'a>(text: &'t str, at: Cursor<'a>) -> Option<(Place<'t>, Cursor<'a>)> {
    let (first, mut after) = at.next().filter(|(atom, _)| atom.shape == Shape::Word)?;
    let mut end = first.end();
    while let Some((atom, behind)) = after.next()
        && !atom.spaced
        && (atom.shape == Shape::Word || ["/", "_", "-"].contains(&atom.text))
    {
        (end, after) = (atom.end(), behind);
    }
    let name = text.get(first.start..end).filter(|name| name.contains('/'))?;
    Zone::named(name).ok()?;
    Some((Place::Zone { zone: name, country: "", whole_country: false }, after))
}

/// A name of [`places`] that is one.
fn named(at: Cursor) -> Option<(Place<'static>, Cursor)> {
    let (meaning, after) = meaning(at)?;
    (meaning != Meaning::NoPlace).then_some((Place::from(meaning), after))
}

/// The longest name of [`places`], of up to six words.
fn meaning(at: Cursor) -> Option<(Meaning, Cursor)> {
    let (mut name, mut end, mut found) = (String::new(), at, None);
    for _ in 0..6 {
        let Some((atom, after)) = end.next().filter(|(atom, _)| atom.shape == Shape::Word) else { break };
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(atom.text);
        // The dots of EE. UU. and D. C.
        let dot = after.close().and_then(|after| after.sign(&['.'])).filter(|_| atom.text.len() < 3);
        if let Some(meaning) = places::meaning(&name) {
            found = Some((meaning, after));
        }
        end = dot.unwrap_or(after);
    }
    found
}

impl From<Meaning> for Place<'_> {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::Zone { zone, country, whole_country } => Self::Zone { zone, country, whole_country },
            Meaning::Ambiguous(candidates) => Self::Ambiguous(candidates),
            Meaning::WithoutRules { .. } | Meaning::NoPlace => Self::Unknown,
        }
    }
}
