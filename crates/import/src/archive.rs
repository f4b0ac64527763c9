//! A ZIP of what organizers have. What is in it is only ever read into memory: its names are labels, and no path.

use crate::{Finding, FindingKind, Origin, Place};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Bytes of a file that are read.
pub const LARGEST: u64 = 16 << 20;

/// Files that are read of an archive.
const MOST_FILES: usize = 200;

/// Bytes that all of them have together.
const MOST_BYTES: u64 = 4 * LARGEST;

/// What is in an archive.
#[derive(Default)]
pub(crate) struct Unpacked {
    /// Its files, in its order, each with its name.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// What could not be unpacked.
    pub(crate) findings: Vec<Finding>,
}

/// Unpacks an archive: `file` is which one it is of all that was brought.
pub(crate) fn unpack(bytes: &[u8], file: usize) -> Unpacked {
    let mut unpacked = Unpacked::default();
    match ZipArchive::new(Cursor::new(bytes)) {
        Err(error) => unpacked.report(FindingKind::Broken(error.to_string()), "", file),
        Ok(mut archive) => unpacked.add_all(&mut archive, file),
    }
    unpacked
}

impl Unpacked {
    fn report(&mut self, kind: FindingKind, entry: &str, file: usize) {
        let origin = Origin { file, place: Place::Entry(entry.to_owned()) };
        self.findings.push(Finding { origin, kind });
    }

    fn add_all(&mut self, archive: &mut ZipArchive<Cursor<&[u8]>>, file: usize) {
        let (mut left, mut seen) = (MOST_BYTES, 0);
        for index in 0..archive.len() {
            if seen >= MOST_FILES {
                return self.report(FindingKind::TooMany { most: MOST_FILES }, "", file);
            }
            let mut entry = match archive.by_index(index) {
                Ok(entry) => entry,
                Err(error) => {
                    self.report(FindingKind::Broken(error.to_string()), &index.to_string(), file);
                    seen += 1;
                    continue;
                }
            };
            let name = label(&String::from_utf8_lossy(entry.name_raw()));
            if entry.is_dir() || is_of_the_system(&name) {
                continue;
            }
            seen += 1;
            // What the archive says of its sizes may be a lie: what comes out is counted.
            let most = LARGEST.min(left);
            let mut bytes = Vec::new();
            match entry.by_ref().take(most + 1).read_to_end(&mut bytes) {
                Err(error) => self.report(FindingKind::Broken(error.to_string()), &name, file),
                Ok(length) if length as u64 > most => {
                    self.report(FindingKind::TooLarge { most }, &name, file);
                    left = left.saturating_sub(most);
                }
                Ok(length) => {
                    left -= length as u64;
                    self.files.push((name, bytes));
                }
            }
        }
    }
}

/// A name as people read it: without what would lead out of a folder, and without control characters.
fn label(name: &str) -> String {
    let name = name.replace('\\', "/").replace(char::is_control, "");
    let parts = name.split('/').filter(|part| !part.is_empty() && *part != "." && *part != "..");
    parts.collect::<Vec<_>>().join("/")
}

/// What systems put into archives beside what somebody packed.
fn is_of_the_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&last)
}
