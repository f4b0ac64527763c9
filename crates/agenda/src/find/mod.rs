//! What somebody looks for in an agenda: words, and what sessions have in common.

mod awake;
mod facet;
mod filters;
mod search;

pub use awake::Awake;
pub use facet::{Choices, Facet};
pub use filters::Filters;
pub use search::SearchIndex;
