//! What is found as workflow commands of GitHub Actions: annotations beside the lines of a change
//! (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).

use super::checked::Checked;
use huso_agenda::{Lang, Severity};
use huso_explain::Explanation;
use std::path::Path;

/// A command for each finding: `::error file=agenda.json,line=7,col=80,title=end-before-start::…`.
pub fn commands(all: &[Checked], lang: Lang) -> Vec<String> {
    Checked::each(all).map(|(file, found)| command(file, found, lang)).collect()
}

fn command(file: &Path, found: &Explanation, lang: Lang) -> String {
    let name = match found.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = vec![("title", found.finding.code().to_owned())];
    if file != Path::new("-") {
        properties.push(("file", file.display().to_string()));
    }
    if let Some(at) = found.position {
        properties.extend([("line", at.line.to_string()), ("col", at.column.to_string())]);
    }
    let properties: Vec<_> =
        properties.iter().map(|(key, value)| format!("{key}={}", property(value))).collect();
    let place = Some(found.place(lang)).filter(|place| !place.is_empty());
    let place = place.map(|place| place + ": ").unwrap_or_default();
    format!("::{name} {}::{}", properties.join(","), data(&(place + &found.message(lang))))
}

/// As the runner unescapes a command's text (actions/toolkit, `escapeData`).
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As it unescapes a property (`escapeProperty`).
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
