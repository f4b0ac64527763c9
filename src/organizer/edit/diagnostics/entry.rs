//! What the list shows.

use crate::workspace::Checked;
use huso_agenda::Instant;
use huso_agenda::Severity;
use huso_edit::{Change, Document, Mend, mends};
use huso_explain::Explanation;
use std::cmp::Reverse;

/// Something that is said of the event file, and what one click does about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What is said.
    pub explanation: Explanation,
    /// What can be done, each as good as the other.
    pub mends: Vec<Mend>,
}

impl Entry {
    /// What is said of a document, and what one click does about it.
    pub fn of(document: &Document, explanation: &Explanation) -> Self {
        Self { explanation: explanation.clone(), mends: mends(document, explanation) }
    }

    /// What one of the mends changes in the event file as it is now. It may have changed since it was checked: what is no
    /// longer said of it is not mended.
    pub fn changes(&self, mend: &Mend, document: &Document, now: Instant) -> Vec<Change> {
        let (_, faults) = huso_explain::check(document.text().as_bytes(), now);
        let is_same = |fault: &&Explanation| {
            (&fault.path, &fault.finding) == (&self.explanation.path, &self.explanation.finding)
        };
        let same = faults.iter().find(is_same).into_iter().flat_map(|fault| mends(document, fault));
        same.into_iter().find(|one| one.outcome == mend.outcome).map(|one| one.changes).unwrap_or_default()
    }
}

/// The first so many of what is as bad as that, or of all: the worst first, then in the order of the file.
pub fn entries(checked: &Checked, severity: Option<Severity>, most: usize) -> Vec<Entry> {
    let mut wanted: Vec<_> = checked
        .faults
        .iter()
        .filter(|fault| severity.is_none_or(|severity| fault.severity() == severity))
        .collect();
    wanted.sort_by_key(|fault| Reverse(fault.severity()));
    wanted.into_iter().take(most).map(|fault| Entry::of(&checked.document, fault)).collect()
}
