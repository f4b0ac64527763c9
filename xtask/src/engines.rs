//! Tests that are written once and run in Chromium, Firefox and WebKitGTK.

use crate::build::build;
use crate::run::{program, root, run, test_files};
use crate::tools;
use anyhow::Result;
use std::path::PathBuf;

/// The step of the gate.
pub fn smoke() -> Result<()> {
    in_engines(vec![root().join("tests/engines/smoke.test.mjs")])
}

/// The long run: every file in tests/engines and tests/host-pages, or the named ones.
pub fn all(names: &[String]) -> Result<()> {
    let mut files: Vec<_> = names.iter().map(|name| root().join(name)).collect();
    if files.is_empty() {
        for folder in ["tests/engines", "tests/host-pages"] {
            files.extend(test_files(folder)?);
        }
    }
    in_engines(files)
}

fn in_engines(files: Vec<PathBuf>) -> Result<()> {
    build()?;
    // WebKitGTK draws on a screen of its own.
    run(program("xvfb-run")
        .args(["--auto-servernum", "node", "--test", "--test-concurrency=1", "--test-timeout=600000"])
        .arg("--test-reporter=spec")
        .args(files)
        .envs(tools::engines()?)
        .env("HUSO_BIN", root().join("target/release/huso"))
        .env("HUSO_DIST", root().join("dist")))
}
