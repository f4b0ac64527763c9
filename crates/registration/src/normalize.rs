//! One form for answers that look the same, before they are checked and stored.
//!
//! A telephone copied from a messenger comes between two isolates, an e-mail copied from a page with a
//! zero-width space in it, and a phone's keyboard writes full-width digits. Nobody sees the difference, so
//! nobody can mend it, and it would make two people of one.
//!
//! What goes, from one line and from several: control characters, and what Unicode calls default-ignorable
//! (UAX #44, `Default_Ignorable_Code_Point`): zero-width spaces, soft hyphens, byte order marks, bidi marks,
//! embeddings and isolates, blank fillers, tags. Texts that need a direction get it from their letters.
//! What stays in texts: the joiners U+200C and U+200D, without which Persian and Hindi are misspelled, and
//! the selectors of Mongolian and Han letters, which some people's names need; each after something that it
//! can act on, so that none of them is an answer by itself. Variation selectors U+FE00 to U+FE0F choose
//! between pictures: they stay where there are several lines, and go from one.
//!
//! All of it does nothing the second time.

use crate::compose::compose;
use crate::form::{Field, Form};
use crate::format::FieldType;
use crate::wire::{Answer, Answers, FileInfo};
use std::collections::HashMap;

/// Makes the answers uniform, each as its field wants it; those to fields that don't exist go.
pub fn answers(form: &Form, answers: &mut Answers) {
    let fields: HashMap<&str, &Field> = form.fields.iter().map(|field| (field.id.as_str(), field)).collect();
    answers.retain(|id, answer| {
        let field = fields.get(id).filter(|field| field.kind != FieldType::Heading);
        field.is_some_and(|field| {
            normalize(field, answer);
            true
        })
    });
}

fn normalize(field: &Field, answer: &mut Answer) {
    match (field.kind, answer) {
        (FieldType::Select | FieldType::Radio, Answer::Text(value)) => {
            *value = options(field)(value);
        }
        (kind, Answer::Text(value)) => *value = text(kind, value),
        (_, Answer::Many(values)) => {
            tidy(values);
            let option = options(field);
            values.iter_mut().for_each(|value| *value = option(value));
            tidy(values);
        }
        (_, Answer::File(FileInfo { name, .. })) => *name = line(name),
        (_, Answer::Checked(_)) => {}
    }
}

/// A typed answer to a field of a kind.
///
/// ```
/// use huso_registration::format::FieldType;
/// use huso_registration::normalize::text;
/// assert_eq!(text(FieldType::Tel, "\u{2068}+56\u{a0}9 1234\u{2011}5678\u{2069}"), "+56 9 1234-5678");
/// assert_eq!(text(FieldType::Email, "ana\u{200b}＠example．org"), "ana@example.org");
/// assert_eq!(text(FieldType::Text, " Jose\u{301}\tRojas\r\n"), "José Rojas");
/// ```
pub fn text(kind: FieldType, text: &str) -> String {
    match kind {
        FieldType::Textarea => lines(text),
        FieldType::Email => email(text),
        FieldType::Url => url(text),
        FieldType::Tel | FieldType::Number | FieldType::Date => figures(text),
        FieldType::Text
        | FieldType::Organization
        | FieldType::Country
        | FieldType::Select
        | FieldType::Radio
        | FieldType::Hidden
        | FieldType::Heading
        | FieldType::Checkbox
        | FieldType::Checkboxes
        | FieldType::File => line(text),
    }
}

/// Sorts a list and drops repeats.
pub(crate) fn tidy(list: &mut Vec<String>) {
    list.sort();
    list.dedup();
}

/// The option that a value stands for: itself, if it is one, else the one that looks like it. What stands
/// for none is one line like others.
fn options(field: &Field) -> impl Fn(&str) -> String {
    let mut known: HashMap<String, &str> = HashMap::new();
    known.extend(field.options.iter().map(|(value, _)| (line(value), value.as_str())));
    known.extend(field.options.iter().map(|(value, _)| (value.clone(), value.as_str())));
    move |value| {
        let shown = line(value);
        let option = known.get(value).or_else(|| known.get(&shown));
        option.map_or(shown, |option| (*option).to_owned())
    }
}

/// One line: runs of blanks, line breaks among them, are one space, and none are at the ends. Composed
/// letters (NFC).
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut follows_blank = true;
    for c in text.chars() {
        if c.is_whitespace() {
            follows_blank = true;
        } else if is_kept(c) && !is_picture_selector(c) && !(follows_blank && is_joiner(c)) {
            if follows_blank && !out.is_empty() {
                out.push(' ');
            }
            follows_blank = false;
            out.push(c);
        }
    }
    compose(&out)
}

/// Several lines: all line breaks are `\n` (UAX #14, mandatory breaks), tabs and spaces stay.
fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        let c = if is_line_break(c) { '\n' } else { c };
        let follows_blank = out.chars().next_back().is_none_or(char::is_whitespace);
        let acts_on_nothing = follows_blank && (is_joiner(c) || is_picture_selector(c));
        if (is_kept(c) || matches!(c, '\n' | '\t')) && !acts_on_nothing {
            out.push(c);
        }
    }
    compose(out.trim())
}

/// An e-mail address: nothing joins in it. Its letters stay as they are but for their width, since other
/// letters may be another mailbox (RFC 6532, section 3.1).
fn email(text: &str) -> String {
    line(&text.chars().filter(|c| !is_joiner(*c)).map(plain).collect::<String>())
}

/// The address of a page: scheme and host in their plain forms. What follows the host may well be spelled
/// with full-width signs and dashes.
fn url(text: &str) -> String {
    let mut slashes = 0;
    let plain_start = |c: char| {
        let narrow = plain(c);
        if slashes > 2 {
            return c;
        }
        match narrow {
            '/' => slashes += 1,
            '?' | '#' if slashes == 2 => slashes = 3,
            _ => {}
        }
        narrow
    };
    line(&text.chars().filter(|c| !is_joiner(*c)).map(plain_start).collect::<String>())
}

/// What is made of figures: a telephone, a number, a date.
fn figures(text: &str) -> String {
    line(&text.chars().filter(|c| !is_joiner(*c)).map(|c| digit(plain(c))).collect::<String>())
}

/// Full-width signs as they are in ASCII, ideographic full stops as dots (UTS #46 reads them so in
/// domains), and what looks like a hyphen as one.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3002}' | '\u{ff61}' | '\u{fe52}' => '.',
        '\u{fe6b}' => '@',
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        _ => c,
    }
}

/// The decimal digits of other scripts (general category Nd) that stand for 0; each is followed by 1 to 9.
const ZEROS: [u32; 76] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
    0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066,
    0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730,
    0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0,
    0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0,
    0x1e5f1, 0x1e950, 0x1fbf0,
];

/// A digit of any script as it is in ASCII. Not what is raised, circled or a fraction: `12²` is not 122.
fn digit(c: char) -> char {
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// Whether a character says something: no control, nothing that is ignored by default, no anchor of an
/// annotation, and not what dictation leaves for a picture (U+FFFC).
fn is_kept(c: char) -> bool {
    let is_ignorable = matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}');
    !c.is_control() && !is_ignorable
}

/// What acts on the letter before it and is not seen itself: joiners, selectors of Mongolian and of Han
/// letters.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Variation selectors.
fn is_picture_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}')
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character of a normalized answer can't be seen: what joins, and the blank of braille
/// (U+2800).
pub(crate) fn is_unseen(c: char) -> bool {
    is_joiner(c) || is_picture_selector(c) || c == '\u{2800}'
}
