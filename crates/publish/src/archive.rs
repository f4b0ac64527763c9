//! Files in one.

use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// What a file is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The event file.
    EventFile,
    /// What a webmaster pastes.
    Snippet,
    /// A page with the agenda.
    Page,
    /// A calendar.
    Calendar,
    /// A schedule for other programs.
    Schedule,
    /// A table.
    Table,
    /// A sheet to print.
    Sheet,
    /// An announcement.
    Announcement,
    /// A QR code.
    Code,
    /// Of the widget's package.
    Program,
    /// What says all this.
    Readme,
}

/// A file that is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Purpose,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file of a text in UTF-8.
    pub fn text(name: impl Into<String>, purpose: Purpose, text: impl Into<String>) -> Self {
        Self { name: name.into(), purpose, bytes: text.into().into_bytes() }
    }
}

/// A ZIP archive of some files. It has no dates, so that equal files make an equal archive.
///
/// # Errors
/// If two have one name.
pub fn zip(files: &[File]) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(file.name.as_str(), SimpleFileOptions::default())?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
