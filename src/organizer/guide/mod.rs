//! Help for newcomers.

#[allow(clippy::module_inception, reason = "the page's own component")]
mod guide;

pub use guide::Guide;
