//! An event file while an organizer edits it.
//!
//! A [`Document`] is the event file as it is written, right or not: what a field holds while somebody types is kept as it
//! is, and so is every key that this version doesn't know. [`Place`]s name its values as faults do
//! (`sessions[2].start`). Documents don't change: each [`Change`] makes another, and [`History`] has them all. What is imported
//! into one is compared with it ([`compare()`]) before it is taken over ([`apply`]). What is wrong with one has [`mends()`].

mod change;
mod compare;
mod document;
mod history;
mod mends;
mod place;

pub use change::Change;
pub use compare::{Comparison, FieldChange, Gap, Item, Kind, apply, compare, gaps};
pub use document::Document;
pub use history::History;
pub use mends::{Mend, Outcome, mends};
pub use place::{Place, Step};
