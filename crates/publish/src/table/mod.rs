//! The agenda as a table: a row a session, for spreadsheets and other programs.

mod cell;
mod csv;
mod rows;
mod xlsx;

pub use csv::csv;
pub use xlsx::{WorkbookError, xlsx};
