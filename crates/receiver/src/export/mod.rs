//! Registrations as people and programs take them: CSV, a workbook, JSON Lines.

mod csv;
#[cfg(test)]
mod example;
mod json_lines;
mod seats;
mod table;
mod workbook;

pub use csv::{csv, promotions, registrations, set_aside};
pub use json_lines::{registrations as json_lines, set_aside as json_lines_of_set_aside};
pub use seats::{SessionSeats, seats};
pub use table::Table;
pub use workbook::{Workbook, WorkbookError, workbook};
