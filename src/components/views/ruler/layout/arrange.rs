//! The two ways to draw it: level, where time goes to the right, and upright, where it goes down.

use super::super::day::RulerDay;
use super::layout::Layout;
use super::{level, upright};

/// Under this width it is drawn upright.
const LEVEL_FROM: f64 = 600.0;
/// Under this width it is not drawn.
pub const LEAST: f64 = 256.0;

/// Whether it is drawn upright on a width.
pub fn is_upright(width: f64) -> bool {
    width < LEVEL_FROM
}

/// The layout on a width; `titles` are those of the day's sessions in their order.
pub fn arrange(day: &RulerDay, titles: &[String], width: f64) -> Layout {
    if is_upright(width) { upright::layout(day, titles, width) } else { level::layout(day, titles, width) }
}
