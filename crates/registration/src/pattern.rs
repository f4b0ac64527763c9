//! Patterns that an answer must match: a small part of what HTML's `pattern` attribute has, with the
//! same meaning (docs/decisions/0012).
//!
//! Literals, `.`, `\d` `\w` `\s` and their capitals, classes such as `[a-z0-9]` and `[^ ]`, groups,
//! `|`, and `?` `*` `+` `{2}` `{2,}` `{2,4}`. The whole answer must match. Places are found all at once
//! and never tried again, so that no pattern takes more than its size times the answer's length.

use std::iter::Peekable;
use std::str::Chars;

/// Groups may stand inside each other so deep.
const DEPTH: u32 = 8;
/// Counted repetitions, multiplied where they are nested, may ask for so many rounds.
const ROUNDS: u32 = 1_000;

/// A pattern that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// As written: browsers take it for a `pattern` attribute as it is.
    pub source: String,
    node: Node,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    /// One character in (or, with `true`, outside) the ranges, ends included.
    One(bool, Vec<(char, char)>),
    /// One after the other.
    All(Vec<Node>),
    /// One of them.
    Any(Vec<Node>),
    /// From so many times to so many.
    Times(Box<Node>, u32, Option<u32>),
}

impl Pattern {
    /// Reads a pattern; `None` if something in it is not of the small language, or asks for too much.
    ///
    /// ```
    /// use huso_registration::pattern::Pattern;
    /// let rut = Pattern::new(r"\d{7,8}-[\dkK]").unwrap();
    /// assert!(rut.is_match("12345678-K") && !rut.is_match("12345678-K "));
    /// assert!(Pattern::new(r"(?=a)b").is_none());
    /// ```
    pub fn new(source: &str) -> Option<Self> {
        let mut rest = source.chars().peekable();
        let node = any(&mut rest, DEPTH)?;
        let is_whole = rest.next().is_none() && rounds(&node) <= ROUNDS;
        is_whole.then(|| Self { source: source.to_owned(), node })
    }

    /// Whether the whole text matches.
    pub fn is_match(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        let mut places = vec![false; text.len() + 1];
        if let Some(first) = places.first_mut() {
            *first = true;
        }
        step(&self.node, &text, &places).last() == Some(&true)
    }
}

/// How many rounds a pattern's counts ask for at most, or more than are allowed.
fn rounds(node: &Node) -> u32 {
    match node {
        Node::One(..) => 1,
        Node::All(nodes) | Node::Any(nodes) => {
            nodes.iter().fold(0, |sum: u32, node| sum.saturating_add(rounds(node)))
        }
        Node::Times(node, least, most) => rounds(node).saturating_mul(most.unwrap_or(*least).max(1)),
    }
}

/// The places after a match, given those before it.
fn step(node: &Node, text: &[char], before: &[bool]) -> Vec<bool> {
    match node {
        Node::One(outside, ranges) => {
            let mut after = vec![false; before.len()];
            let steps = after.iter_mut().skip(1).zip(before).zip(text);
            for ((after, before), found) in steps {
                *after = *before && is_in(ranges, *found) != *outside;
            }
            after
        }
        Node::All(nodes) => nodes.iter().fold(before.to_vec(), |places, node| step(node, text, &places)),
        Node::Any(nodes) => {
            let mut after = vec![false; before.len()];
            nodes.iter().for_each(|node| _ = add(&mut after, step(node, text, before)));
            after
        }
        Node::Times(node, least, most) => {
            let mut round = before.to_vec();
            for _ in 0..*least {
                round = step(node, text, &round);
            }
            let mut after = round.clone();
            let mut left = most.map(|most| most - least);
            while left != Some(0) {
                // Only places that are new lead anywhere new.
                round = add(&mut after, step(node, text, &round));
                if !round.contains(&true) {
                    break;
                }
                left = left.map(|left| left - 1);
            }
            after
        }
    }
}

/// Adds places, and returns those that were not there.
fn add(all: &mut [bool], mut more: Vec<bool>) -> Vec<bool> {
    for (all, more) in all.iter_mut().zip(&mut more) {
        *more &= !*all;
        *all |= *more;
    }
    more
}

fn is_in(ranges: &[(char, char)], found: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&found))
}

type Rest<'a> = Peekable<Chars<'a>>;

fn any(rest: &mut Rest, depth: u32) -> Option<Node> {
    let mut nodes = vec![all(rest, depth)?];
    while rest.next_if_eq(&'|').is_some() {
        nodes.push(all(rest, depth)?);
    }
    Some(Node::Any(nodes))
}

fn all(rest: &mut Rest, depth: u32) -> Option<Node> {
    let mut nodes = Vec::new();
    while let Some(next) = rest.next_if(|next| !matches!(next, '|' | ')')) {
        let node = match next {
            '(' => {
                let inside = any(rest, depth.checked_sub(1)?)?;
                rest.next_if_eq(&')')?;
                inside
            }
            '[' => class(rest)?,
            '.' => Node::One(true, vec![('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]),
            '\\' => escaped(rest)?,
            '*' | '+' | '?' | '{' | '}' | ']' | '^' | '$' => return None,
            literal => Node::One(false, vec![(literal, literal)]),
        };
        nodes.push(repeated(node, rest)?);
    }
    Some(Node::All(nodes))
}

fn repeated(node: Node, rest: &mut Rest) -> Option<Node> {
    let Some(sign) = rest.next_if(|next| matches!(next, '*' | '+' | '?' | '{')) else { return Some(node) };
    let (least, most) = match sign {
        '*' => (0, None),
        '+' => (1, None),
        '?' => (0, Some(1)),
        _ => {
            let least = number(rest)?;
            let most = match rest.next()? {
                '}' => Some(least),
                ',' if rest.next_if_eq(&'}').is_some() => None,
                ',' => {
                    let most = number(rest)?;
                    rest.next_if_eq(&'}')?;
                    Some(most)
                }
                _ => return None,
            };
            (least, most)
        }
    };
    // A second sign would mean something else to a browser (`a+?`), or nothing (`a**`).
    let is_only = !matches!(rest.peek(), Some('*' | '+' | '?' | '{'));
    (is_only && most.is_none_or(|most| least <= most)).then(|| Node::Times(Box::new(node), least, most))
}

fn number(rest: &mut Rest) -> Option<u32> {
    let mut number = None;
    while let Some(digit) = rest.peek().and_then(|next| next.to_digit(10)) {
        rest.next();
        number = Some(number.unwrap_or(0_u32).checked_mul(10)?.checked_add(digit)?);
    }
    number
}

/// What stands after a backslash, outside a class.
fn escaped(rest: &mut Rest) -> Option<Node> {
    let letter = rest.next()?;
    let mut ranges = Vec::new();
    if set(letter.to_ascii_lowercase(), &mut ranges) {
        return Some(Node::One(letter.is_ascii_uppercase(), ranges));
    }
    let literal = sign(letter)?;
    Some(Node::One(false, vec![(literal, literal)]))
}

/// Adds the characters of `\d`, `\w` or `\s`, as ECMAScript has them.
fn set(letter: char, ranges: &mut Vec<(char, char)>) -> bool {
    ranges.extend_from_slice(match letter {
        'd' => &[('0', '9')],
        'w' => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
        's' => &[
            ('\t', '\r'),
            (' ', ' '),
            ('\u{a0}', '\u{a0}'),
            ('\u{1680}', '\u{1680}'),
            ('\u{2000}', '\u{200a}'),
            ('\u{2028}', '\u{2029}'),
            ('\u{202f}', '\u{202f}'),
            ('\u{205f}', '\u{205f}'),
            ('\u{3000}', '\u{3000}'),
            ('\u{feff}', '\u{feff}'),
        ],
        _ => return false,
    });
    true
}

/// A sign that means itself after a backslash.
fn sign(sign: char) -> Option<char> {
    "\\^$.*+?()[]{}|/-".contains(sign).then_some(sign)
}

fn class(rest: &mut Rest) -> Option<Node> {
    let outside = rest.next_if_eq(&'^').is_some();
    let mut ranges = Vec::new();
    loop {
        let first = match rest.next()? {
            ']' => break,
            '\\' => {
                let letter = rest.next()?;
                if set(letter, &mut ranges) {
                    continue;
                }
                sign(letter)?
            }
            literal => plain(literal, rest)?,
        };
        let last = match rest.next_if_eq(&'-') {
            None => first,
            Some(_) => match rest.next()? {
                '\\' => sign(rest.next()?)?,
                literal => plain(literal, rest)?,
            },
        };
        if last < first {
            return None;
        }
        ranges.push((first, last));
    }
    (!ranges.is_empty()).then_some(Node::One(outside, ranges))
}

/// A character that means itself inside a class. Those that browsers want escaped there, and doubled
/// signs, which they keep for set operations, are refused (ECMA-262, `ClassSetCharacter`).
fn plain(literal: char, rest: &mut Rest) -> Option<char> {
    let doubled = "&!#$%*+,.:;<=>?@^`~".contains(literal) && rest.peek() == Some(&literal);
    (!doubled && !"()[]{}/-|\\".contains(literal)).then_some(literal)
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use proptest::prelude::*;

    fn is_match(pattern: &str, text: &str) -> bool {
        Pattern::new(pattern).unwrap_or_else(|| panic!("{pattern}")).is_match(text)
    }

    #[test]
    fn the_whole_answer_must_match() {
        assert!(is_match("ab", "ab"));
        assert!(!is_match("ab", "abc") && !is_match("ab", "xab") && !is_match("a|b", "ab"));
        assert!(is_match("", "") && !is_match("", "a"));
        assert!(is_match("[ñÑ]andú", "ñandú") && is_match(".", "😀"));
    }

    #[test]
    fn what_is_not_of_the_language_is_refused() {
        for pattern in [
            "^a",
            "a$",
            "(?:a)",
            "(?=a)",
            "a+?",
            "a**",
            "a{2",
            "a{2,1}",
            "{2}",
            "*a",
            "(",
            ")",
            "a)",
            "(a",
            "[",
            "[]",
            "[^]",
            "[z-a]",
            "[a-\\d]",
            "[a&&b]",
            "[[a]]",
            "[]a",
            r"\b",
            r"\1",
            r"\p{L}",
            r"\u0041",
            "\\",
            r"[\D]",
            "a{99999999999}",
            "((a{100}){100}){2}",
            "(((((((((a)))))))))",
        ] {
            assert!(Pattern::new(pattern).is_none(), "{pattern}");
        }
    }

    #[test]
    fn repetition_inside_repetition_ends_soon() {
        // One that tries again what has failed would need years for these.
        let long = "a".repeat(1_000);
        assert!(!is_match("(((((((a*)*)*)*)*)*)*)*b", &long));
        assert!(!is_match("(a|a)*(a|aa)+b", &long));
        assert!(is_match("((a{10}){10}){9}a*", &long));
    }

    /// Patterns of our language.
    fn patterns() -> impl Strategy<Value = String> {
        let one = prop_oneof![
            "[abc0ñ ]",
            Just(".".to_owned()),
            Just(r"\d".to_owned()),
            Just(r"\W".to_owned()),
            Just(r"\s".to_owned()),
            Just("[a-c]".to_owned()),
            Just(r"[^b\d]".to_owned()),
            Just(r"\.".to_owned()),
        ];
        one.prop_recursive(4, 24, 4, |inner| {
            let sign = prop_oneof![
                "[*+?]",
                Just("{2}".to_owned()),
                Just("{1,3}".to_owned()),
                Just("{2,}".to_owned())
            ];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(|parts| parts.concat()),
                prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| format!("({})", parts.join("|"))),
                (inner, sign).prop_map(|(part, sign)| format!("({part}){sign}")),
            ]
        })
    }

    proptest! {
        /// The regex crate, told to read ASCII classes as browsers do, finds the same.
        #[test]
        fn agrees_with_regex(pattern in patterns(), text in "[abc0ñ. \u{a0}_]{0,8}") {
            // `\s` is the one class that ECMAScript reads as Unicode.
            let theirs = pattern.replace(r"\d", "[0-9]").replace(r"\W", "[^0-9A-Za-z_]");
            let theirs = regex::Regex::new(&format!("^(?:{theirs})$")).unwrap();
            if let Some(ours) = Pattern::new(&pattern) {
                prop_assert_eq!(ours.is_match(&text), theirs.is_match(&text), "{} on {:?}", pattern, text);
            }
        }

        #[test]
        fn reads_anything(pattern in r"[a-c0-9\\\[\](){}|*+?.,^$-]{0,12}", text in "[a-c0-9]{0,6}") {
            if let Some(pattern) = Pattern::new(&pattern) {
                let _ = pattern.is_match(&text);
            }
        }
    }
}
