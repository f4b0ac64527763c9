//! What is wrong with the event file and what could be better, in a list, with what one click mends.

mod currency;
mod diagnostic_row;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod diagnostics;
mod entry;
mod field_place;
mod filters;
mod mend_buttons;
mod place_words;
mod use_row_focus;

pub use diagnostics::Diagnostics;
pub use entry::Entry;
pub use field_place::field_place;
pub use mend_buttons::MendButtons;
