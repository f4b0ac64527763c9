//! Hooks, one a file.

mod use_delivery;
mod use_event;
mod use_progress;

pub use use_delivery::{Desk, use_delivery};
pub use use_event::use_event;
pub use use_progress::use_progress;
