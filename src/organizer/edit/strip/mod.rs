//! A day's sessions as bars on a strip of hours: they can be moved and resized.

mod axis;
mod bar;
mod day_strip;
mod drag;
mod keys;
mod layout;
mod moves;
mod moving;
mod titles;
mod use_bars;

pub use day_strip::DayStrip;
