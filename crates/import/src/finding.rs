//! What could not be understood of what was brought, or contradicts itself.

use crate::origin::Origin;
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
    /// Something goes on without an end, or for longer than is read.
    Cut {
        /// As written.
        written: String,
        /// How many times, or sessions, were taken.
        kept: usize,
    },
    /// A zone's name is none of the IANA's, or its rules in the file are not those of the IANA's zone.
    Zone {
        /// As written.
        name: String,
        /// The IANA name that it was taken for, if it was.
        taken: Option<String>,
        /// Embedded zones that have the offsets of the file's rules at all of its times, by their IANA names.
        fitting: Vec<String>,
    },
    /// A day of which the year, the month or all has to be said before it is one, as written; empty where nothing says it.
    DateNeeded(String),
    /// A date of numbers of which either may be the day's, as written. The first was taken.
    DateOrder(String),
    /// A date that is another weekday than it is said to be, as written.
    Weekday(String),
    /// No time is said, as other entries have one: the title.
    NoTime(String),
    /// A time in the night after one of the same day, as if the afternoon were counted from 1, as written. It was taken as
    /// it stands.
    HalfOfDay(String),
}

impl Finding {
    /// How bad it is: what is left out of the agenda is an error.
    pub fn severity(&self) -> Severity {
        match self.kind {
            FindingKind::Broken(_) | FindingKind::Time(_) | FindingKind::DateNeeded(_) => Severity::Error,
            FindingKind::LeftOut(_)
            | FindingKind::Duration { .. }
            | FindingKind::Cut { .. }
            | FindingKind::Zone { .. }
            | FindingKind::DateOrder(_)
            | FindingKind::Weekday(_)
            | FindingKind::NoTime(_)
            | FindingKind::HalfOfDay(_) => Severity::Warning,
        }
    }
}
