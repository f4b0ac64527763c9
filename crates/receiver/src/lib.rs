//! The reference endpoint: takes registrations over HTTP (docs/endpoints.md), stores each once, lists
//! them, and serves the built package.

mod agenda_page;
mod calendar;
pub mod config;
mod connections;
mod database_files;
pub mod export;
mod housekeeping;
pub mod intake;
pub mod limits;
mod notice;
mod page;
mod person;
mod problem;
mod routes;
mod serve;
mod signals;
mod site;
mod spam;
pub mod store;

pub use config::Config;
pub use database_files::is_of_database;
pub use routes::router;
pub use serve::{ServeError, serve};
pub use site::exposed;
pub use store::{Database, Store};
