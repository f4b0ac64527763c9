//! Event files and other texts from disk.

use anyhow::{Context as _, Result, anyhow};
use huso_agenda::{Diagnostic, Lang, Severity, encoding};
use huso_explain::{Explanation, open};
use huso_i18n::{Message as _, Texts as _};
use huso_registration::Event;
use std::io::{Read as _, Write as _};
use std::path::Path;
use tempfile::NamedTempFile;

/// The bytes of a file, or of standard input for `-`.
pub fn bytes(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).context("standard input can't be read")?;
    } else {
        bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    }
    Ok(bytes)
}

/// The text of a file, or of standard input for `-`; what is no UTF-8 text is refused in `lang`.
pub fn read(file: &Path, lang: Lang) -> Result<String> {
    let bytes = bytes(file)?;
    let refused = |problem| {
        let message = Diagnostic { place: String::new(), problem }.message(lang);
        anyhow!("{}: {message}", file.display())
    };
    encoding::text(&bytes).map(str::to_owned).map_err(refused)
}

/// Writes a file that nobody else may read: all of it, or the one that is there stays as it is.
pub fn write_private(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = NamedTempFile::new_in(folder).and_then(|mut new| {
        new.write_all(bytes)?;
        new.as_file().sync_all()?;
        new.persist(file).map_err(|error| error.error)
    });
    written.map(drop).with_context(|| format!("{} can't be written", file.display()))
}

/// The event of a file and what is wrong with it.
pub fn event(file: &Path) -> Result<(Option<Event>, Vec<Explanation>)> {
    Ok(open(&bytes(file)?))
}

/// What is printed of each fault: `agenda.json:12:14: error: sessions[2].start (“Opening”, id “a”): …`,
/// and the line with a mark under the place where the file is no JSON.
pub fn report(file: &Path, faults: &[Explanation], lang: Lang) -> Vec<String> {
    faults.iter().map(|fault| line(file, fault, lang)).collect()
}

fn line(file: &Path, fault: &Explanation, lang: Lang) -> String {
    let at = fault.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let place = Some(fault.place(lang)).filter(|place| !place.is_empty());
    let place = place.map(|place| place + ": ").unwrap_or_default();
    let severity = severity(fault.severity(), lang);
    let line = format!("{}{at}: {severity}: {place}{}", file.display(), fault.message(lang));
    match (&fault.excerpt, fault.position) {
        (Some(excerpt), Some(at)) => {
            let number = at.line.to_string();
            let margin = " ".repeat(number.len());
            format!("{line}\n  {number} | {}\n  {margin} | {}", excerpt.line(), excerpt.mark())
        }
        _ => line,
    }
}

/// `error`, `warning` or `note`.
pub fn severity(severity: Severity, lang: Lang) -> String {
    let texts = lang.frame();
    match severity {
        Severity::Error => texts.error,
        Severity::Warning => texts.warning,
        Severity::Note => texts.note,
    }
    .to_lowercase()
}

/// Whether one of the faults is an error.
pub fn has_errors(faults: &[Explanation]) -> bool {
    faults.iter().any(|fault| fault.severity() == Severity::Error)
}
