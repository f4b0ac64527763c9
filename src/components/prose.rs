//! Longer text: paragraphs, parted by blank lines. Never HTML.

use super::parts::{block, el, text};
use yew::Html;

/// The paragraphs of a text.
pub fn prose(class: &'static str, whole: &str) -> Html {
    let mut paragraphs = vec![String::new()];
    for line in whole.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    let paragraphs = paragraphs.iter().filter(|paragraph| !paragraph.is_empty());
    block("div", class, paragraphs.map(|paragraph| el("p", &[], Vec::new(), vec![text(paragraph)])).collect())
}
