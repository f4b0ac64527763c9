//! The event file as written: version 1 of the format (docs/event-file.md).
//!
//! These types hold what stands in the file, checked for kind only; [`crate::Agenda`] is what it
//! means. The registration form is `R`: its types live in `huso-registration`, above this crate.

mod event;
mod parse;
mod session;
mod timezone_rules;

pub use event::{EventFile, Organizer, ShownZone, Speaker, Track, Venue, VenueKind};
pub use parse::{VERSION, parse};
pub use session::{
    FLOATING, LinkRel, SessionEntry, SessionKind, SessionLink, SessionMode, SessionRegistration,
    SessionStatus,
};
pub use timezone_rules::{TimezoneRules, ZoneOffsets};
