//! Tables: CSV and the like, XLSX, ODS, and what is pasted from pages and documents.
//!
//! Each kind of file makes a [`Grid`] of cells. What its columns are is proposed ([`mappings()`]), may be changed, and makes a
//! program of it ([`read()`]).

mod archive;
mod book;
mod calendar;
mod days;
mod delimited;
mod elsewhere;
mod grid;
mod languages;
mod lister;
mod mapping;
mod ods;
mod pasted;
mod propose;
mod read;
mod references;
mod row;
mod rows;
mod said;
mod status;
mod when;
mod words;
mod xlsx;

pub use book::read_book;
pub(crate) use delimited::is_barred;
pub use delimited::read_delimited;
pub use grid::{Area, Cell, Grid, Sheet};
pub use mapping::{DateOrder, Field, Mapping};
pub use ods::read_ods;
pub use pasted::{PastedCell, read_pasted};
pub use propose::mappings;
pub use read::read;
pub(crate) use said::names_day_or_zone;
pub use xlsx::read_xlsx;
