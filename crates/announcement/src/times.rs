//! Times of one moment, with the dates that govern them.

use crate::date::When;
use crate::days::Meant;
use crate::entries::{Entry, Named};

/// Dates that are listed together, what they mean and where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    pub(crate) written: Vec<When>,
    pub(crate) meant: Meant,
    /// Whether it is a deadline: it is that of times in its sentence, and of no others.
    pub(crate) deadline: bool,
    /// Whether it is said of one time only, in parentheses beside it.
    pub(crate) of_one: bool,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Dated {
    /// Whether it can be that of times that stand elsewhere.
    pub(crate) fn governs(&self) -> bool {
        !self.deadline && !self.of_one
    }

    /// Whether it says day and month.
    pub(crate) fn is_full(&self) -> bool {
        self.written.iter().any(|when| when.is_full())
    }
}

/// Times that are said to be one moment.
#[derive(Clone, Debug)]
pub(crate) struct Times<'t> {
    pub(crate) entries: Vec<Entry<'t>>,
    /// The dates that govern them.
    pub(crate) date: Option<Dated>,
    /// Whether the group before it differs from it only by a place that has another time here.
    pub(crate) restated: bool,
    /// Places that have two times.
    pub(crate) twice: Vec<Twice<'t>>,
}

/// Bytes of a time.
pub(crate) type Span = (usize, usize);

/// A place that has two times.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Twice<'t> {
    pub(crate) place: Named<'t>,
    pub(crate) first: Span,
    pub(crate) second: Span,
    /// The one that doesn't fit the others, as far as that can be told.
    pub(crate) dropped: Span,
}
