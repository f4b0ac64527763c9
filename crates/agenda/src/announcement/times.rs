//! Times of one moment, with the dates that govern them.

use super::date::When;
use super::days::Meant;
use super::entries::{Entry, Named};

/// Dates that are listed together, what they mean and where they stand.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) written: Vec<When>,
    pub(super) meant: Meant,
    /// Whether it is a deadline: it is that of times in its sentence, and of no others.
    pub(super) deadline: bool,
    /// Whether it is said of one time only, in parentheses beside it.
    pub(super) of_one: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Dated {
    /// Whether it can be that of times that stand elsewhere.
    pub(super) fn governs(&self) -> bool {
        !self.deadline && !self.of_one
    }

    /// Whether it says day and month.
    pub(super) fn is_full(&self) -> bool {
        self.written.iter().any(|when| when.is_full())
    }
}

/// Times that are said to be one moment.
#[derive(Clone, Debug)]
pub(super) struct Times<'t> {
    pub(super) entries: Vec<Entry<'t>>,
    /// The dates that govern them.
    pub(super) date: Option<Dated>,
    /// Whether the group before it is told from it only by a place that has another time here.
    pub(super) retold: bool,
    /// Places that have two times.
    pub(super) twice: Vec<Twice<'t>>,
}

/// Bytes of a time.
pub(super) type Span = (usize, usize);

/// A place that has two times.
#[derive(Clone, Copy, Debug)]
pub(super) struct Twice<'t> {
    pub(super) place: Named<'t>,
    pub(super) first: Span,
    pub(super) second: Span,
    /// The one that doesn't fit the others, as far as that can be told.
    pub(super) dropped: Span,
}
