//! Places as a text names them: by name, flag, abbreviation, IANA name or offset.

use crate::atoms::{Atom, Cursor, Shape, is_invisible};
use crate::clock::DASHES;
use crate::places::{self, Meaning};
use huso_agenda::zone::Zone;

/// A place as named in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place<'t> {
    /// A zone's name, its country, and whether the name is the country's.
    Zone { zone: &'t str, country: &'static str, whole_country: bool },
    /// `UTC-5`: seconds east of UTC.
    Fixed(i32),
    /// One of several zones.
    Ambiguous(&'static [&'static str]),
    /// A zone whose rules are not in the program.
    WithoutRules(&'static str),
    /// `hora local`: that of where it takes place.
    Local,
    /// A name that is not known.
    Unknown,
}

/// The longest name of a place here.
pub(crate) fn place<'t, 'a>(text: &'t str, at: Cursor<'a>) -> Option<(Place<'t>, Cursor<'a>)> {
    let found = flag(at).or_else(|| fixed(at)).or_else(|| local(at)).or_else(|| iana(text, at));
    let (place, after) = found.or_else(|| named(at))?;
    Some(region(place, after).unwrap_or((place, after)))
}

/// After `hora`.
pub(crate) const LOCAL: &[&str] = &["local", "locales", "locais"];

/// `hora local`, `horas locales`, `local time`.
fn local(at: Cursor) -> Option<(Place<'static>, Cursor)> {
    let spanish = at.word(&["hora", "horas", "horario", "horarios"]).and_then(|after| after.word(LOCAL));
    let after = spanish.or_else(|| at.word(&["local"])?.word(&["time", "times"]))?;
    Some((Place::Local, after))
}

/// `México (Noroeste)`: a region in parentheses behind its country.
fn region<'t, 'a>(place: Place<'t>, at: Cursor<'a>) -> Option<(Place<'t>, Cursor<'a>)> {
    let country = match place {
        Place::Zone { country, whole_country: true, .. } => country,
        Place::Ambiguous(candidates) if candidates.contains(&"America/Los_Angeles") => "US",
        _ => return None,
    };
    let (mut name, mut end) = (String::new(), at.sign(&['('])?);
    while let Some((atom, after)) = end.next().filter(|(atom, _)| atom.shape == Shape::Word) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&atom.written());
        end = after;
    }
    let after = end.sign(&[')'])?;
    Some((Place::from(places::region(country, &name)?), after))
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

/// Most words and signs of an IANA name: `America/Argentina/Buenos_Aires`.
const LONGEST_NAME: usize = 8;

/// `America/Mexico_City`.
fn iana<'t, 'a>(text: &'t str, at: Cursor<'a>) -> Option<(Place<'t>, Cursor<'a>)> {
    let (first, mut after) = at.next().filter(|(atom, _)| atom.shape == Shape::Word)?;
    let mut end = first.end();
    while let Some((atom, behind)) = after.next()
        && at.distance(after) < LONGEST_NAME
        && !atom.spaced
        && (atom.shape == Shape::Word || ["/", "_", "-"].contains(&atom.text))
    {
        (end, after) = (atom.end(), behind);
    }
    let written = text.get(first.start..end).filter(|name| name.contains('/'))?;
    let name: String = written.chars().filter(|c| !is_invisible(*c)).collect();
    let zone = Zone::embedded_name(&name)?;
    Some((Place::Zone { zone, country: "", whole_country: false }, after))
}

/// A name of [`places`] that is one.
fn named(at: Cursor) -> Option<(Place<'static>, Cursor)> {
    let (meaning, after) = meaning(at)?;
    (meaning != Meaning::NoPlace).then_some((Place::from(meaning), after))
}

/// After a name of [`places`] that is none, though it begins or ends as one.
pub(crate) fn no_place(at: Cursor) -> Option<Cursor> {
    meaning(at).filter(|(meaning, _)| *meaning == Meaning::NoPlace).map(|(_, after)| after)
}

/// The longest name of [`places`], of up to six words.
fn meaning(at: Cursor) -> Option<(Meaning, Cursor)> {
    let (mut name, mut end, mut found) = (String::new(), at, None);
    for _ in 0..6 {
        let Some((atom, after)) = end.next().filter(|(atom, _)| atom.shape == Shape::Word) else { break };
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&atom.written());
        if !places::begins(&name) {
            break;
        }
        // The dots of EE. UU. and D. C.
        let dot = after.close().and_then(|after| after.sign(&['.'])).filter(|_| atom.folded.len() < 3);
        // Washington, D. C.
        let comma = after.close().and_then(|after| after.sign(&[',']));
        if let Some(meaning) = places::meaning(&name) {
            found = Some((meaning, dot.filter(|dot| !ends_sentence(*dot)).unwrap_or(after)));
        }
        end = dot.or(comma).unwrap_or(after);
    }
    found
}

/// Whether a dot before this place is the end of a sentence, and not only of an abbreviation.
fn ends_sentence(after_dot: Cursor) -> bool {
    after_dot.peek().is_none_or(|next| {
        next.shape == Shape::Newline || next.text.chars().next().is_some_and(char::is_uppercase)
    })
}

impl From<Meaning> for Place<'_> {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::Zone { zone, country, whole_country } => Self::Zone { zone, country, whole_country },
            Meaning::Ambiguous(candidates) => Self::Ambiguous(candidates),
            Meaning::WithoutRules { zone, .. } => Self::WithoutRules(zone),
            Meaning::NoPlace => Self::Unknown,
        }
    }
}
