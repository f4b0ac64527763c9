//! Titles within sentences.

/// Most characters of a title that stand in a message.
const TITLE: usize = 60;

/// On one line, and not longer than fits there.
pub fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= TITLE { text } else { text.chars().take(TITLE).chain(['…']).collect() }
}
