//! The package for npm, of what is in dist/.

use crate::build::build;
use crate::integrity;
use crate::package::FOR_EDITORS;
use crate::run::{program, root, run, step};
use anyhow::{Context as _, Result};
use serde_json::{Map, Value};
use std::path::Path;

/// What is in the package besides the files that integrity.json names.
const MORE: &[&str] = &["event-file.schema.json", integrity::MANIFEST];

/// Makes target/npm/package and packs it as target/npm/huso-VERSION.tgz.
pub fn pack() -> Result<()> {
    build()?;
    let target = root().join("target/npm");
    if target.exists() {
        std::fs::remove_dir_all(&target)?;
    }
    let package = target.join("package");
    std::fs::create_dir_all(&package)?;
    step("packing the package for npm", || {
        fill(&package)?;
        run(program("npm").args(["pack", "--silent", "--pack-destination", ".."]).current_dir(&package))
    })
}

fn fill(package: &Path) -> Result<()> {
    let dist = root().join("dist");
    let manifest = std::fs::read_to_string(dist.join(integrity::MANIFEST)).context(integrity::MANIFEST)?;
    let hashes: Map<String, Value> = serde_json::from_str(&manifest)?;
    for name in hashes.keys().map(String::as_str).chain(MORE.iter().chain(FOR_EDITORS).copied()) {
        std::fs::copy(dist.join(name), package.join(name)).with_context(|| name.to_owned())?;
    }
    for name in ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"] {
        std::fs::copy(root().join(name), package.join(name))?;
    }
    let ours = root().join("integrations/npm");
    for name in ["README.md", "huso.server.js"] {
        std::fs::copy(ours.join(name), package.join(name))?;
    }
    let description = std::fs::read_to_string(ours.join("package.json"))?;
    let mut description: Map<String, Value> = serde_json::from_str(&description)?;
    description.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    std::fs::write(package.join("package.json"), serde_json::to_string_pretty(&description)? + "\n")
        .context("package.json")
}
