//! Benchmarks: figures side by side, from one run on one machine.

use crate::build::build;
use crate::run::{find, program, root, run};
use crate::test::in_browser;
use crate::tools;
use anyhow::{Result, bail};
use std::ffi::OsStr;
use std::process::Command;

/// Two of the machine's processors, so that figures of different machines can be compared.
const PROCESSORS: &str = "0,1";

/// The one whose `<pretalx-schedule>` is measured beside Huso.
const PRETALX: &str = "2026.2.1";

/// Runs the named benchmark.
pub fn bench(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["zones"] => {
            // As visitors get it, but for panics, which have words.
            let profile = ["--profile", "wasm-bench", "--package", "huso-bench-zones", "--test", "zones"];
            in_browser(&[&profile[..], &["--", "--nocapture"]].concat())
        }
        ["page", options @ ..] => page(options),
        ["organizer", options @ ..] => organizer(options),
        ["receiver"] => receiver("10"),
        ["receiver", seconds] if seconds.parse::<u32>().is_ok() => receiver(seconds),
        _ => bail!(
            "usage: cargo xtask bench zones | page [OPTION…] | organizer [OPTION…] | receiver [SECONDS]"
        ),
    }
}

/// How long a visitor waits: bench/page, which says what the options are.
fn page(options: &[&str]) -> Result<()> {
    let pretalx = tools::python_files("pretalx", PRETALX)?;
    run(in_chromium("bench/page/main.mjs", options)?.env("HUSO_PRETALX", pretalx))
}

/// How long an organizer waits for what is typed: bench/organizer, which says what the options are.
fn organizer(options: &[&str]) -> Result<()> {
    run(&mut in_chromium("bench/organizer/main.mjs", options)?)
}

/// A benchmark for Node.js that drives Chromium. Builds the package unless one is given.
fn in_chromium(script: &str, options: &[&str]) -> Result<Command> {
    if options.iter().any(|option| option.starts_with("--dist")) {
        tools::install_npm()?;
    } else {
        build()?;
    }
    let mut command = on_two_processors("node");
    command.arg(script).args(options).env("HUSO_CHROMIUM", tools::browser()?.chromium);
    Ok(command)
}

fn receiver(seconds: &str) -> Result<()> {
    tools::postgres()?;
    let packages = ["--package", "huso-cli", "--package", "huso-bench-receiver"];
    run(program("cargo").args(["build", "--release"]).args(packages))?;
    let folder = root().join("target/release");
    run(on_two_processors(folder.join("huso-bench-receiver")).arg(folder.join("huso")).arg(seconds))
}

/// A command that runs on [`PROCESSORS`] where it can be told to.
fn on_two_processors(name: impl AsRef<OsStr>) -> Command {
    let Some(taskset) = find("taskset") else { return program(name) };
    let mut command = program(taskset);
    command.args(["--cpu-list", PROCESSORS]).arg(name);
    command
}
