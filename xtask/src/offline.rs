//! What the organizer's page is made of, for its service worker.

use crate::run::{root, run};
use crate::tools::Toolbox;
use anyhow::{Context as _, Result};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

/// The service worker, in `embed/` and in `dist/`.
const WORKER: &str = "organizer-offline.js";
/// What the page offers besides what it is made of.
const OFFERED: &str = "examples/import";

/// Writes the service worker into `dist`, with the names of all files there and a number that changes with them.
pub fn offline(toolbox: &Toolbox, dist: &Path) -> Result<()> {
    let mut names = files(dist, "")?;
    names.extend(files(&dist.join(OFFERED), &format!("{OFFERED}/"))?);
    names.retain(|name| name != WORKER);
    names.sort();
    let mut hasher = DefaultHasher::new();
    for name in &names {
        std::fs::read(dist.join(name)).with_context(|| name.clone())?.hash(&mut hasher);
    }
    // The folder itself is the page, under its other name.
    names.push("./".to_owned());
    run(toolbox
        .command("esbuild")?
        .arg(root().join("embed").join(WORKER))
        .args(["--minify", "--target=es2022", "--log-level=warning"])
        .arg(format!("--define:HUSO_BUILD=\"{:016x}\"", hasher.finish()))
        .arg(format!("--define:HUSO_FILES={}", serde_json::to_string(&names)?))
        .arg(format!("--outfile={}", dist.join(WORKER).display())))
}

/// The names of the files right in a folder, each after `prefix`; none where there is no folder.
fn files(folder: &Path, prefix: &str) -> Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.push(format!("{prefix}{}", entry.file_name().to_string_lossy()));
        }
    }
    Ok(names)
}
