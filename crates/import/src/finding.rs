//! What could not be understood of what was brought, or contradicts itself.

use crate::origin::Origin;
use chrono::NaiveDate;
use huso_agenda::Severity;

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
    /// A date that says less than a day, and the day as which it is read.
    DateRead {
        /// How it is read.
        date: NaiveDate,
        /// How else it could be.
        others: Vec<NaiveDate>,
    },
    /// A time of which no day is known, as written.
    NoDate(String),
    /// A session that has no name.
    NoTitle,
    /// What is wrong with times of several countries, as the announcement checker has it.
    Times(huso_announcement::FindingKind),
}

impl Finding {
    /// How bad it is: what is left out of the agenda is an error.
    pub fn severity(&self) -> Severity {
        match self.kind {
            FindingKind::Broken(_) | FindingKind::Time(_) | FindingKind::NoDate(_) | FindingKind::NoTitle => {
                Severity::Error
            }
            FindingKind::LeftOut(_) | FindingKind::Duration { .. } | FindingKind::DateRead { .. } => {
                Severity::Warning
            }
            FindingKind::Times(ref kind) => kind.severity(),
        }
    }
}
