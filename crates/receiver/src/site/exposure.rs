//! Whether a database could be downloaded.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What SQLite appends to the names of a database's other files.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Most symbolic links one after the other, as the system counts them.
const LINKS: usize = 40;

/// The file of a SQLite database that lies in a folder that is served, wherever links and `..` lead, and whether
/// it exists already or not.
///
/// # Errors
/// What the file system says.
pub fn exposed(database: &Path, folder: &Path) -> io::Result<Option<PathBuf>> {
    let folder = folder.canonicalize()?;
    // SQLite puts the other files beside the real one.
    let database = real(database)?;
    for suffix in BESIDE {
        let mut file = database.clone().into_os_string();
        file.push(suffix);
        let file = real(Path::new(&file))?;
        if file.starts_with(&folder) {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

/// Where a file is, or would be made.
fn real(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.canonicalize()?,
            _ => Path::new(".").canonicalize()?,
        };
        let Some(name) = path.file_name() else { return path.canonicalize() };
        let file = folder.join(name);
        match file.read_link() {
            Ok(target) => path = folder.join(target),
            Err(_) => return Ok(file),
        }
    }
    Err(io::Error::new(ErrorKind::InvalidInput, "symbolic links without an end"))
}
