//! Bringing what there is.

#[allow(clippy::module_inception, reason = "the step's own component")]
mod bring;
mod open_panel;

pub use bring::Bring;
