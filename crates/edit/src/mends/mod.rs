//! What one click can do about what is wrong. Whoever offers several offers equals: none is made by itself.

mod clocks;
mod edition;
mod ids;
mod links;
mod mend;
#[allow(clippy::module_inception, reason = "the function is named like its folder")]
mod mends;
mod session;
mod spans;
mod words;

pub use mend::{Mend, Outcome};
pub use mends::mends;
