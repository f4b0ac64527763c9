//! From JSON to types, with every fault named by its place.
//!
//! serde's `Deserialize` stops at the first fault, in English; an organizer wants all of them, in Spanish
//! (docs/decisions/0003). So serde_json reads the text into a [`Value`], and [`Decode`] makes types of that.
//! [`record!`](crate::record) defines a struct, how it is read and what its schema is in one place.

mod by_key;
mod decoder;
mod ids;
mod keywords;
mod list;
mod record;

pub use crate::problem::Kind;
pub use by_key::ByKey;
pub use decoder::{Decode, Decoder, whole_number};
pub use ids::Ids;
pub use list::{List, each};
pub use serde_json::Value;
