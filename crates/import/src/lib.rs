//! What organizers have, into event files: press releases, tables, calendars, exports of other programs.
//!
//! A reader for each kind of file makes a [`Program`] of it: what takes place, with its times as they are written
//! ([`Stated`]) and where each thing stands ([`Origin`]). Whose clocks the times are of is never guessed: [`mod@settle`] takes
//! a zone that the source names, and asks ([`ZoneQuestion`]) where it names none, where what it says is contradictory, and
//! where it has only offsets. What was settled is written as an event file by [`write()`],
//! several programs as one ([`mod@join`]).

mod archive;
mod consequence;
pub mod event_file;
mod finding;
mod gather;
mod html;
pub mod ical;
mod join;
mod json;
pub mod kind;
mod message;
mod offsets;
mod open;
mod opened;
mod origin;
mod place;
mod program;
pub mod prose;
mod question;
mod read;
pub mod schedule;
pub mod sessionize;
mod settle;
mod stated;
pub mod table;
mod write;
mod written;
mod zone_names;

pub use archive::LARGEST;
pub use consequence::{Consequence, equation};
pub use finding::{Finding, FindingKind};
pub use join::join;
pub use kind::Kind;
pub use open::open;
pub use opened::{Opened, Source};
pub use origin::{Origin, Place};
pub use place::letters;
pub use program::{Named, Person, Program, Session, ZoneClaim};
pub use question::{Doubt, ZoneQuestion};
pub use read::Read;
pub use settle::{Answer, Reading, Settled, When, settle};
pub use stated::Stated;
pub use write::write;
