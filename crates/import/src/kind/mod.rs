//! What a file is, by its content and never by its name alone.

mod encoding;
mod find;
mod shape;

pub use encoding::{Encoding, decode};
pub use find::{Content, Found, Kind, find};
