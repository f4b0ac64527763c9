//! What the columns of a sheet are.

/// What the columns of a sheet are: proposed by [`mappings`](super::mappings()), changed by who knows better, and applied by
/// [`read`](super::read()).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// Which of the grid's sheets, from 0.
    pub sheet: usize,
    /// The row of the headers, from 0; `None` where there are none. What stands above it are titles.
    pub header: Option<usize>,
    /// What each column is, from the first.
    pub columns: Vec<Field>,
    /// Which number of `09/08/2023` is the day's, where other dates of the sheet tell it or somebody did.
    pub order: Option<DateOrder>,
}

/// What a column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Field {
    /// Nothing of an agenda's.
    #[default]
    Ignored,
    /// The session's name for programs.
    Key,
    /// The session's day.
    Date,
    /// When it begins; `9:00 - 9:30` has its end too, and `2027-08-09 10:00` its day. Of several such columns the first counts,
    /// and the others are the same on other clocks, which their headers name: `Hora Colombia`, `México`.
    Start,
    /// When it ends.
    End,
    /// How long it is.
    Duration,
    /// Its title.
    Title,
    /// Titles of the sessions of a day, a place or a track, which the header says: one of several such columns. The columns
    /// after it, up to the next, are of the same sessions.
    Lane,
    /// What it is about.
    Summary,
    /// Who speaks.
    Speakers,
    /// For whom they speak.
    Organization,
    /// What they are.
    Role,
    /// Where.
    Venue,
    /// Its track.
    Track,
    /// Whether it is a break.
    Kind,
    /// Whether it takes place: `Confirmada`, `Cancelada`.
    Status,
    /// The languages that are spoken: `Español / inglés`.
    Language,
    /// An address of the session's.
    Link,
}

/// What stands first in a date of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `31/12/2023`
    DayFirst,
    /// `12/31/2023`
    MonthFirst,
}

impl Mapping {
    /// The columns that are one field.
    pub(crate) fn all(&self, field: Field) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, other)| **other == field).map(|(column, _)| column)
    }

    /// The first column that is a field.
    pub(crate) fn first(&self, field: Field) -> Option<usize> {
        self.all(field).next()
    }
}
