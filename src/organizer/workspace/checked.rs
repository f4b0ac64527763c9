//! An event file and what is wrong with it.

use huso::browser::now;
use huso_agenda::Severity;
use huso_edit::Document;
use huso_explain::Explanation;
use huso_registration::Event;
use std::rc::Rc;

/// An event file and what is wrong with it. It follows what is typed after a moment: see [`super::use_checked`].
#[derive(Clone)]
pub struct Checked {
    /// The event file that was checked.
    pub document: Rc<Document>,
    /// As it is published.
    pub text: Rc<str>,
    /// What of it can be shown.
    pub event: Option<Rc<Event>>,
    /// What is wrong with it, and what could be better, in the order of its lines.
    pub faults: Rc<[Explanation]>,
}

impl Checked {
    /// Checks an event file.
    pub fn of(document: Rc<Document>) -> Self {
        let text = document.text();
        let (event, faults) = huso_explain::check(text.as_bytes(), now());
        Self { document, text: text.into(), event: event.map(Rc::new), faults: faults.into() }
    }

    /// How many faults are as bad as this.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults.iter().filter(|fault| fault.severity() == severity).count()
    }
}

/// Equal to what was checked of the same document only.
impl PartialEq for Checked {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
    }
}
