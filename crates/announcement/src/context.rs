//! What is known of an announcement besides its text.

use chrono::NaiveDate;

/// What is known of an announcement besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The date of the times for which the text says none.
    pub date: Option<NaiveDate>,
    /// The day from which a date without a year and days like `este sábado` are counted, where the text doesn't say
    /// when it was published.
    pub today: NaiveDate,
}
