//! Checks announcements: times that somebody wrote by hand for several countries, in running text in
//! Spanish, English or Portuguese.
//!
//! The text is cut into [`atoms`] (numbers, words, signs), these are read as [`items`] (times, places,
//! dates; names that are not known, too: [`unknown`]). Times and places are put together: in running text ([`entries`]), in [`tables`], under [`headings`]. Those
//! of one moment make [`groups`], with the dates that govern them ([`dating`]) and the [`days`] that are meant, and each group is compared ([`mod@compare`]). What
//! is found ([`mod@check`]) is facts; [`Finding::message`] makes the text. [`written()`] says what is read and where.
//!
//! What people call a zone is in [`places`], which the zone chooser and the hints for event files use too.

mod atoms;
pub mod cell;
mod check;
mod clock;
mod compare;
mod context;
mod date;
mod dating;
mod days;
mod entries;
mod finding;
mod groups;
mod headings;
mod items;
mod place;
pub mod places;
mod restated;
mod tables;
mod times;
mod unknown;
mod written;

pub use check::{Group, Mend, Report, StatedTime, Verdict, check, mends};
pub use context::Context;
pub use finding::{
    Basis, Correction, DateReading, DateReference, DateRule, DateVerdict, Finding, FindingKind,
};
pub use written::{Moment, Piece, PieceKind, Spoken, Spot, Written, WrittenDay, WrittenTime, written};
