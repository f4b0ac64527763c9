//! The program `huso`, as a shell runs it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod announcement;
mod check;
mod convert;
mod files;
mod program;
mod render;
mod serve;
mod site;
mod times;
