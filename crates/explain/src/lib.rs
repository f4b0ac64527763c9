//! An event file's faults as organizers are told them: in which line, of which session, from what cause,
//! and what to write instead.
//!
//! For the command and the organizer's page. The widget shows the faults alone
//! ([`huso_agenda::Diagnostic`]): its visitors can't mend the file.

mod advice;
mod cause;
mod explanation;
mod scan;
mod source;
mod spot;
mod times;
mod zones;

pub use explanation::{Explanation, explain, open};
pub use source::{Excerpt, Position};
