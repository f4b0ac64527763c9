//! The reference endpoint: takes registrations over HTTP (docs/endpoints.md), stores each once, lists
//! them, and serves the built package.

mod calendar;
pub mod config;
pub mod export;
mod problem;
mod routes;
mod serve;
mod site;
pub mod store;

pub use config::Config;
pub use routes::router;
pub use serve::serve;
pub use store::Store;
