//! What an event file means.

mod agenda;
pub mod reading;
mod session;

pub use agenda::{Agenda, Day};
pub use session::{Session, When};
