//! Compressed files, made once for each version of a file.

use super::coding::Coding;
use super::folder::{Entry, Facts};
use axum::body::Bytes;
use mime_guess::mime;
use moka::future::Cache;
use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// Most bytes of compressed files that are kept; those that were not asked for lately make room.
const KEPT: u64 = 64 * 1024 * 1024;

/// Larger files are sent as they are.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Smaller files fit in one packet as they are.
const SMALLEST: u64 = 512;

/// What a compressed file was made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Version {
    path: PathBuf,
    facts: Facts,
    coding: Coding,
}

/// The compressed files.
#[derive(Clone, Debug)]
pub struct Compressed(Cache<Version, Bytes>);

impl Default for Compressed {
    fn default() -> Self {
        let size = |_: &Version, content: &Bytes| u32::try_from(content.len()).unwrap_or(u32::MAX);
        Self(Cache::builder().max_capacity(KEPT).weigher(size).build())
    }
}

impl Compressed {
    /// A file's content, compressed.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if it is better sent as it is; else what the file system says.
    pub async fn get(&self, entry: Entry, coding: Coding) -> io::Result<Bytes> {
        let Entry { path, facts } = entry;
        let is_worth = (SMALLEST..=LARGEST).contains(&facts.len) && is_text(&path);
        if !is_worth || facts.changed.is_none() {
            return Err(ErrorKind::NotFound.into());
        }
        let version = Version { path, facts, coding };
        let made = self.0.try_get_with(version.clone(), async move {
            spawn_blocking(move || compress(&version)).await.map_err(io::Error::other)?
        });
        made.await.map_err(|error: Arc<io::Error>| io::Error::new(error.kind(), error))
    }
}

fn compress(Version { path, facts, coding }: &Version) -> io::Result<Bytes> {
    let mut file = File::open(path)?;
    let mut content = Vec::new();
    file.read_to_end(&mut content)?;
    // It may have been changed before it was read or while it was.
    if Facts::of(&file.metadata()?)? != *facts {
        return Err(ErrorKind::NotFound.into());
    }
    Ok(coding.compress(&content)?.into())
}

/// Whether a file's kind is one that compressing makes smaller.
fn is_text(path: &Path) -> bool {
    let Some(kind) = mime_guess::from_path(path).first() else { return false };
    let (name, suffix) = (kind.subtype(), kind.suffix());
    kind.type_() == mime::TEXT
        || [mime::JSON, mime::XML].contains(&suffix.unwrap_or(name))
        || [mime::JAVASCRIPT.as_str(), "wasm", "manifest"].contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::folder::Folder;
    use super::*;
    use std::time::Duration;
    use tempfile::TempDir;

    #[tokio::test]
    async fn a_version_is_compressed_once() {
        let folder = TempDir::new().unwrap();
        let (file, public) = (folder.path().join("a.js"), Folder::new(folder.path()));
        std::fs::write(&file, "let a = 1;\n".repeat(100)).unwrap();
        let (compressed, path) = (Compressed::default(), Path::new("a.js"));
        let get = async || compressed.get(public.file(path).unwrap(), Coding::Brotli).await;
        assert_eq!(get().await.unwrap_err().kind(), ErrorKind::NotFound, "it may still be being written");
        // The file system's clock can't be set.
        tokio::time::sleep(Duration::from_millis(2_100)).await;
        let (first, second) = tokio::join!(get(), get());
        let (first, third) = (first.unwrap(), get().await.unwrap());
        assert_eq!(
            (first.as_ptr(), first.as_ptr()),
            (second.unwrap().as_ptr(), third.as_ptr()),
            "the same memory"
        );
        let seen = public.file(path).unwrap();
        std::fs::write(&file, "let b = 2;\n".repeat(100)).unwrap();
        let unseen =
            compressed.get(Entry { facts: Facts { len: 1_101, ..seen.facts }, ..seen }, Coding::Brotli).await;
        assert_eq!(unseen.unwrap_err().kind(), ErrorKind::NotFound, "it was changed before it was read");
    }

    #[test]
    fn texts_and_programs_are_compressed() {
        for file in [
            "a.js",
            "a.mjs",
            "a.css",
            "a.html",
            "a.json",
            "a.svg",
            "a.wasm",
            "a.ics",
            "a.webmanifest",
            "a.csv",
        ] {
            assert!(is_text(Path::new(file)), "{file}");
        }
        for file in ["a.png", "a.jpg", "a.woff2", "a.mp4", "a.zip", "a.pdf", "a"] {
            assert!(!is_text(Path::new(file)), "{file}");
        }
    }
}
