//! A cell.

use huso_agenda::chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A cell of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Date(NaiveDate),
    Time(NaiveTime),
    /// A time of another day than its row's.
    Moment(NaiveDateTime),
}

impl Cell {
    pub(super) fn empty() -> Self {
        Self::Text(String::new())
    }
}
