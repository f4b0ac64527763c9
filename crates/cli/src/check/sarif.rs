//! What is found as a log of SARIF 2.1.0 (OASIS), for code scanning and editors.

use super::checked::{Checked, level};
use anyhow::Result;
use huso_agenda::Lang;
use huso_explain::Explanation;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// A log of one run.
pub fn log(all: &[Checked], lang: Lang) -> Result<String> {
    let codes: BTreeSet<_> = Checked::each(all).map(|(_, found)| found.finding.code()).collect();
    let rules: Vec<_> = codes.iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<_> = Checked::each(all).map(|(file, found)| result(file, found, lang)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "huso",
                "version": env!("CARGO_PKG_VERSION"),
                "language": lang.tag(),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

fn result(file: &Path, found: &Explanation, lang: Lang) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
    if let (Some(at), Some(physical)) = (found.position, physical.as_object_mut()) {
        physical.insert("region".into(), json!({ "startLine": at.line, "startColumn": at.column }));
    }
    let mut location = json!({ "physicalLocation": physical });
    if let (false, Some(location)) = (found.path.is_empty(), location.as_object_mut()) {
        location.insert("logicalLocations".into(), json!([{ "fullyQualifiedName": found.path }]));
    }
    let subject = Some(found.subject(lang)).filter(|subject| !subject.is_empty());
    let subject = subject.map(|subject| subject + ": ").unwrap_or_default();
    json!({
        "ruleId": found.finding.code(),
        "level": level(found.severity()),
        "message": { "text": subject + &found.message(lang) },
        "locations": [location],
    })
}

/// What a path has that a relative reference can't (RFC 3986, 4.2): a colon would end a scheme.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The file's address, relative to where the program runs if it was named so.
fn uri(file: &Path) -> String {
    if file == Path::new("-") {
        return "stdin".to_owned();
    }
    let path = file.display().to_string().replace(std::path::MAIN_SEPARATOR, "/");
    utf8_percent_encode(&path, NOT_IN_PATHS).to_string()
}
