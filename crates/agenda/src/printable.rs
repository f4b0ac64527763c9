//! Texts that others wrote, for a terminal.

/// Whether a terminal would obey a character instead of showing it: controls (ESC and, in UTF-8, the C1 set of
/// ECMA-48), and what turns the direction of all that follows (UAX #9, explicit embeddings, overrides and isolates).
pub fn is_obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A line as it can be printed: what a terminal would obey is U+FFFD, one for one. Tabs stay.
///
/// ```
/// use huso_agenda::printable::printable;
/// assert_eq!(printable("Ana\u{1b}[2J\tÑu\nñez"), "Ana\u{fffd}[2J\tÑu\u{fffd}ñez");
/// ```
pub fn printable(line: &str) -> String {
    line.chars().map(|c| if is_obeyed(c) && c != '\t' { '\u{fffd}' } else { c }).collect()
}

/// The same of a text of several lines, which begin where it says.
pub fn printable_lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let all: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        let left: Vec<char> = printable(&all).chars().filter(|c| is_obeyed(*c)).collect();
        assert_eq!(left, ['\t']);
        let mut left: Vec<char> = printable_lines(&all).chars().filter(|c| is_obeyed(*c)).collect();
        left.sort_unstable();
        assert_eq!(left, ['\t', '\n']);
        for obeyed in ['\u{1b}', '\u{9b}', '\u{7f}', '\r', '\u{202e}'] {
            assert!(is_obeyed(obeyed), "{obeyed:?}");
        }
    }
}
