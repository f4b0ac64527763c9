//! What is found as JSON (docs/organizers.md).

use super::checked::{Checked, level};
use anyhow::Result;
use huso_agenda::Lang;
use huso_explain::Explanation;
use serde::Serialize;
use std::path::Path;

/// Something that is said of a file. Keys may be added; none changes its meaning.
#[derive(Serialize)]
struct Finding<'a> {
    /// The file as it was named; `-` is standard input.
    file: String,
    /// From 1; `null` for what has no place in the file.
    line: Option<usize>,
    /// Characters from 1.
    column: Option<usize>,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// `end-before-start`
    code: &'static str,
    /// `sessions[2].end`; empty for the whole file.
    place: &'a str,
    /// Title and id of the session, speaker or field; empty outside of lists.
    subject: String,
    /// What is said, in the language asked for.
    message: String,
}

/// A list with one object a finding.
pub fn json(all: &[Checked], lang: Lang) -> Result<String> {
    let findings: Vec<_> = Checked::each(all).map(|(file, found)| finding(file, found, lang)).collect();
    Ok(serde_json::to_string_pretty(&findings)? + "\n")
}

fn finding<'a>(file: &Path, found: &'a Explanation, lang: Lang) -> Finding<'a> {
    Finding {
        file: file.display().to_string(),
        line: found.position.map(|at| at.line),
        column: found.position.map(|at| at.column),
        severity: level(found.severity()),
        code: found.finding.code(),
        place: &found.path,
        subject: found.subject(lang),
        message: found.message(lang),
    }
}
