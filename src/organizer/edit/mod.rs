//! Editing the event file.

#[allow(clippy::module_inception, reason = "the step's own component")]
mod edit;

pub use edit::Edit;
