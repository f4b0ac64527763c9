//! The standard library for WebAssembly: rustup's, or, on machines whose network has package mirrors and
//! nothing more, built from Debian's source into Debian's Rust.

use crate::run::{apt_install, find, output, program, root, run, run_within, step};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's Rust for the web, the standard library's source, and the linker.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];
/// A download of 20 MB on a slow line.
const RUSTUP_LIMIT: Duration = Duration::from_secs(300);

/// A compiler with that library is called with these variables.
pub type Variables = Vec<(&'static str, &'static str)>;

/// Finds or installs the library. Returns what selects the compiler that has it.
pub fn install() -> Result<Variables> {
    let debian_wanted = std::env::var("HUSO_WASM").is_ok_and(|value| value == "debian");
    if !debian_wanted {
        if has_target("rustc", &[]) {
            return Ok(Vec::new());
        }
        if find("rustup").is_some() {
            let add = || {
                run_within(
                    program("rustup").env_remove("RUSTUP_TOOLCHAIN").args(["target", "add", TARGET]),
                    RUSTUP_LIMIT,
                )
            };
            step("adding the standard library for WebAssembly with rustup", add)?;
            if has_target("rustc", &[]) {
                return Ok(Vec::new());
            }
            println!("  rustup could not add it; trying Debian's packages");
        }
    }
    debian().with_context(|| format!("by hand, where rustup can download: rustup target add {TARGET}"))
}

/// Debian's Rust, with the library in its sysroot.
fn debian() -> Result<Variables> {
    if !Path::new("/usr/bin/cargo").exists() || find("rust-lld").is_none() || debian_source().is_err() {
        step("installing Debian's Rust for the web", || apt_install(DEBIAN_PACKAGES))?;
    }
    if !has_target("/usr/bin/rustc", &[]) {
        step("building the standard library for WebAssembly (about 40 s, once)", build_std)?;
    }
    if find("rustup").is_none() {
        return Ok(Vec::new());
    }
    let variables = vec![("RUSTUP_TOOLCHAIN", "debian")];
    if !has_target("rustc", &variables) {
        run(program("rustup").args(["toolchain", "link", "debian", "/usr"]))?;
    }
    Ok(variables)
}

/// Builds the library with Debian's Rust as rustup's is built, into its sysroot. This alone uses what is
/// unstable: the standard library's own source does.
fn build_std() -> Result<()> {
    let manifest = debian_source()?.join("sysroot/Cargo.toml");
    let work = root().join("target/debian-std");
    run(program("/usr/bin/cargo")
        .args(["build", "--release", "--locked", "--target", TARGET, "--manifest-path"])
        .arg(manifest)
        .env("CARGO_TARGET_DIR", &work)
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked"))?;
    let library = library("/usr/bin/rustc", &[]).context("/usr/bin/rustc knows no such target")?;
    std::fs::create_dir_all(&library)?;
    for file in std::fs::read_dir(work.join(TARGET).join("release/deps"))? {
        let path = file?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // libsysroot only names the others.
        if name.ends_with(".rlib") && !name.starts_with("libsysroot-") {
            std::fs::copy(&path, library.join(name))?;
        }
    }
    Ok(())
}

/// Where Debian's source of the standard library is.
fn debian_source() -> Result<PathBuf> {
    let sysroot = output(program("/usr/bin/rustc").args(["--print", "sysroot"])).context("/usr/bin/rustc")?;
    let source = Path::new(&sysroot).join("lib/rustlib/src/rust").canonicalize()?.join("library");
    if !source.join("sysroot/Cargo.toml").exists() {
        bail!("there is no standard library in {}", source.display());
    }
    Ok(source)
}

/// Whether a compiler has the library: rustup's files have a hash in their names, Debian's std has none.
fn has_target(rustc: &str, variables: &[(&str, &str)]) -> bool {
    let files = library(rustc, variables).and_then(|folder| std::fs::read_dir(folder).ok());
    let is_std = |name: &str| name == "libstd.rlib" || name.starts_with("libstd-");
    files.is_some_and(|mut files| {
        files.any(|file| file.is_ok_and(|file| is_std(&file.file_name().to_string_lossy())))
    })
}

/// The folder of a compiler's libraries for WebAssembly.
fn library(rustc: &str, variables: &[(&str, &str)]) -> Option<PathBuf> {
    let mut command = program(rustc);
    // Cargo sets it for what it runs, and it would win.
    command.env_remove("RUSTUP_TOOLCHAIN").envs(variables.iter().copied());
    output(command.args(["--print", "target-libdir", "--target", TARGET])).map(PathBuf::from)
}
