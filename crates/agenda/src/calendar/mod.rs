//! Sessions for calendar programs: iCalendar files, and links that open a web calendar with a session filled in.

mod export;
mod file;
mod lines;
mod links;

pub use export::{CalendarExport, Words};
