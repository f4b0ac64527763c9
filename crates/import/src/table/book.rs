//! Workbooks of either kind.

use super::grid::Grid;
use super::{ods, xlsx};

/// The sheets of a workbook, of OpenDocument where its first file says so (ODF 1.3, part 2, 3.3), of Excel otherwise.
///
/// # Errors
/// What is wrong with it.
pub fn read_book(bytes: &[u8]) -> Result<Grid, String> {
    let is_open_document =
        bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis"));
    if is_open_document { ods::read_ods(bytes) } else { xlsx::read_xlsx(bytes) }
}
