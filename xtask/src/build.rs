//! dist/ and the native program.

use crate::offline::offline;
use crate::package::package;
use crate::run::{output, program, root, run, step};
use crate::tools::Toolbox;
use anyhow::{Context as _, Result};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// What dist/ is made of.
const INPUTS: &[&str] = &[
    "src",
    "crates",
    "embed",
    "styles",
    "locales",
    "examples",
    "docs",
    "xtask/src",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "package-lock.json",
];

/// Makes dist/ and target/release/huso.
pub fn build() -> Result<()> {
    let toolbox = Toolbox::install()?;
    step("building target/release/huso", || {
        run(program("cargo").args(["build", "--release", "--package", "huso-cli"]))
    })?;
    let stamp = root().join("target/dist.stamp");
    let inputs = hash_of_inputs()?;
    if root().join("dist/huso_bg.wasm").exists()
        && std::fs::read_to_string(&stamp).is_ok_and(|old| old == inputs)
    {
        println!("▸ dist/ is up to date");
        return Ok(());
    }
    step("building the organizer's page (about 1 min)", || {
        run(toolbox.publishing("trunk")?.args(["build", "--release"]))
    })?;
    step("building the embeddable package (about 1 min)", || package(&toolbox, &root().join("dist")))?;
    step("what the organizer's page keeps for working offline", || offline(&toolbox, &root().join("dist")))?;
    std::fs::write(stamp, inputs).context("target/dist.stamp")
}

/// A hash of the contents of everything that dist/ is made of, and of the compiler.
fn hash_of_inputs() -> Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&root().join(input), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    output(program("rustc").arg("--version")).hash(&mut hasher);
    for file in files {
        file.hash(&mut hasher);
        std::fs::read(&file).with_context(|| file.display().to_string())?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Collects what is in a folder, without what in it is a project of its own (package.rs).
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.join("package.json").exists() {
        return Ok(());
    }
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.push(path.to_owned());
    }
    Ok(())
}
