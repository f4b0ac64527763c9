//! Calendars in the iCalendar format (RFC 5545), as programs write them and as people mend them by hand.
//!
//! Neither of the usual crates fits: `icalendar` gives up a whole file for one bad line and brings chrono's clock into
//! the browser's program; `rrule` doesn't compile with the zones that chrono-tz is built with here, since it names all
//! of them. Content lines are read by `ical_vcard`, one by one; rules of recurrence on wall times, in [`recur`].

mod clock;
mod component;
mod event;
mod key;
mod lines;
mod links;
mod observances;
mod others;
mod own;
mod property;
mod read;
mod reader;
mod recur;
mod rule;
mod series;
mod span;
mod value;
mod zone_names;
mod zones;

pub use read::read;
