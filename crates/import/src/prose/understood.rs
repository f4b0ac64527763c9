//! Which words a value was understood from.

use crate::origin::Origin;

/// A value and the words that it was understood from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Which of the program's sessions it is of, from 0; `None` for the program itself.
    pub session: Option<usize>,
    /// What it is.
    pub value: Value,
    /// Where its words stand.
    pub origin: Origin,
}

/// What was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Its name.
    Title,
    /// What it is about.
    Summary,
    /// Its day.
    Date,
    /// When it starts, and ends where that is said.
    Time,
    /// That moment again, on other clocks: `10:00 hora de Chile` beside `09:00 hora de Colombia`.
    Again,
    /// Whose clocks its time is of.
    Zone,
    /// How long it is.
    Duration,
    /// Who speaks.
    Speaker,
    /// Where.
    Venue,
    /// What it leads to.
    Link,
}
