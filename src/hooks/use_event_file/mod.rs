//! The event file.

mod hook;
mod questions;
mod reducer;

pub use hook::{EventFile, use_event_file};
