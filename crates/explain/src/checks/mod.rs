//! What could be better in an event file, one kind a module.

mod capacity;
mod clashes;
mod consents;
mod dates;
mod ends;
mod languages;
mod links;
mod nights;
mod remarks;
mod scope;
mod stated_times;
#[cfg(test)]
mod testing;
mod titles;

pub use remarks::remarks;
pub use scope::{Placed, Scope};
