//! Longer text: paragraphs, parted by blank lines. Never HTML.

use super::tree::Tree;

/// The paragraphs of a text.
pub fn paragraphs(tree: &mut Tree, class: &str, whole: &str) {
    tree.with("div|class", &[class], |tree| {
        let mut paragraph = String::new();
        // A blank line at the end closes the last one.
        for line in whole.lines().map(str::trim).chain([""]) {
            if line.is_empty() {
                if !paragraph.is_empty() {
                    tree.line("p", &paragraph);
                    paragraph.clear();
                }
                continue;
            }
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    });
}
