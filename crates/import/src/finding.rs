//! What could not be understood of what was brought, or contradicts itself.

use crate::origin::Origin;
use huso_agenda::{Problem, Severity};

/// One thing that somebody has to know of what was read. Facts only; the texts are made where they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub origin: Origin,
    /// What.
    pub kind: FindingKind,
}

/// What can be wrong with what was brought.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindingKind {
    /// The file is not what it begins as: what its parser says.
    Broken(String),
    /// A time that can't be read, as written.
    Time(String),
    /// Something was left out, as written.
    LeftOut(String),
    /// A session lasts other minutes by its end than it is said to.
    Duration {
        /// Minutes that are said.
        said: i64,
        /// Minutes from its start to its end.
        between: i64,
    },
    /// Two things that are said of one and differ; the second is taken.
    Contradiction {
        /// As written.
        one: String,
        /// As written.
        other: String,
    },
    /// Nothing in it has a time.
    NoTimes,
    /// What it is was recognised, and nothing here reads that.
    Unread,
    /// It is larger than what is read.
    TooLarge {
        /// How many bytes are read at most.
        most: u64,
    },
    /// An archive with more files than are read.
    TooMany {
        /// How many are read at most.
        most: usize,
    },
    /// A text in an encoding that it doesn't name, with bytes that have no meaning in the one that was taken.
    Encoding(&'static str),
    /// What is wrong with an event file.
    EventFile(Problem),
}

impl Finding {
    /// How bad it is: what is left out of the agenda is an error.
    pub fn severity(&self) -> Severity {
        match &self.kind {
            FindingKind::Broken(_) | FindingKind::Time(_) => Severity::Error,
            FindingKind::LeftOut(_) | FindingKind::Duration { .. } => Severity::Warning,
            FindingKind::Unread | FindingKind::TooLarge { .. } | FindingKind::TooMany { .. } => {
                Severity::Error
            }
            FindingKind::Contradiction { .. } | FindingKind::NoTimes | FindingKind::Encoding(_) => {
                Severity::Warning
            }
            FindingKind::EventFile(problem) => problem.severity(),
        }
    }
}
