//! Reviewing what was brought.

#[allow(clippy::module_inception, reason = "the step's own component")]
mod review;

pub use review::Review;
