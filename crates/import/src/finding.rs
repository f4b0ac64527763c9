//! What could not be understood of what was brought, or contradicts itself.

use crate::origin::Origin;
use chrono::NaiveDate;
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
    /// A day of which the year, the month or all has to be said before it is one, or a time of which nothing says the day,
    /// as written; empty where there is only an hour's cell. [`Context::date`](huso_announcement::Context) answers it.
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
    /// A date that says less than a day, and the day as which it is read.
    DateRead {
        /// How it is read.
        date: NaiveDate,
        /// How else it could be.
        others: Vec<NaiveDate>,
    },
    /// A session that has no name.
    NoTitle,
    /// What is wrong with times of several countries, as the announcement checker has it.
    Times(Box<huso_announcement::Finding>),
}

impl Finding {
    /// How bad it is: what is left out of the agenda is an error.
    pub fn severity(&self) -> Severity {
        match &self.kind {
            FindingKind::Broken(_)
            | FindingKind::Time(_)
            | FindingKind::DateNeeded(_)
            | FindingKind::NoTitle
            | FindingKind::Unread
            | FindingKind::TooLarge { .. }
            | FindingKind::TooMany { .. } => Severity::Error,
            FindingKind::Zone { taken: Some(taken), fitting, .. }
                if fitting.is_empty() || fitting.contains(taken) =>
            {
                Severity::Note
            }
            FindingKind::DateRead { others, .. } if others.is_empty() => Severity::Note,
            FindingKind::LeftOut(_)
            | FindingKind::Duration { .. }
            | FindingKind::Contradiction { .. }
            | FindingKind::Cut { .. }
            | FindingKind::Zone { .. }
            | FindingKind::DateRead { .. }
            | FindingKind::DateOrder(_)
            | FindingKind::Weekday(_)
            | FindingKind::NoTime(_)
            | FindingKind::NoTimes
            | FindingKind::HalfOfDay(_)
            | FindingKind::Encoding(_) => Severity::Warning,
            FindingKind::EventFile(problem) => problem.severity(),
            FindingKind::Times(finding) => finding.severity(),
        }
    }
}
