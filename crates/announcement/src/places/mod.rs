//! The names that people write for a time zone, in Spanish, English and Portuguese, and what they mean.
//! For what reads people's prose, and for those who look for their own zone; event files name zones by
//! their IANA names.
//!
//! [`countries`] has the zones of each country and [`names`] what they are called beside their names in
//! `locales/`; [`known`] puts these together. [`meaning`](fn@meaning) looks up one name, a [`Directory`]
//! finds those that begin as somebody types.

mod countries;
mod directory;
mod known;
mod lookup;
mod meaning;
mod names;
mod words;

pub use directory::{Directory, Match};
pub(crate) use lookup::{begins, flag};
pub use lookup::{hint, meaning, region};
pub use meaning::Meaning;
