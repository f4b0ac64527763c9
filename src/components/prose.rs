//! Longer text: paragraphs, parted by blank lines. Never HTML.

use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`Paragraphs`].
#[derive(Properties, PartialEq)]
pub struct ParagraphsProps {
    /// The class of the element around them.
    pub class: AttrValue,
    /// The text.
    pub text: AttrValue,
}

/// The paragraphs of a text.
#[component]
pub fn Paragraphs(props: &ParagraphsProps) -> Html {
    html! {
        <div class={&props.class}>
            for paragraph in paragraphs_of(&props.text) { <p>{paragraph}</p> }
        </div>
    }
}

/// Each paragraph on one line.
fn paragraphs_of(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty());
    paragraphs.filter(|lines| !lines.is_empty()).map(|lines| lines.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::paragraphs_of;

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(paragraphs_of("\n one\n  two \n\n \nthree\n"), ["one two", "three"]);
        assert_eq!(paragraphs_of(" \n"), [""; 0]);
    }
}
