//! The registration form.

mod added_sessions;
mod confirmation;
mod consent_box;
mod draft_note;
mod error_summary;
mod event_seats;
mod fields;
mod filled_form;
mod form_context;
mod honeypot;
pub mod lazy;
mod privacy_note;
mod reducer;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod registration;
mod registration_form;
mod seats_remark;
mod selection;
mod session_choice;
mod session_option;
mod submission_news;
mod submit_bar;
mod use_form_state;
mod use_preview;

pub use lazy::ReadForm;
pub use registration::{REGISTRATION_ID, Registration};
