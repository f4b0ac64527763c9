//! Running text cut into numbers, words and signs, and a cursor to read them with.

use huso_agenda::fold::fold;
use std::ops::RangeInclusive;

/// What an atom is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// ASCII digits.
    Number,
    /// Letters, with the accents that stand by themselves.
    Word,
    /// One other character that is no space.
    Sign,
    /// The end of a line.
    Newline,
}

/// A piece of the text that is read as one.
#[derive(Clone, Debug)]
pub(crate) struct Atom<'t> {
    pub(crate) shape: Shape,
    /// As written.
    pub(crate) text: &'t str,
    /// In lower case without accents.
    pub(crate) folded: String,
    /// Byte of the text at which it starts.
    pub(crate) start: usize,
    /// Whether space stands before it.
    pub(crate) spaced: bool,
}

impl Atom<'_> {
    /// The byte after it.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// As written, without what takes no room.
    pub(crate) fn written(&self) -> String {
        self.text.chars().filter(|c| !is_invisible(*c)).collect()
    }
}

/// Marks that take no room: joiners, bidi marks and isolates, variation selectors, the soft hyphen, the byte order
/// mark. They come along with what is copied from messengers and web pages.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The ASCII sign or digit that a full-width one (U+FF01–FF5E) is a wide form of.
fn narrow(c: char) -> char {
    // The sign of a ratio looks like a colon.
    if c == '\u{2236}' {
        return ':';
    }
    let ascii = u32::from(c).checked_sub(0xfee0).filter(|_| ('\u{ff01}'..='\u{ff5e}').contains(&c));
    ascii.and_then(char::from_u32).unwrap_or(c)
}

/// In lower case, without accents, and without what takes no room.
pub(crate) fn seen(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).map(narrow).filter_map(fold).collect()
}

fn shape(c: char) -> Shape {
    match narrow(c) {
        '\n' => Shape::Newline,
        '0'..='9' => Shape::Number,
        '\u{300}'..='\u{36f}' => Shape::Word,
        c if c.is_alphabetic() => Shape::Word,
        _ => Shape::Sign,
    }
}

/// Cuts a text into atoms. The address of a page or a mailbox is one word.
pub(crate) fn atoms(text: &str) -> Vec<Atom<'_>> {
    let mut all: Vec<Atom<'_>> = Vec::new();
    let mut rest = text.char_indices().peekable();
    let mut spaced = false;
    while let Some((start, first)) = rest.next() {
        // A tab parts the cells of a table.
        if is_invisible(first) || (first.is_whitespace() && !matches!(first, '\n' | '\t')) {
            spaced |= !is_invisible(first);
            continue;
        }
        let mut kind = shape(first);
        let mut end = start + first.len_utf8();
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if first.is_alphanumeric()
            && before.is_none_or(|before| !before.is_alphanumeric())
            && let Some(address) = address(text.get(start..).unwrap_or_default())
        {
            (kind, end) = (Shape::Word, start + address.len());
            while rest.next_if(|(at, _)| *at < end).is_some() {}
        } else if matches!(kind, Shape::Number | Shape::Word) {
            let more = |(_, next): &(usize, char)| shape(*next) == kind || is_invisible(*next);
            let mut ahead = rest.clone();
            while let Some((at, next)) = ahead.next_if(more) {
                if !is_invisible(next) {
                    end = at + next.len_utf8();
                    rest = ahead.clone();
                }
            }
        }
        let piece = text.get(start..end).unwrap_or_default();
        all.push(Atom { shape: kind, text: piece, folded: seen(piece), start, spaced });
        spaced = false;
    }
    all
}

/// Most letters before the `@` of a mailbox (RFC 5321, 4.5.3.1.1).
const MAILBOX: usize = 64;

/// The address of a page or of a mailbox that a text starts with: `https://example.org/v?t=5pm`.
fn address(text: &str) -> Option<&str> {
    let in_name = |c: char| c.is_alphanumeric() || is_invisible(c) || "._%+-".contains(c);
    let end = text.char_indices().take(MAILBOX + 1).find(|(_, c)| !in_name(*c)).map(|(at, _)| at);
    let (name, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let is_page = rest.starts_with("://") || seen(name).starts_with("www.");
    let end = if is_page {
        text.find(|c: char| c.is_whitespace() || "<>\"«»|".contains(c)).unwrap_or(text.len())
    } else {
        let domain = rest.strip_prefix('@')?;
        let in_domain = |c: char| c.is_alphanumeric() || is_invisible(c) || ".-".contains(c);
        text.len() - domain.trim_start_matches(in_domain).len()
    };
    let address = text.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '”', '’']);
    let is_mailbox = address.split_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    (is_page || is_mailbox).then_some(address)
}

/// A place among the atoms. What reads there returns the place after what it read, or nothing.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    rest: &'a [Atom<'a>],
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(rest: &'a [Atom<'a>]) -> Self {
        Self { rest }
    }

    pub(crate) fn peek(self) -> Option<&'a Atom<'a>> {
        self.rest.first()
    }

    /// The atom here and the place after it.
    pub(crate) fn next(self) -> Option<(&'a Atom<'a>, Self)> {
        self.rest.split_first().map(|(atom, rest)| (atom, Self { rest }))
    }

    /// How many atoms lie between this place and a later one.
    pub(crate) fn distance(self, later: Self) -> usize {
        self.rest.len().saturating_sub(later.rest.len())
    }

    /// The byte after the last atom between this place and a later one; 0 where there is none.
    pub(crate) fn end_before(self, later: Self) -> usize {
        let between = self.rest.get(..self.distance(later)).unwrap_or_default();
        between.last().map_or(0, Atom::end)
    }

    /// After one of these words.
    pub(crate) fn word(self, words: &[&str]) -> Option<Self> {
        let (atom, after) = self.next()?;
        (atom.shape == Shape::Word && words.contains(&&*atom.folded)).then_some(after)
    }

    /// After one of these words, if it stands here.
    pub(crate) fn skip_word(self, words: &[&str]) -> Self {
        self.word(words).unwrap_or(self)
    }

    /// After one of these signs.
    pub(crate) fn sign(self, signs: &[char]) -> Option<Self> {
        let (atom, after) = self.next()?;
        (atom.shape == Shape::Sign && atom.folded.chars().all(|c| signs.contains(&c))).then_some(after)
    }

    /// After one of these signs, if it stands here.
    pub(crate) fn skip_sign(self, signs: &[char]) -> Self {
        self.sign(signs).unwrap_or(self)
    }

    /// This place if no space stands before it.
    pub(crate) fn close(self) -> Option<Self> {
        self.peek().is_some_and(|atom| !atom.spaced).then_some(self)
    }

    /// A number of so many digits, and the place after it.
    pub(crate) fn number(self, digits: RangeInclusive<usize>) -> Option<(u32, Self)> {
        let (atom, after) = self.next()?;
        let fits = atom.shape == Shape::Number && digits.contains(&atom.folded.len());
        Some((atom.folded.parse().ok().filter(|_| fits)?, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_where_its_kind_changes() {
        let texts = |text| atoms(text).iter().map(|atom| atom.folded.clone()).collect::<Vec<_>>();
        assert_eq!(texts("Às 10h30\u{a0}(Perú)"), ["as", "10", "h", "30", "(", "peru", ")"]);
        assert_eq!(texts("Me\u{301}xico\r\n\u{1f1e8}\u{1f1f1}"), ["mexico", "\n", "\u{1f1e8}", "\u{1f1f1}"]);
        let cut = atoms("a \u{fe0f}9");
        assert_eq!(
            cut.iter().map(|atom| (atom.start, atom.end(), atom.spaced)).collect::<Vec<_>>(),
            [(0, 1, false), (5, 6, true)]
        );
    }

    #[test]
    fn addresses_are_one_word() {
        let texts = |text| atoms(text).iter().map(|atom| atom.text.to_owned()).collect::<Vec<_>>();
        assert_eq!(texts("en https://example.org/v?t=5pm."), ["en", "https://example.org/v?t=5pm", "."]);
        assert_eq!(
            texts("(a@example.org, www.example.org/10:00)"),
            ["(", "a@example.org", ",", "www.example.org/10:00", ")"]
        );
        assert_eq!(texts("10:00@ x"), ["10", ":", "00", "@", "x"]);
    }

    /// Of what messengers and web pages put into texts.
    #[test]
    fn what_looks_alike_is_read_alike() {
        let texts = |text| atoms(text).iter().map(|atom| atom.folded.clone()).collect::<Vec<_>>();
        assert_eq!(texts("\u{2066}１０：００\u{2069} Chi\u{ad}le"), ["10", ":", "00", "chile"]);
    }
}
