//! The event file.

mod hook;
mod reducer;

pub use hook::{EventFile, use_event_file};
