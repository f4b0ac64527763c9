//! `huso serve` with its database broken under it, in each way that databases break: nobody is told that they are
//! registered who isn't after a restart, `/readyz` says that it is broken while it is, and it goes on by itself
//! when it isn't any more. `tests/kill.rs` has the receiver itself killed.
//!
//! Some need root, or a file system that knows immutable files; they say so where they are skipped.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod postgres;
mod sqlite;
mod trial;
