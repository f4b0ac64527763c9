//! An event's agenda: the event file, time zones, times and their labels, diagnostics, calendars.
//!
//! Nothing here touches a page, a network or a disk: the browser, the server and the command line
//! run this same code. Time zone rules come from [`zone`] only.

pub mod agenda;
pub mod calendar;
mod calendar_links;
pub mod changes;
pub mod decode;
pub mod diagnostic;
pub mod encoding;
pub mod event_file;
pub mod fold;
pub mod i18n;
pub mod json;
pub mod labels;
pub mod link;
pub mod nearest;
pub mod phase;
pub mod text;
pub mod timetable;
pub mod wall_time;
pub mod zone;
pub mod zone_names;

pub use agenda::{Agenda, Day, Session, When};
pub use changes::{Change, Changed};
pub use chrono;
pub use diagnostic::{Diagnostic, Problem, Severity};
pub use event_file::EventFile;
pub use i18n::{Lang, Locale};
pub use phase::{Phase, Progress};
pub use text::Text;
pub use zone::{Instant, Offsets, Zone};
