//! Titles without a word in them.

use super::scope::{Placed, Scope};
use crate::remark::{Part, Remark};
use crate::texts::Written;

/// Sessions whose titles have no word in any language, and an event of that kind.
pub fn empty_titles(scope: &Scope) -> Vec<Placed> {
    let is_empty = |text: &&Written| text.text.all().iter().all(|text| text.trim().is_empty());
    let event = scope.texts.iter().filter(|text| text.path == "title").find(is_empty);
    let mut sessions = scope.texts.iter().filter(|text| text.part == Part::Title).filter(is_empty);
    let first = sessions.next().map(|first| (first, 1 + sessions.count()));
    let placed = |(first, count): (&Written, usize)| Placed::at(&first.path, Remark::EmptyTitles(count));
    event.map(|event| (event, 1)).into_iter().chain(first).map(placed).collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says, session};

    #[test]
    fn a_title_needs_a_word() {
        let empty = session("").replace("\"A\"", "\" \"");
        assert_eq!(
            says(&event("", &[&empty])),
            ["sessions[0].title warning: The title is empty; write what it is called."]
        );
        let another =
            empty.replace("\"id\": \"a\"", "\"id\": \"b\"").replace("\" \"", r#"{"es": "", "en": ""}"#);
        assert_eq!(
            says(&event("", &[&empty, &another]))[0],
            "sessions[0].title warning: The titles of 2 sessions are empty, this is the first."
        );
        let whole = event("", &[&session("")]).replace("\"title\": \"E\"", "\"title\": \"\"");
        assert_eq!(says(&whole).len(), 1);
    }
}
