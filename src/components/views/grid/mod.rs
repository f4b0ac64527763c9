//! The grid: tracks or venues beside each other, and time downwards.

mod add_button;
mod block;
mod day;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod grid;
mod layout;
mod lines;

pub use grid::Grid;
