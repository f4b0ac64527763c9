//! Fuzzing with libFuzzer on the installed toolchain: coverage comes from LLVM's pass, which stable Rust can
//! be told to run. No sanitizer: what is tried is safe Rust, where a panic is what can go wrong.

use crate::run::{output, program, root, run, step};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// In fuzz/fuzz_targets.
const TARGETS: [&str; 10] = [
    "form_schema",
    "answers",
    "dialect_response",
    "multipart",
    "import_any",
    "import_calendar",
    "import_prose",
    "import_schedule",
    "import_table",
    "import_workbook",
];

/// As cargo-fuzz sets them, but for the sanitizer.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// Most bytes of a target's kept corpus, and of one input.
const MOST_BYTES: u64 = 20_000;
const LONGEST: u64 = 2_000;

/// Runs all targets, or the named ones, each for some seconds (300).
pub fn fuzz(arguments: &[String]) -> Result<()> {
    let mut seconds = 300;
    let mut targets = Vec::new();
    let mut keep = false;
    for word in arguments {
        match (word.parse::<u32>(), word.as_str()) {
            (Ok(number), _) => seconds = number,
            (_, "--keep") => keep = true,
            (_, name) if TARGETS.contains(&name) => targets.push(name),
            (_, other) => bail!("there is no target {other:?}; there are: {}", TARGETS.join(", ")),
        }
    }
    if targets.is_empty() {
        targets = TARGETS.to_vec();
    }
    let binaries = step("building the fuzz targets", build)?;
    for name in targets {
        step(&format!("{name}: {seconds} s"), || one(&binaries, name, seconds, keep))?;
    }
    Ok(())
}

fn build() -> Result<PathBuf> {
    let about = output(Command::new("rustc").arg("-vV")).context("rustc")?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let folder = root().join("target/fuzz");
    // With a target named, build scripts and macros are not instrumented.
    run(program("cargo")
        .args(["build", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target", host])
        .env("CARGO_TARGET_DIR", &folder)
        .env("RUSTFLAGS", FLAGS))?;
    Ok(folder.join(host).join("release"))
}

/// Goes on from the corpus and what earlier runs found. Stops at the first input that breaks a promise,
/// which is left in fuzz/artifacts.
fn one(binaries: &Path, name: &str, seconds: u32, keep: bool) -> Result<()> {
    let corpus = root().join("fuzz/corpus").join(name);
    let work = root().join("target/fuzz/corpus").join(name);
    let artifacts = root().join("fuzz/artifacts");
    for folder in [&corpus, &work, &artifacts] {
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    let prefix = format!("-artifact_prefix={}/{name}-", artifacts.display());
    let dictionary = root().join("fuzz/dictionaries").join(format!("{name}.dict"));
    let mut command = program(binaries.join(name));
    command.args([&work, &corpus]).arg(format!("-max_total_time={seconds}")).arg(&prefix);
    command.args([
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-max_len=4096",
        "-print_final_stats=1",
        "-verbosity=0",
    ]);
    if dictionary.is_file() {
        command.arg(format!("-dict={}", dictionary.display()));
    }
    run(&mut command)?;
    if keep { minimise(binaries, name, &work, &corpus) } else { Ok(()) }
}

/// Adds to the corpus, of the fewest inputs that together reach what all reach, the smallest first.
fn minimise(binaries: &Path, name: &str, work: &Path, corpus: &Path) -> Result<()> {
    let fewest = root().join("target/fuzz/fewest").join(name);
    let _ = std::fs::remove_dir_all(&fewest);
    std::fs::create_dir_all(&fewest)?;
    let long = format!("-max_len={LONGEST}");
    let mut command = program(binaries.join(name));
    run(command.args(["-set_cover_merge=1", "-verbosity=0", &long]).args([&fewest, work, corpus]))?;
    let mut files = Vec::new();
    for file in std::fs::read_dir(&fewest)? {
        let file = file?;
        files.push((file.metadata()?.len(), file.path()));
    }
    files.sort();
    let mut bytes = 0;
    for file in std::fs::read_dir(corpus)? {
        bytes += file?.metadata()?.len();
    }
    let mut count = 0;
    for (size, path) in &files {
        bytes += size;
        if bytes > MOST_BYTES {
            break;
        }
        count += 1;
        std::fs::copy(path, corpus.join(path.file_name().context("a file without a name")?))?;
    }
    println!("  {name}: {count} of {} inputs added", files.len());
    Ok(())
}
