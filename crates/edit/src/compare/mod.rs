//! What importing would do to an event file that was edited since.

mod aligned;
mod apply;
#[allow(clippy::module_inception, reason = "the function is named like its folder")]
mod compare;
mod fields;
mod gaps;
mod item;
mod matching;
pub(crate) mod times;

pub use apply::apply;
pub use compare::compare;
pub use gaps::{Gap, gaps};
pub use item::{Comparison, FieldChange, Item, Kind};
