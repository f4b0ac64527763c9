//! Whether a database could be downloaded.

use crate::database_files::{of, real};
use std::io;
use std::path::{Path, PathBuf};

/// The file of a SQLite database that lies in a folder that is served, wherever links and `..` lead, and whether
/// it exists already or not.
///
/// # Errors
/// What the file system says.
pub fn exposed(database: &Path, folder: &Path) -> io::Result<Option<PathBuf>> {
    let folder = folder.canonicalize()?;
    for file in of(database)? {
        let file = real(&file)?;
        if file.starts_with(&folder) {
            return Ok(Some(file));
        }
    }
    Ok(None)
}
