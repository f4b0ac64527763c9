//! Editing the event file.

mod diagnostics;
#[allow(clippy::module_inception, reason = "the step's own component")]
mod edit;

pub use edit::Edit;
