//! The program `huso`, as a shell runs it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

mod announcement;
#[cfg(unix)]
mod backup;
mod check;
mod convert;
#[cfg(unix)]
mod doctor;
mod files;
#[cfg(unix)]
mod invite;
mod program;
mod registrations;
mod render;
mod rules;
mod serve;
mod site;
mod times;
