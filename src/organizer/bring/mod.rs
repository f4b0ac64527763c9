//! Bringing what there is.

mod address_field;
#[allow(clippy::module_inception, reason = "the step's own component")]
mod bring;
mod drop_box;
mod fault_list;
mod kept_entry;
mod kept_list;
mod kinds;
mod newcomers;
mod outcome;
mod paste_field;
mod piece;
mod reading_box;
mod sample;
mod seen;
mod use_arrivals;
mod use_reading;

pub use bring::Bring;
