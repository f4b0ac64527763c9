//! A file, and what is said of it.

use crate::files;
use anyhow::Result;
use huso_agenda::Severity;
use huso_agenda::chrono::DateTime;
use huso_explain::Explanation;
use std::path::Path;

/// A file, and what is said of it.
pub struct Checked<'a> {
    /// The file; `-` is standard input.
    pub file: &'a Path,
    /// What is wrong with it, and what could be better, in the order of its lines.
    pub findings: Vec<Explanation>,
}

impl<'a> Checked<'a> {
    /// Reads a file and looks at it as it is now.
    pub fn read(file: &'a Path) -> Result<Self> {
        let now = DateTime::from_timestamp(jiff::Timestamp::now().as_second(), 0).unwrap_or_default();
        let (_, findings) = huso_explain::check(&files::bytes(file)?, now);
        Ok(Self { file, findings })
    }

    /// Whether it has to be mended.
    pub fn has_errors(&self) -> bool {
        files::has_errors(&self.findings)
    }

    /// What is said of each file, one after another.
    pub fn each<'c>(all: &'c [Self]) -> impl Iterator<Item = (&'a Path, &'c Explanation)> {
        all.iter().flat_map(|checked| checked.findings.iter().map(|finding| (checked.file, finding)))
    }
}

/// A severity for programs, whatever the language.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
