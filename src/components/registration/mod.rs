//! The registration form.

mod consent_box;
mod delivery;
mod done;
mod field_input;
mod form_view;
pub mod lazy;
mod privacy_note;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod registration;
mod session_choice;
mod trouble;

pub use registration::registration;
