//! The compiler for WebAssembly. The standard library is built with the program, for size: 20 kB brotli
//! less than the ready-made one (docs/decisions/0004). Its source is rustup's, or Debian's on machines
//! whose network has package mirrors and nothing more.

use crate::run::{apt_install, find, output, program, run, run_within, step};
use anyhow::{Context as _, Result};
use std::path::Path;
use std::time::Duration;

/// Debian's Rust for the web, the standard library's source, and the linker.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];
/// A download of 4 MB on a slow line.
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// A compiler that can build the standard library is called with these variables.
pub type Variables = Vec<(&'static str, &'static str)>;

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Visitors: small, and a panic is a trap without words.
    Release,
    /// Tests: a panic says what it was.
    Test,
}

/// Building the standard library is not stable yet: the compiler has to be told that it may.
const BUILD_STD: &[(&str, &str)] = &[
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    // Apart from the other builds, which would be thrown away by these variables.
    ("CARGO_TARGET_DIR", "target/wasm"),
];

/// No words for panics, small sorts and number printing; and inlining as it compresses best.
const SMALL: &[(&str, &str)] = &[
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_WASM_RELEASE_PANIC", "immediate-abort"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none \
         -Zmerge-functions=disabled -Zmir-opt-level=4 -Cllvm-args=-inline-threshold=15",
    ),
];

/// The variables for a build, once there is a source to build from.
pub fn variables(purpose: Purpose, compiler: &Variables) -> Variables {
    let mut all = compiler.clone();
    all.extend(BUILD_STD);
    if purpose == Purpose::Release {
        all.extend(SMALL);
    }
    all
}

/// Finds or installs the standard library's source. Returns what selects the compiler.
pub fn install() -> Result<Variables> {
    let debian_wanted = std::env::var("HUSO_WASM").is_ok_and(|value| value == "debian");
    if !debian_wanted {
        if has_source("rustc", &[]) {
            return Ok(Vec::new());
        }
        if find("rustup").is_some() {
            let add = || run_within(program("rustup").args(["component", "add", "rust-src"]), RUSTUP_LIMIT);
            step("adding the standard library's source with rustup", add)?;
            if has_source("rustc", &[]) {
                return Ok(Vec::new());
            }
            println!("  rustup could not add it; trying Debian's packages");
        }
    }
    debian().context("by hand, where rustup can download: rustup component add rust-src")
}

/// Debian's Rust, whose source is in its sysroot.
fn debian() -> Result<Variables> {
    if !Path::new("/usr/bin/cargo").exists()
        || find("rust-lld").is_none()
        || !has_source("/usr/bin/rustc", &[])
    {
        step("installing Debian's Rust for the web", || apt_install(DEBIAN_PACKAGES))?;
    }
    if find("rustup").is_none() {
        return Ok(Vec::new());
    }
    let variables = vec![("RUSTUP_TOOLCHAIN", "debian")];
    if !has_source("rustc", &variables) {
        run(program("rustup").args(["toolchain", "link", "debian", "/usr"]))?;
    }
    Ok(variables)
}

fn has_source(rustc: &str, variables: &[(&str, &str)]) -> bool {
    let mut command = program(rustc);
    // Cargo sets it for what it runs, and it would win.
    command.env_remove("RUSTUP_TOOLCHAIN").envs(variables.iter().copied()).args(["--print", "sysroot"]);
    let manifest = "lib/rustlib/src/rust/library/std/Cargo.toml";
    output(&mut command).is_some_and(|sysroot| Path::new(&sysroot).join(manifest).exists())
}
