//! The layout of the grid: time goes down, tracks or venues stand side by side. Sizes are px where the page's text
//! has 16.

mod axis;
mod scale;

pub use axis::{AxisTick, axis};
pub use scale::{Fold, GridScale};
