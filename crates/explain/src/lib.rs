//! An event file's faults as organizers are told them: in which line, of which session, from what cause,
//! and what to write instead. And what could be better in one that has none.
//!
//! For the command and the organizer's page. The widget shows the faults alone
//! ([`huso_agenda::Diagnostic`]): its visitors can't mend the file.

mod advice;
mod cause;
mod checks;
mod code;
mod explanation;
mod finding;
mod remark;
mod scan;
mod sentence;
mod several;
mod shortened;
mod source;
mod spot;
mod texts;
mod times;
mod zones;

pub use explanation::{Explanation, check, explain, open};
pub use finding::Finding;
pub use remark::{Part, Remark};
pub use several::Several;
pub use source::{Excerpt, Position};
