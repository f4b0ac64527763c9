//! Which file is open, and whether it is still the one at its path.

use crate::database_files::with_end;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Which files a connection to SQLite opened. On POSIX systems a file that was removed can still be written to, and
/// what is written goes with it.
#[derive(Debug)]
pub(super) struct FileIdentity {
    /// The database and its write-ahead log.
    paths: [PathBuf; 2],
    noted: Mutex<[Option<Id>; 2]>,
}

/// Device and number of a file.
type Id = (u64, u64);

impl FileIdentity {
    /// Nothing is noted yet.
    pub(super) fn new(database: &Path) -> Self {
        Self { paths: [database.to_owned(), with_end(database, "-wal")], noted: Mutex::default() }
    }

    /// The database.
    pub(super) fn database(&self) -> &Path {
        let [database, _] = &self.paths;
        database
    }

    /// Notes the files that are at the paths now: those that were just opened.
    pub(super) fn note(&self) {
        if let Ok(mut noted) = self.noted.lock() {
            *noted = self.current();
        }
    }

    /// Whether those that were noted are still there.
    pub(super) fn is_same(&self) -> bool {
        let Ok(noted) = self.noted.lock() else { return false };
        noted.iter().zip(self.current()).all(|(noted, current)| noted.is_none() || *noted == current)
    }

    fn current(&self) -> [Option<Id>; 2] {
        self.paths.each_ref().map(|path| fs::metadata(path).ok().as_ref().map(id))
    }
}

#[cfg(unix)]
fn id(file: &fs::Metadata) -> Id {
    use std::os::unix::fs::MetadataExt as _;
    (file.dev(), file.ino())
}

/// Elsewhere a file that is open can't be removed.
#[cfg(not(unix))]
fn id(_: &fs::Metadata) -> Id {
    (0, 0)
}

/// Makes the file if it is missing, readable by its owner alone, and takes from others what rights they had to one
/// that is there; SQLite gives its other files the same rights.
pub(super) fn create_private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => make_private(path),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut permissions = fs::metadata(path)?.permissions();
    if permissions.mode() & 0o077 == 0 {
        return Ok(());
    }
    permissions.set_mode(permissions.mode() & !0o077);
    fs::set_permissions(path, permissions)?;
    tracing::warn!(file = %path.display(), "others could read the database; now its owner alone can");
    Ok(())
}

/// Elsewhere rights are those of the folder.
#[cfg(not(unix))]
fn make_private(_: &Path) -> io::Result<()> {
    Ok(())
}
