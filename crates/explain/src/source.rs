//! Places in a text, as people count them.

use huso_agenda::printable::printable;
use unicode_width::UnicodeWidthChar as _;

/// Most characters of a line that are shown on either side of the one that is marked.
const AROUND: usize = 50;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// What stands around a place: its line, or the part of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Of the line, before the place.
    pub before: String,
    /// The character at the place; empty at the line's end.
    pub marked: String,
    /// Of the line, after it.
    pub after: String,
}

impl Position {
    /// The place of a byte of the text.
    ///
    /// ```
    /// use huso_explain::Position;
    /// assert_eq!(Position::of("ñandú\n\u{1f600} x", 12), Position { line: 2, column: 2 });
    /// ```
    pub fn of(text: &str, at: usize) -> Self {
        let (before, _) = split(text, at);
        let start = line_start(before);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        Self { line: before.matches('\n').count() + 1, column }
    }
}

impl Excerpt {
    /// What stands around a byte of the text. Control characters are shown as `\u{fffd}`.
    pub fn of(text: &str, at: usize) -> Self {
        let (before, after) = split(text, at);
        let before = before.get(line_start(before)..).unwrap_or_default();
        let after = after.split(['\n', '\r']).next().unwrap_or_default();
        let mut after = after.chars();
        let marked: String = after.next().into_iter().collect();
        let left_out = before.chars().count().saturating_sub(AROUND);
        let mut shown_before: String = before.chars().skip(left_out).collect();
        if left_out > 0 {
            shown_before.insert(0, '…');
        }
        let mut shown_after: String = after.by_ref().take(AROUND).collect();
        if after.next().is_some() {
            shown_after.push('…');
        }
        Self { before: printable(&shown_before), marked: printable(&marked), after: printable(&shown_after) }
    }

    /// The line.
    pub fn line(&self) -> String {
        [&*self.before, &self.marked, &self.after].concat()
    }

    /// What is printed below it: a mark under the place. Tabs stay tabs, and letters that are two cells
    /// wide are two blanks.
    pub fn mark(&self) -> String {
        let cells = |c: char| if c == '\t' { "\t".to_owned() } else { " ".repeat(c.width().unwrap_or(1)) };
        self.before.chars().map(cells).collect::<String>() + "^"
    }
}

/// A text before and from a byte on; a byte within a character counts as its first.
fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at(text.floor_char_boundary(at))
}

fn line_start(before: &str) -> usize {
    before.rfind('\n').map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_under_the_place() {
        let text = "{\n\t\"日本\": 1 2\n}";
        let excerpt = Excerpt::of(text, text.find('2').unwrap());
        assert_eq!(excerpt.line(), "\t\"日本\": 1 2");
        assert_eq!(excerpt.mark(), "\t          ^");
        assert_eq!(Excerpt::of("ab", 2).mark(), "  ^", "at the end of the text");
    }

    #[test]
    fn of_a_long_line_a_window_is_shown() {
        let text = "x".repeat(5_000) + "!" + &"y".repeat(5_000);
        let excerpt = Excerpt::of(&text, 5_000);
        assert_eq!((excerpt.marked.as_str(), excerpt.line().chars().count()), ("!", 2 * AROUND + 3));
        assert_eq!(excerpt.mark().chars().count(), AROUND + 2);
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_printed() {
        assert_eq!(Excerpt::of("a\u{1b}[31m b\r\nc", 0).line(), "a\u{fffd}[31m b");
    }
}
