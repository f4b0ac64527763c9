//! Checking an announcement: a tool of its own, and the text that it checks as one types, for other steps.

mod checked_text;
#[allow(clippy::module_inception, reason = "the tool's own component")]
mod checker;
mod finding_line;
mod pieces;
mod times;
mod today;
mod use_kept_text;
mod verdict;

pub use checked_text::CheckedText;
pub use checker::Checker;
pub use finding_line::FindingLine;
pub use today::today;
pub use use_kept_text::use_kept_text;
pub use verdict::VerdictLine;
