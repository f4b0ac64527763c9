//! What stands in the text: times, places, dates, lengths, and what leads from one to the next.

use crate::atoms::{Atom, Cursor, Shape, atoms, seen};
use crate::clock::{self, DASHES, Range};
use crate::date::{self, When};
use crate::place::{LOCAL, Place, no_place, place};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind<'t> {
    Time(Range),
    /// 25:00
    NoSuchTime,
    Place(Place<'t>),
    Date(When),
    /// A date on which nothing that is announced takes place: that of publication, or a deadline.
    Aside {
        when: When,
        published: bool,
    },
    /// `(+1)`, `next day`: days from the announced date.
    Shift(i64),
    /// A length in minutes.
    Length(u32),
    /// `hora`, `time`: what stands before or after it is a place.
    Hour,
    /// A word or sign that says nothing by itself: `de`, `in`, `:`.
    Link,
    /// `y`, `and`: both are meant.
    And,
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
pub(crate) struct Item<'t> {
    pub(crate) kind: Kind<'t>,
    /// Bytes of the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Item<'_> {
    pub(crate) fn is_time(&self) -> bool {
        matches!(self.kind, Kind::Time(_) | Kind::NoSuchTime)
    }

    pub(crate) fn is_place(&self) -> bool {
        matches!(self.kind, Kind::Place(_))
    }

    /// Its text in lower case, without accents, and without what takes no room.
    pub(crate) fn seen(&self, text: &str) -> String {
        seen(text.get(self.start..self.end).unwrap_or_default())
    }

    /// Whether it says nothing by itself, and parts nothing.
    pub(crate) fn leads(&self) -> bool {
        matches!(self.kind, Kind::Link | Kind::And | Kind::Open | Kind::Close | Kind::Hour)
    }

    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word { .. })
    }
}

const HOUR: &[&str] = &["hora", "horas", "horario", "horarios", "time", "times", "tiempo", "hrs", "hs", "h"];
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "a", "al", "an", "as", "at", "da", "das", "de", "del", "dia", "do", "dos", "duracao", "duracion", "duration",
    "el", "em", "en", "for", "in", "la", "las", "local", "locales", "los", "na", "no", "o", "of", "oficial",
    "official", "on", "or", "ou", "para", "standard", "the", "zona",
];
const AND: &[&str] = &["y", "e", "and"];
/// Before the date of publication.
const PUBLISHED: &[&str] = &[
    "publicado",
    "publicada",
    "publicados",
    "publicacion",
    "publicacao",
    "published",
    "posted",
    "publication",
    "actualizado",
    "actualizada",
    "actualizacion",
    "atualizado",
    "atualizada",
    "atualizacao",
    "updated",
];
/// Before a deadline.
const DEADLINE: &[&str] = &[
    "hasta", "ate", "until", "till", "by", "plazo", "prazo", "limite", "vence", "deadline", "antes", "before",
];
/// Before the days on which one registers.
const REGISTERING: &[&str] =
    &["inscripciones", "inscripcion", "inscricoes", "inscricao", "postulaciones", "registration", "register"];
/// Before a length: `de 2 horas`.
const LASTS: &[&str] =
    &["de", "durante", "por", "cada", "dura", "duran", "duram", "for", "of", "lasts", "unas"];
/// A label before a length: `Duración: 1h30`.
const DURATION: &[&str] = &["duracion", "duracao", "duration", "length"];
const SEPARATORS: &[char] =
    &['/', '|', ';', ',', '\t', '•', '·', '*', '→', '=', '&', '+', '\u{2013}', '\u{2014}'];

/// Reads a text.
pub(crate) fn items(text: &str) -> Vec<Item<'_>> {
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
    let numbered = last.is_some_and(Item::is_word);
    if let Some((when, after)) =
        date::date(at, opened, numbered).filter(|(_, after)| !clock::is_glued(*after))
        && !is_part_of_day(text, when, last)
    {
        return Some((dated(text, when, before), after));
    }
    // "13:30 horas locales"
    if let Some(after) = at.word(LOCAL).filter(|_| last.is_some_and(Item::is_time)) {
        return Some((Kind::Place(Place::Local), after));
    }
    if let Some((place, after)) = place(text, at) {
        return Some((Kind::Place(place), after));
    }
    if let Some(after) = no_place(at) {
        return Some((Kind::Word { capital: true, code: false }, after));
    }
    if let Some((minutes, after)) = clock::minutes_long(at) {
        return Some((Kind::Length(minutes), after));
    }
    // Nobody writes 0h30 or 01h30 of a length.
    if let Some((minutes, after)) = clock::hours_long(at)
        && !at.peek()?.folded.starts_with('0')
        && !clock::is_glued(after)
        && !matches!(clock::range(at), Some((Some(Range { to: Some(_), .. }), _)))
        && !follows_place(before)
        && is_length(text, before, minutes, after)
    {
        return Some((Kind::Length(minutes), after));
    }
    // The 11 of "5/11 às 15h" is no hour.
    let part_of_more = last.is_some_and(|last| {
        last.end == start
            && !matches!(last.kind, Kind::Open | Kind::Newline)
            && !matches!(text.get(last.start..last.end), Some("\t" | "|"))
    });
    let bare = part_of_more && at.next().is_some_and(|(_, after)| clock::is_bare(after));
    if let Some((spaced, after)) = clock::spaced_range(at)
        && !part_of_more
        && (spaced.is_from_said || !last.is_some_and(Item::is_word))
        && (spaced.is_to_said || ends(after) || leads_to_place(text, after))
        && !clock::is_glued(after)
    {
        return Some((Kind::Time(spaced.range), after));
    }
    if let Some((reading, after)) = clock::range(at).filter(|(_, after)| !bare && !clock::is_glued(*after)) {
        return Some(match reading {
            Some(range) => (Kind::Time(range), after),
            None => (Kind::NoSuchTime, after),
        });
    }
    if let Some((range, after)) =
        clock::bare_range(at).filter(|(_, after)| !part_of_more && !clock::is_glued(*after))
        && ((follows_place(before) && ends(after)) || leads_to_place(text, after))
    {
        return Some((Kind::Time(range), after));
    }
    if let Some((range, after)) = clock::bare_hour(at)
        && last.is_some_and(|item| is_one_of(text, item, AT))
        && leads_to_place(text, after)
    {
        return Some((Kind::Time(range), after));
    }
    let placed = opened || last.is_some_and(|item| item.is_time() || item.is_place());
    shift(at, opened, placed).map(|(days, after)| (Kind::Shift(days), after))
}

/// Most minutes of a length that only stands behind a range of times: what is more is a time.
const LONGEST: u32 = 8 * 60;

/// Whether hours are a length: behind a range of times, or `de 2 horas`, `de 2 horas en Chile`, `Duración: 1h30`. `10 horas
/// (Chile)` are a time.
fn is_length(text: &str, before: &[Item], minutes: u32, after: Cursor) -> bool {
    let is = |item: Option<&Item>, words| item.is_some_and(|item| is_one_of(text, item, words));
    let label = before.len().checked_sub(2).and_then(|at| before.get(at));
    let is_labelled = is(before.last(), &[":"]) && is(label, DURATION);
    let lasts = is_labelled || is(before.last(), LASTS);
    let inside = after.word(&["en", "em", "in", "no", "na"]).is_some();
    let follows = minutes <= LONGEST && follows_range(before) && !is_named(text, before, after);
    (lasts && inside) || ((lasts || follows) && !leads_to_place(text, after))
}

/// Whether a name stands beside it, that may be a place's: `Nubia: 5h45`, `5h45 em Nubia`.
fn is_named(text: &str, before: &[Item], mut after: Cursor) -> bool {
    let is_name = |item: &Item| matches!(item.kind, Kind::Word { capital: true, .. });
    if let [.., name, colon] = before
        && text.get(colon.start..colon.end) == Some(":")
        && is_name(name)
    {
        return true;
    }
    while let Some(next) = after.word(HOUR).or_else(|| after.word(LINKS)).or_else(|| after.sign(&['('])) {
        after = next;
    }
    let next = after.peek().filter(|next| next.shape == Shape::Word);
    next.is_some_and(|next| next.text.chars().next().is_some_and(char::is_uppercase))
}

/// Whether `mañana` is a morning: `9 de la mañana`, `esta mañana`.
fn is_part_of_day(text: &str, when: When, last: Option<&Item>) -> bool {
    let leads = &["la", "da", "na", "de", "por", "the", "esta", "this", "cada"];
    when == When::InDays(1) && last.is_some_and(|item| is_one_of(text, item, leads))
}

/// A date, and whether it is one of what is announced.
fn dated<'t>(text: &str, when: When, before: &[Item]) -> Kind<'t> {
    let led_by = |words: &[&str], reach: usize| {
        let near = before.iter().rev().take(reach).take_while(|item| {
            matches!(item.kind, Kind::Word { .. } | Kind::Link | Kind::And | Kind::Hour)
                && !is_one_of(text, item, &["evento", "event"])
        });
        near.into_iter().any(|item| is_one_of(text, item, words))
    };
    let published = led_by(PUBLISHED, 4);
    if published || led_by(DEADLINE, 2) || led_by(REGISTERING, 5) {
        Kind::Aside { when, published }
    } else {
        Kind::Date(when)
    }
}

/// A word or sign by itself.
fn plain(atom: &Atom, after: Cursor) -> Kind<'static> {
    let word = &*atom.folded;
    match atom.shape {
        Shape::Newline => Kind::Newline,
        Shape::Word if HOUR.contains(&word) => Kind::Hour,
        Shape::Word if AND.contains(&word) => Kind::And,
        Shape::Word if LINKS.contains(&word) => Kind::Link,
        Shape::Word => Kind::Word {
            capital: atom.text.chars().next().is_some_and(char::is_uppercase),
            code: is_code(&atom.written()),
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

/// `a las 10`
const AT: &[&str] = &["las", "la", "as", "at"];

fn is_one_of(text: &str, item: &Item, words: &[&str]) -> bool {
    words.contains(&&*item.seen(text))
}

/// Whether a place stands before, with nothing but what leads to a time between.
fn follows_place(before: &[Item]) -> bool {
    before.iter().rev().find(|item| !item.leads()).is_some_and(Item::is_place)
}

/// Whether a place's name says that it is one of hours: `Eastern time`, `hora del este`.
pub(crate) fn says_hour(name: &str) -> bool {
    seen(name).split_whitespace().any(|word| HOUR.contains(&word))
}

/// Whether nothing goes on that a number could count.
fn ends(at: Cursor) -> bool {
    at.peek().is_none_or(|next| next.shape == Shape::Newline || ".,;)]|/\t".contains(&*next.folded))
}

/// Whether a place is next, or stands behind `hora de`, a parenthesis or another day.
fn leads_to_place(text: &str, mut at: Cursor) -> bool {
    for _ in 0..5 {
        if place(text, at).is_some() {
            return true;
        }
        // "01:00 (+1) UTC"
        let day = at.sign(&['(']).and_then(|opened| {
            let day = shift(opened, true, true).map(|(_, after)| after);
            day.or_else(|| date::date(opened, true, false).map(|(_, after)| after))?.sign(&[')'])
        });
        let word = day
            .or_else(|| at.word(HOUR))
            .or_else(|| at.word(LINKS))
            .or_else(|| at.word(AND))
            .or_else(|| at.sign(&['(', '[']));
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

/// The items of each line, without its end.
pub(crate) fn lines(items: &[Item]) -> Vec<std::ops::Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, item) in items.iter().enumerate() {
        if item.kind == Kind::Newline {
            all.push(start..at);
            start = at + 1;
        }
    }
    all.push(start..items.len());
    all
}

/// Whether a date is that of other times than those before it.
pub(crate) fn is_other_date(items: &[Item], at: usize) -> bool {
    let is_full = items.get(at).is_some_and(|item| matches!(item.kind, Kind::Date(when) if when.is_full()));
    is_full && !is_in_brackets(items, at)
}

/// Whether nothing else stands in the parentheses.
pub(crate) fn is_in_brackets(items: &[Item], at: usize) -> bool {
    let is =
        |at: Option<usize>, kind: Kind| at.and_then(|at| items.get(at)).is_some_and(|item| item.kind == kind);
    is(at.checked_sub(1), Kind::Open) && is(at.checked_add(1), Kind::Close)
}
