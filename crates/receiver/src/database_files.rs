//! The files that a SQLite database is made of.

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What SQLite appends to the names of a database's files.
const ENDS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Most symbolic links one after the other, as the system counts them.
const LINKS: usize = 40;

/// The files of a database, whether they exist or not: SQLite puts the others beside the real one.
///
/// # Errors
/// What the file system says.
pub fn of(database: &Path) -> io::Result<[PathBuf; 4]> {
    let database = real(database)?;
    Ok(ENDS.map(|end| with_end(&database, end)))
}

/// Whether a file is one of a database's, by whatever path, link or name.
///
/// # Errors
/// What the file system says.
pub fn is_of_database(file: &Path, database: &Path) -> io::Result<bool> {
    let (path, file) = (real(file)?, identity(file));
    Ok(of(database)?.iter().any(|one| *one == path || (file.is_some() && identity(one) == file)))
}

/// Device and number of a file that exists.
#[cfg(unix)]
fn identity(file: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(file).ok().map(|found| (found.dev(), found.ino()))
}

/// Elsewhere paths tell all there is to know.
#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}

/// The folder that a file is in.
pub(crate) fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."))
}

pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

/// Bytes that are left for others than root on the disk of a file.
#[cfg(unix)]
pub(crate) fn free_space(file: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(folder(file))?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Where a file is, or would be made.
pub(crate) fn real(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let folder = folder(&path).canonicalize()?;
        let Some(name) = path.file_name() else { return path.canonicalize() };
        let file = folder.join(name);
        match file.read_link() {
            Ok(target) => path = folder.join(target),
            Err(_) => return Ok(file),
        }
    }
    Err(io::Error::new(ErrorKind::InvalidInput, "symbolic links without an end"))
}
