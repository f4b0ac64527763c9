//! Editing the event file.

mod diagnostics;
#[allow(clippy::module_inception, reason = "the step's own component")]
mod edit;
mod event;
mod fields;
mod lists;
mod next_file;
mod pane_tabs;
mod registration;
mod sessions;
mod state;
mod strip;
mod tab;
mod tools;
mod use_spot;
mod words;

pub use edit::Edit;
pub use state::EditState;
