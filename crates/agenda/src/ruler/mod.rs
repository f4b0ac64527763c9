//! The layout of the ruler, on which each country is a scale and one cursor tells one instant in all of them
//! (docs/embedding.md, "Views"). Places along it are minutes of elapsed time from its start; sizes are px where
//! the page's text has 16.

mod clock;
mod cursor;
mod lanes;
mod leaders;
mod rows;
mod scale;

pub use clock::{Clock, ClockChange, Tick, TickKind, is_night};
pub use cursor::{Step, snap, step};
pub use lanes::{Laid, Lane, Title, lay};
pub use leaders::push_down;
pub use rows::{Row, rows};
pub use scale::Scale;
