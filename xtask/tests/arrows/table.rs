//! CONTRIBUTING's table.

use crate::{Uses, root};
use std::collections::BTreeMap;

/// The rows of the section: what stands in backquotes in the first column, and in the second.
fn rows() -> Vec<(String, Vec<String>)> {
    let page = std::fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let (_, section) = page.split_once("\n## What uses what\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let quoted =
        |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(|cell| quoted(&format!("`{cell}")));
        Some((cells.next()?.first()?.clone(), quoted(line.split('|').nth(2)?)))
    };
    section.lines().filter_map(row).collect()
}

/// The crates' rows: `huso-agenda`.
pub(crate) fn crates() -> Uses {
    rows().into_iter().filter(|(name, _)| !name.contains('/')).collect()
}

/// The modules' rows, by the folder that they are in: `crates/agenda/src/time`.
pub(crate) fn modules() -> BTreeMap<String, Uses> {
    let mut all: BTreeMap<String, Uses> = BTreeMap::new();
    for (name, uses) in rows() {
        if let Some((folder, module)) = name.rsplit_once('/') {
            all.entry(folder.to_owned()).or_default().insert(module.to_owned(), uses);
        }
    }
    all
}
