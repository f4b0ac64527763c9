//! The real receiver, started, asked and attacked from outside, for tests and long runs.

mod database;
mod disk;
mod http;
mod huso;

pub use database::{Connection, Lock};
pub use disk::Disk;
pub use http::{Answer, Request};
pub use huso::{Huso, Receiver, free_address};
