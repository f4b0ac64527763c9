//! Benchmarks: figures side by side, from one run on one machine.

use crate::run::{find, program, root, run};
use crate::test::in_browser;
use crate::tools;
use anyhow::{Result, bail};

/// Two of the machine's processors, so that figures of different machines can be compared.
const PROCESSORS: &str = "0,1";

/// Runs the named benchmark.
pub fn bench(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["zones"] => {
            // As visitors get it, but for panics, which have words.
            let profile = ["--profile", "wasm-bench", "--package", "huso-bench-zones", "--test", "zones"];
            in_browser(&[&profile[..], &["--", "--nocapture"]].concat())
        }
        ["receiver"] => receiver("10"),
        ["receiver", seconds] if seconds.parse::<u32>().is_ok() => receiver(seconds),
        _ => bail!("usage: cargo xtask bench zones | receiver [SECONDS]"),
    }
}

fn receiver(seconds: &str) -> Result<()> {
    tools::postgres()?;
    let packages = ["--package", "huso-cli", "--package", "huso-bench-receiver"];
    run(program("cargo").args(["build", "--release"]).args(packages))?;
    let bench = root().join("target/release/huso-bench-receiver");
    let mut command = match find("taskset") {
        Some(taskset) => {
            let mut command = program(taskset);
            command.args(["--cpu-list", PROCESSORS]).arg(bench);
            command
        }
        None => program(bench),
    };
    run(command.arg(root().join("target/release/huso")).arg(seconds))
}
