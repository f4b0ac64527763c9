//! Words of a text as they are shown.

use super::source::Source;
use std::ops::Range;

/// Words with one space between them.
pub(super) fn text(source: &Source, range: &Range<usize>) -> String {
    let words: Vec<&str> = source.slice(range).split_whitespace().collect();
    words.join(" ").trim_matches(['*', '_', '#', ' ']).to_owned()
}

/// Lines as paragraphs: those below each other are one, unless they are a list.
pub(super) fn summary(source: &Source, lines: &[Range<usize>]) -> String {
    let mut all = String::new();
    let mut end = None::<usize>;
    for range in lines {
        let between = end.and_then(|end| source.text.get(end..range.start)).unwrap_or_default();
        let breaks = between.matches('\n').count();
        let is_item = between.contains(['•', '-', '–', '*', '·', '▪', '●']);
        if end.is_some() {
            all.push_str(if breaks > 1 {
                "\n\n"
            } else if is_item {
                "\n"
            } else {
                " "
            });
        }
        all.push_str(&text(source, range));
        end = Some(range.end);
    }
    all
}
