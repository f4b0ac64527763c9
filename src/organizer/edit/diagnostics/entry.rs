//! What the list shows.

use crate::workspace::Checked;
use huso_agenda::Severity;
use huso_edit::{Mend, mends};
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

/// The first so many of what is as bad as that, or of all: the worst first, then in the order of the file.
pub fn entries(checked: &Checked, severity: Option<Severity>, most: usize) -> Vec<Entry> {
    let mut wanted: Vec<_> = checked
        .faults
        .iter()
        .filter(|fault| severity.is_none_or(|severity| fault.severity() == severity))
        .collect();
    wanted.sort_by_key(|fault| Reverse(fault.severity()));
    let entry =
        |fault: &Explanation| Entry { explanation: fault.clone(), mends: mends(&checked.document, fault) };
    wanted.into_iter().take(most).map(entry).collect()
}
