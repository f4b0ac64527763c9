//! Event files from disk.

use anyhow::{Context as _, Result};
use huso_agenda::{Diagnostic, Lang, Severity, places};
use huso_registration::Event;
use std::io::Read as _;
use std::path::Path;

/// The text of a file, or of standard input for `-`.
pub fn read(file: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).context("standard input can't be read")?;
    } else {
        bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    }
    String::from_utf8(bytes)
        .with_context(|| format!("{} is not UTF-8: save it with that encoding", file.display()))
}

/// The event of a file and what is wrong with it.
pub fn event(file: &Path) -> Result<(Option<Event>, Vec<Diagnostic>)> {
    let (event, mut faults) = Event::parse(&read(file)?);
    places::hint(&mut faults);
    Ok((event, faults))
}

/// One line a fault: `agenda.json: error: sessions[2].start: …`.
pub fn report(file: &Path, faults: &[Diagnostic], lang: Lang) -> Vec<String> {
    let line = |fault: &Diagnostic| {
        format!("{}: {}: {}", file.display(), severity(fault.severity(), lang), fault.line(lang))
    };
    faults.iter().map(line).collect()
}

/// `error` or `warning`.
pub fn severity(severity: Severity, lang: Lang) -> String {
    let say = lang.organizer();
    match severity {
        Severity::Error => say.error,
        Severity::Warning => say.warning,
    }
    .to_lowercase()
}

/// Whether one of the faults is an error.
pub fn has_errors(faults: &[Diagnostic]) -> bool {
    faults.iter().any(|fault| fault.severity() == Severity::Error)
}
