//! An event file while an organizer edits it.
//!
//! A [`Document`] is the event file as it is written, right or not: what a field holds while somebody types is kept as it
//! is, and so is every key that this version doesn't know. [`Place`]s name its values as faults do
//! (`sessions[2].start`). Documents don't change: each [`Change`] makes another, and [`History`] has them all. What is imported
//! into one is compared with it ([`compare()`]) before it is taken over ([`apply`]). What is wrong with one has [`mends()`].

mod change;
mod compare;
mod days;
mod document;
mod entries;
mod history;
mod mends;
mod place;
mod rezone;
mod schedule;
mod search;
mod strip;
mod texts;
mod typed_clock;
mod when;

pub use change::Change;
pub use compare::{Comparison, FieldChange, Gap, Item, Kind, apply, compare, gaps};
pub use days::{Day, Row, days};
pub use document::Document;
pub use entries::{List, duplicate, fresh_id, take_away, uses};
pub use history::History;
pub use mends::{Mend, Outcome, mends};
pub use place::{Place, Step};
pub use rezone::{Keep, change_zone, same_moment, sessions_in_event_zone};
pub use schedule::{
    later_of_day, move_to_day, session_place, set_end, set_span, set_start, shift, shift_with_later,
};
pub use search::{did_you_mean, find};
pub use strip::{Bar, Lane, Strip, strip};
pub use texts::{languages, own_language, text_for, text_in, with_text};
pub use typed_clock::typed_clock;
pub use when::{When, written_clock, written_date};
