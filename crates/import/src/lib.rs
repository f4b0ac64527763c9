//! What organizers have, into event files: press releases, tables, calendars, exports of other programs.
//!
//! A reader for each kind of file makes a [`Program`] of it: what takes place, with its times as they are written
//! ([`Stated`]) and where each thing stands ([`Origin`]). Whose clocks the times are of is never guessed: [`mod@settle`] takes
//! a zone that the source names, and asks ([`ZoneQuestion`]) where it names none, where what it says is contradictory, and
//! where it has only offsets. What was settled is written as an event file by [`write()`].

mod archive;
pub mod event_file;
mod finding;
mod gather;
pub mod ical;
mod json;
pub mod kind;
mod open;
mod origin;
mod program;
pub mod prose;
pub mod schedule;
pub mod sessionize;
mod settle;
mod stated;
pub mod table;
mod write;
mod written;

pub use finding::{Finding, FindingKind};
pub use kind::Kind;
pub use open::{LARGEST, Opened, open};
pub use origin::{Origin, Place};
pub use program::{Named, Person, Program, Session, ZoneClaim};
pub use settle::{Answer, Doubt, Reading, Settled, ZoneQuestion, settle};
pub use stated::Stated;
pub use write::write;

/// What a reader makes of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What takes place.
    pub program: Program,
    /// What somebody has to know of it, in the file's order.
    pub findings: Vec<Finding>,
}
