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

/// The long run: every file in tests/engines, or the named ones.
pub fn all(names: &[String]) -> Result<()> {
    let named: Vec<_> = names.iter().map(|name| root().join(name)).collect();
    in_engines(if named.is_empty() { test_files("tests/engines")? } else { named })
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
