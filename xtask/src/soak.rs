//! The receiver under load and faults, for a long time.

use crate::run::{program, root, run};
use crate::tools;
use anyhow::{Result, bail};

/// Unless told otherwise.
const MINUTES: &str = "30";

/// Builds, and runs bench/soak.
pub fn soak(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (minutes, seed) = match words.as_slice() {
        [] => (MINUTES, None),
        ["--seed", seed] => (MINUTES, Some(*seed)),
        [minutes] => (*minutes, None),
        [minutes, "--seed", seed] => (*minutes, Some(*seed)),
        _ => bail!("usage: cargo xtask soak [MINUTES] [--seed N]"),
    };
    tools::postgres()?;
    let packages = ["--package", "huso-cli", "--package", "huso-soak"];
    run(program("cargo").args(["build", "--release"]).args(packages))?;
    let folder = root().join("target/release");
    run(program(folder.join("huso-soak")).arg(folder.join("huso")).arg(minutes).args(seed))
}
