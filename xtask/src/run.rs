//! Running other programs, with progress.

use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The project's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A program started in the project's root.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Does one step and says what, and how long it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {title}");
    let start = Instant::now();
    let result = work().with_context(|| format!("failed: {title}"))?;
    println!("  {title}: done in {}", elapsed(start.elapsed()));
    Ok(result)
}

fn elapsed(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// Runs to the end, output passed through.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("could not start; run it by hand: {shown}"))?;
    if !status.success() {
        bail!("{status}; to repeat it: {shown}");
    }
    Ok(())
}

/// Runs to the end and returns what it printed; `None` if it can't be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs to the end, but no longer than `limit`. Says whether it succeeded.
pub fn run_within(command: &mut Command, limit: Duration) -> Result<bool> {
    let mut child = command.spawn().with_context(|| format!("could not start {}", shown(command)))?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// A program of this name on PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The tests for Node.js in a folder of the project, in order.
pub fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = std::fs::read_dir(root().join(folder))?
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    Ok(files)
}

/// Installs Debian packages, or says how to.
pub fn apt_install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if find("apt-get").is_none() || !root {
        bail!("these Debian packages, or what they are elsewhere, are missing; as root: {by_hand}");
    }
    let apt =
        |arguments: &[&str]| run(program("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments));
    apt(&["-qq", "update"]).with_context(|| format!("no network? by hand: apt-get update && {by_hand}"))?;
    let mut all = vec!["-qq", "install", "-y", "--no-install-recommends"];
    all.extend(packages);
    apt(&all).with_context(|| format!("no network? by hand: {by_hand}"))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
