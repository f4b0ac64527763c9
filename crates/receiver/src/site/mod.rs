//! The folder that is served at `/`.

mod backend;
mod coding;
mod compressed;
mod exposure;
mod folder;
mod service;

pub use exposure::exposed;
pub use service::site;
