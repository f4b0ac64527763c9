//! The form as it is meant: limits set, references checked, times resolved.

mod audiences;
mod consent;
mod field;
#[allow(clippy::module_inception, reason = "the type is named like its folder")]
mod form;
mod notice;
mod outline;
mod reading;

pub use audiences::audiences;
pub use consent::{Consent, MINIMUM_AGE};
pub use field::Field;
pub use form::Form;
pub use outline::{Outline, Period};
