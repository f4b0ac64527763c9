//! What of a folder is public.

use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The one hidden folder that is there for others (RFC 8615).
const WELL_KNOWN: &str = ".well-known";

/// Clocks of file systems are as coarse as this, and dates in HTTP count seconds: a file that was changed
/// later than so long ago may change again and look the same.
const COARSE: Duration = Duration::from_secs(2);

/// A folder with files for everybody.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// A file or folder that is public, as it is at this moment.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it really is.
    pub path: PathBuf,
    /// What is known of it.
    pub facts: Facts,
}

/// What is known of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Facts {
    /// Whether it is a folder.
    pub is_dir: bool,
    /// Its bytes.
    pub len: u64,
    /// When it was changed; `None` if that was just now, so that it would not tell one version from the next.
    pub changed: Option<SystemTime>,
}

impl Folder {
    /// The folder need not exist yet, and may be replaced.
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// The file or folder at a path in it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none, or it is hidden, a link that leads out of the folder, or no file
    /// (such as a pipe); else what the file system says.
    pub fn entry(&self, path: &Path) -> io::Result<Entry> {
        let path = public(path).ok_or(ErrorKind::NotFound)?;
        let root = self.0.canonicalize().map_err(missing)?;
        let path = root.join(path).canonicalize().map_err(missing)?;
        let metadata = path.metadata().map_err(missing)?;
        if !path.starts_with(&root) || !(metadata.is_file() || metadata.is_dir()) {
            return Err(ErrorKind::NotFound.into());
        }
        Ok(Entry { path, facts: Facts::of(&metadata)? })
    }

    /// A file at a path in it.
    ///
    /// # Errors
    /// As of [`Folder::entry`]
    pub fn file(&self, path: &Path) -> io::Result<Entry> {
        let entry = self.entry(path)?;
        if entry.facts.is_dir { Err(ErrorKind::NotFound.into()) } else { Ok(entry) }
    }
}

impl Facts {
    /// # Errors
    /// The file system doesn't know when it was changed.
    pub fn of(metadata: &Metadata) -> io::Result<Self> {
        let changed = changed(metadata)?;
        let is_settled = changed.elapsed().is_ok_and(|age| age >= COARSE);
        let changed = is_settled.then_some(changed);
        Ok(Self { is_dir: metadata.is_dir(), len: metadata.len(), changed })
    }
}

/// When a file was changed or put there: an older one that is put back comes with the time it had, and only
/// this one is the system's own.
#[cfg(unix)]
fn changed(metadata: &Metadata) -> io::Result<SystemTime> {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = u64::try_from(metadata.ctime()).unwrap_or_default();
    let nanoseconds = u32::try_from(metadata.ctime_nsec()).unwrap_or_default();
    Ok(SystemTime::UNIX_EPOCH + Duration::new(seconds, nanoseconds))
}

/// When a file was changed.
#[cfg(not(unix))]
fn changed(metadata: &Metadata) -> io::Result<SystemTime> {
    metadata.modified()
}

/// The path, if nothing in it is hidden or leads elsewhere.
fn public(path: &Path) -> Option<PathBuf> {
    let mut public = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::Normal(name) => {
                let is_well_known = public.as_os_str().is_empty() && name == WELL_KNOWN;
                if name.as_encoded_bytes().starts_with(b".") && !is_well_known {
                    return None;
                }
                public.push(name);
            }
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(public)
}

/// Names that no file can have are names of no file.
fn missing(error: io::Error) -> io::Error {
    match error.kind() {
        ErrorKind::InvalidInput | ErrorKind::InvalidFilename | ErrorKind::NotADirectory => {
            ErrorKind::NotFound.into()
        }
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_names_are_not_public() {
        let is_public = |path: &str| public(Path::new(path)).is_some();
        for path in ["", ".", "./a.js", "a/b.js", ".well-known/security.txt", "a..b/c.", "~"] {
            assert!(is_public(path), "{path}");
        }
        for path in [".env", "a/.git/config", "...", "a/..", "/a", ".well-known/.env", "a/.well-known/b"] {
            assert!(!is_public(path), "{path}");
        }
    }
}
