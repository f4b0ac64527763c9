//! How endpoints are spoken to, by the presets of their dialects (docs/endpoints.md). Nothing is sent here.

mod errors;
mod outcome;
mod request;
mod text;

pub use crate::preset::{encoding, is_huso, knows_repetitions};
pub use outcome::{Doubt, Outcome, Rejection, outcome};
pub use request::{Body, Part, Request, add_sessions, form_page, request, seats};
