//! The ZIP archives that XLSX and ODS files are, bounded before anything else reads them.

use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most bytes that all of an archive's files are unpacked to: a bomb has more.
const UNPACKED: u64 = 200 << 20;
/// Most files in it.
const FILES: usize = 10_000;

/// An archive of which no more than [`UNPACKED`] bytes come out: each file is unpacked once to know, for what the archive
/// says of sizes need not be so.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn bounded(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| fault.to_string())?;
    if archive.len() > FILES {
        return Err(format!("{} files", archive.len()));
    }
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        // A file that can't be unpacked is for its reader to tell of: it need not be one that is read.
        let Ok(file) = archive.by_index(index) else { continue };
        let unpacked = std::io::copy(&mut file.take(left), &mut std::io::sink()).unwrap_or_default();
        left -= unpacked.min(left);
        if left == 0 {
            return Err(format!("more than {UNPACKED} bytes"));
        }
    }
    Ok(archive)
}
