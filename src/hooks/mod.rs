//! Hooks, one a file.

mod use_event;

pub use use_event::{Loading, use_event};
