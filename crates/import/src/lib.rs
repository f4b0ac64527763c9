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
mod html;
pub mod ical;
mod json;
pub mod kind;
mod open;
mod opened;
mod origin;
mod program;
pub mod prose;
mod read;
pub mod schedule;
pub mod sessionize;
mod settle;
mod stated;
pub mod table;
mod write;
mod written;

pub use archive::LARGEST;
pub use finding::{Finding, FindingKind};
pub use kind::Kind;
pub use open::open;
pub use opened::{Opened, Source};
pub use origin::{Origin, Place};
pub use program::{Named, Person, Program, Session, ZoneClaim};
pub use read::Read;
pub use settle::{Answer, Doubt, Reading, Settled, ZoneQuestion, settle};
pub use stated::Stated;
pub use write::write;
