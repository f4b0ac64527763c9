//! What is wrong with the event file and what could be better, in a list, with what one click mends.

mod diagnostic_row;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod diagnostics;
mod entry;
mod filters;
mod place_words;
mod use_row_focus;

pub use diagnostics::Diagnostics;
