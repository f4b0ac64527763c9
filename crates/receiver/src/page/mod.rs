//! Pages for browsers without JavaScript: the form, what to correct in it, and what became of it.

mod control;
mod countries;
mod done;
mod form;
mod layout;

pub use done::done;
pub use form::{Filled, form};
pub use layout::{STYLE, nothing, response};
