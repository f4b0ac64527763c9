//! The standard library for WebAssembly: rustup's, else one built with Debian's packages, for
//! machines whose network has package mirrors and nothing more.

use crate::run::{apt_install, find, output, program, run, run_within, step};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's Rust for the web, the standard library's source, and the linker.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];
/// A download of 30 MB on a slow line.
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// How to call the Rust that builds for WebAssembly.
#[derive(Default)]
pub struct Toolchain {
    /// Folders that go first on PATH.
    pub folders: Vec<PathBuf>,
    /// Variables.
    pub variables: Vec<(&'static str, &'static str)>,
}

/// Finds or installs the standard library.
pub fn install() -> Result<Toolchain> {
    let debian_wanted = std::env::var("HUSO_WASM").is_ok_and(|value| value == "debian");
    if !debian_wanted {
        if has_std("rustc", &[]) {
            return Ok(Toolchain::default());
        }
        if find("rustup").is_some() {
            let add = || run_within(program("rustup").args(["target", "add", TARGET]), RUSTUP_LIMIT);
            let added = step("adding Rust's WebAssembly target with rustup", add)?;
            if added && has_std("rustc", &[]) {
                return Ok(Toolchain::default());
            }
            println!("  rustup could not add it; trying Debian's packages");
        }
    }
    debian().with_context(|| format!("by hand, where rustup can download: rustup target add {TARGET}"))
}

/// Debian's Rust, with a standard library built into its sysroot.
fn debian() -> Result<Toolchain> {
    if !Path::new("/usr/bin/cargo").exists() || find("rust-lld").is_none() {
        step("installing Debian's Rust for the web", || apt_install(DEBIAN_PACKAGES))?;
    }
    if !has_std("/usr/bin/rustc", &[]) {
        step("building Rust's standard library for WebAssembly (about 1 min, once)", build_std)?;
    }
    if find("rustup").is_none() {
        return Ok(Toolchain { folders: vec!["/usr/bin".into()], variables: Vec::new() });
    }
    let variables = vec![("RUSTUP_TOOLCHAIN", "debian")];
    if !has_std("rustc", &variables) {
        run(program("rustup").args(["toolchain", "link", "debian", "/usr"]))?;
    }
    Ok(Toolchain { folders: Vec::new(), variables })
}

/// Whether the library is really there: `rustup target list` also names an interrupted download.
fn has_std(rustc: &str, variables: &[(&str, &str)]) -> bool {
    let mut command = program(rustc);
    command.env_remove("RUSTUP_TOOLCHAIN").envs(variables.iter().copied());
    let folder = output(command.args(["--print", "target-libdir", "--target", TARGET]));
    let is_std =
        |name: &str| name.starts_with("libstd") && !name.starts_with("libstd_") && name.ends_with(".rlib");
    folder.and_then(|folder| std::fs::read_dir(folder).ok()).is_some_and(|mut files| {
        files.any(|file| file.is_ok_and(|file| file.file_name().to_str().is_some_and(is_std)))
    })
}

fn build_std() -> Result<()> {
    let sysroot = output(program("/usr/bin/rustc").args(["--print", "sysroot"])).context("/usr/bin/rustc")?;
    let library = Path::new(&sysroot).join("lib/rustlib/src/rust/library").canonicalize()?;
    let built = std::env::temp_dir().join("huso-wasm-std");
    run(program("/usr/bin/cargo")
        .current_dir(std::env::temp_dir())
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked")
        .args(["build", "--release", "--locked", "--target", TARGET, "--target-dir"])
        .arg(&built)
        .arg("--manifest-path")
        .arg(library.join("sysroot/Cargo.toml")))?;
    let target = Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib");
    std::fs::create_dir_all(&target).context("not allowed to write there: run as root")?;
    for file in std::fs::read_dir(built.join(TARGET).join("release/deps"))? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libsysroot-") {
            std::fs::copy(file.path(), target.join(name))?;
        }
    }
    Ok(())
}
