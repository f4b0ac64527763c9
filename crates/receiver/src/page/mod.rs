//! Pages for browsers without JavaScript: the form, what to correct in it, and what became of it.

mod context;
mod control;
mod countries;
mod done;
mod form;
mod layout;
mod privacy;
mod sessions;

pub use context::Filled;
pub use done::done;
pub use form::form;
pub use layout::{STYLE, agenda, message, response};
