//! An event's agenda: the event file, time zones and times, what is wrong, calendars. No texts: those are
//! `huso-i18n`'s.
//!
//! Nothing here touches a page, a network or a disk: the browser, the server and the command line
//! run this same code. Time zone rules come from [`time`] only.

pub mod calendar;
pub mod changes;
pub mod find;
pub mod fold;
pub mod format;
pub mod grid;
pub mod json_ld;
pub mod language;
pub mod link;
pub mod model;
pub mod nearest;
pub mod phase;
pub mod printable;
pub mod problem;
pub mod ruler;
pub mod slug;
pub mod strands;
pub mod time;
pub mod timetable;

pub use changes::{Change, Changed};
pub use chrono;
pub use event_file::EventFile;
pub use format::{decode, encoding, event_file, text};
pub use language::{Lang, Locale};
pub use model::{Agenda, Day, Session, When};
pub use phase::{Phase, Progress};
pub use problem::{Diagnostic, Problem, Severity};
pub use text::Text;
pub use time::{self as zone, Instant, Offsets, Zone, iso, wall_time};
