//! Checks announcements: times that somebody wrote by hand for several countries, in running text in
//! Spanish, English or Portuguese.
//!
//! The text is cut into [`atoms`] (numbers, words, signs), these are read as [`items`] (times, places,
//! dates), the items are put together to [`groups`] (the times of one moment), and the times of each
//! group are compared ([`check`]). What is found is facts; [`Finding::message`] makes the text.

mod atoms;
mod check;
mod clock;
mod date;
mod finding;
mod groups;
mod items;
mod unknown;

pub use check::{Group, Report, Told, check};
pub use finding::{Basis, Finding, FindingKind};
