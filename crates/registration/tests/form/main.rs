//! Forms: what an event file may ask, and what may be answered.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod answers;
mod made;
mod outline;
mod privacy;
mod questions;
mod sessions;
