//! Every document that there was, for undo and redo.

use crate::document::Document;
use crate::place::Place;
use std::rc::Rc;

/// A document, those before it, and those that were taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    past: Vec<Rc<Document>>,
    present: Rc<Document>,
    future: Vec<Rc<Document>>,
    /// The place that the present differs from the last of the past in, while somebody types into it.
    typed: Option<Place>,
}

impl History {
    /// The history of a document that nothing was done to yet.
    pub fn of(document: Document) -> Self {
        Self { past: Vec::new(), present: Rc::new(document), future: Vec::new(), typed: None }
    }

    /// The document as it is now.
    pub fn present(&self) -> &Rc<Document> {
        &self.present
    }

    /// Goes on with another document. Successive ones that type into the
    /// same place are one step: what is typed into a field is undone as a whole.
    pub fn push(&mut self, document: Document, typed: Option<Place>) {
        if document == *self.present {
            return;
        }
        let is_same = typed.is_some() && typed == self.typed;
        let before = std::mem::replace(&mut self.present, Rc::new(document));
        if !is_same {
            self.past.push(before);
        }
        self.future.clear();
        self.typed = typed;
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something was taken back.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.present, before));
        }
        self.typed = None;
    }

    /// Makes the step again that was taken back last.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, after));
        }
        self.typed = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Change;

    fn titled(history: &History, title: &str) -> Document {
        history.present().with(&[Change::text(Place::parse("title"), title)])
    }

    #[test]
    fn every_step_is_undone_and_redone() {
        let mut history = History::of(Document::empty());
        for title in ["A", "B", "C"] {
            history.push(titled(&history, title), None);
        }
        let title = |history: &History| history.present().str(&Place::parse("title")).to_owned();
        history.undo();
        history.undo();
        assert_eq!(title(&history), "A");
        history.redo();
        assert_eq!((title(&history), history.can_redo()), ("B".to_owned(), true));
        history.push(titled(&history, "D"), None);
        assert!(!history.can_redo());
        for _ in 0..9 {
            history.undo();
        }
        assert_eq!((title(&history), history.can_undo()), (String::new(), false));
    }

    #[test]
    fn typing_into_a_field_is_one_step() {
        let mut history = History::of(Document::empty());
        for title in ["A", "Ab", "Abc"] {
            history.push(titled(&history, title), Some(Place::parse("title")));
        }
        history.push(titled(&history, "Abc"), None);
        history.push(titled(&history, "X"), Some(Place::parse("other")));
        history.undo();
        assert_eq!(history.present().str(&Place::parse("title")), "Abc");
        history.undo();
        assert!(!history.can_undo());
    }
}
