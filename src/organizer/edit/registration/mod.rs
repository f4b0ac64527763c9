//! The registration: its questions, what people agree to, where the answers go, when it is open, and what becomes of the
//! answers.

mod check_field;
mod condition;
mod consents;
mod endpoint;
mod known_answers;
mod limits;
mod mapping;
mod model;
mod moment_field;
mod no_registration;
mod options;
mod period;
mod privacy;
mod question_form;
mod question_list;
mod question_types;
mod registration_tab;
mod use_chosen;
mod wanted_answers;

pub use registration_tab::RegistrationTab;
