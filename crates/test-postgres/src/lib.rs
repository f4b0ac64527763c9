//! A PostgreSQL server of one's own, for tests and benchmarks: in a temporary folder, reached by a
//! socket there, gone when the program that started it is.

mod server;

pub use server::{Durability, Server, programs};
