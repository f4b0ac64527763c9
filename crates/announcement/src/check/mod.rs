//! Finds what is wrong with the times of an announcement, and says what was not compared.

#[allow(clippy::module_inception, reason = "the function is named like its folder")]
mod check;
mod checker;
mod compared;
mod dates;
mod lengths;
mod mends;
mod report;
mod wrong;

pub use check::check;
pub use mends::{Mend, mends};
pub use report::{Group, Report, StatedTime, Verdict};
