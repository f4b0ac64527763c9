//! Longer text: paragraphs, parted by blank lines. Never HTML.

use yew::{Html, html};

/// The paragraphs of a text.
pub fn prose(text: &str) -> Html {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    html! { for paragraph in paragraphs { <p>{paragraph.to_owned()}</p> } }
}
