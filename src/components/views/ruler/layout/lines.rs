//! How much room a title needs, which has to be known before it is drawn.

/// How wide a letter is, and a little more.
const LETTER: f64 = 6.7;

/// How wide a title is on one line.
pub fn width_of(title: &str) -> f64 {
    title.chars().count() as f64 * LETTER
}

/// On how many lines of a width a title stands.
pub fn lines(title: &str, width: f64) -> usize {
    let most = (width / LETTER).floor().max(1.0) as usize;
    let (mut lines, mut used) = (1, 0);
    for word in title.split_whitespace() {
        let length = word.chars().count();
        let is_first = used == 0;
        if !is_first && used + 1 + length > most {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(!is_first && used > 0);
        // What is longer than a line goes on in the next ones.
        lines += used.saturating_sub(1) / most;
        used = used.saturating_sub(1) % most + usize::from(used > 0);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn titles_break_between_words() {
        assert_eq!(lines("Inauguración", 190.0), 1);
        assert_eq!(lines("Turismo sostenible y regenerativo: una oportunidad", 29.0 * 6.7), 2);
        assert_eq!(lines("Turismo sostenible y regenerativo: una oportunidad", 28.0 * 6.7), 3);
        assert_eq!(lines("ab cd ef", 5.0 * 6.7), 2);
        assert_eq!(lines("a".repeat(100).as_str(), 67.0), 10, "a word that is too long breaks, too");
        assert_eq!(lines("", 67.0), 1);
    }
}
