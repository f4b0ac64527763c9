//! What is said of an event file: that something is wrong, or that it could be better.

use crate::remark::Remark;
use huso_agenda::{Problem, Severity};

/// What is said of a place in an event file.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Something is wrong there; the widget says so, too.
    Fault(Problem),
    /// Nothing is wrong with the file; somebody should look, or know.
    Remark(Remark),
}

impl Finding {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Fault(problem) => problem.severity(),
            Self::Remark(remark) => remark.severity(),
        }
    }
}
