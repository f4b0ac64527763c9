//! The tools that a build needs, pinned here and nowhere else. npm's are pinned by package.json and
//! its lock file; wasm-bindgen's version is that of Cargo.lock, which it must equal.

use crate::run::{apt_install, find, output, program, root, run, step};
use crate::wasm_std;
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that cargo installs.
struct CargoTool {
    package: &'static str,
    binary: &'static str,
    version: Version,
    /// Whether its own lock file is used. Trunk doesn't compile without; wasm-bindgen-cli's names
    /// crates that some mirrors lack.
    locked: bool,
    /// Cargo features without which it has no program.
    features: &'static [&'static str],
    takes: &'static str,
}

enum Version {
    Is(&'static str),
    OfCargoLock(&'static str),
}

const CARGO_TOOLS: &[CargoTool] = &[
    CargoTool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: Version::OfCargoLock("wasm-bindgen"),
        locked: false,
        features: &[],
        takes: "2 min",
    },
    CargoTool {
        package: "trunk",
        binary: "trunk",
        version: Version::Is("0.21.14"),
        locked: true,
        features: &[],
        takes: "8 min",
    },
    CargoTool {
        package: "wasm_split_cli_support",
        binary: "wasm-split-cli",
        version: Version::Is("0.2.4"),
        locked: true,
        features: &["build-binary"],
        takes: "2 min",
    },
];

/// Firefox's driver, which Debian has not.
const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    binary: "geckodriver",
    version: Version::Is("0.37.1"),
    locked: true,
    features: &[],
    takes: "2 min",
};

/// Debian's browser for the tests, with a font for every script.
const BROWSER_PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-noto-core"];

/// Debian's Firefox, WebKitGTK with its driver, and a screen for it, which it needs.
const ENGINE_PACKAGES: &[&str] = &["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];

/// Debian's PostgreSQL, of which tests start a server of their own.
const DATABASE_PACKAGES: &[&str] = &["postgresql"];

/// Debian's WordPress with what it runs on. It brings Apache, which the tests don't use.
const WORDPRESS_PACKAGES: &[&str] = &[
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "mariadb-server-core",
    "php",
    "php-cgi",
    "php-cli",
    "php-mysql",
    "php-xml",
    "php-zip",
];

/// Folders that go first on PATH, and what else a build for WebAssembly needs.
pub struct Toolbox {
    folders: Vec<PathBuf>,
    compiler: wasm_std::Variables,
}

impl Toolbox {
    /// Installs what is missing.
    pub fn install() -> Result<Self> {
        let compiler = wasm_std::install()?;
        let mut folders = vec![root().join("node_modules/.bin")];
        for tool in CARGO_TOOLS {
            folders.extend(install(tool)?);
        }
        install_npm()?;
        Ok(Self { folders, compiler })
    }

    /// A command that finds the tools and, if it is cargo or calls it, can build for WebAssembly.
    pub fn command(&self, name: &str) -> Result<Command> {
        let mut path = self.folders.clone();
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut command = program(name);
        command.env("PATH", std::env::join_paths(path)?);
        // Cargo sets these for what it runs, which would bind cargo inside to the outer toolchain.
        for inherited in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "RUSTDOC"] {
            command.env_remove(inherited);
        }
        command.envs(self.compiler.iter().copied());
        Ok(command)
    }

    /// The same for a build that is published: where this machine has its sources is written into none of it, and
    /// clones at other paths build the same bytes.
    pub fn publishing(&self, name: &str) -> Result<Command> {
        let mut command = self.command(name)?;
        let sysroot = output(program("rustc").args(["--print", "sysroot"])).unwrap_or_default();
        let home = |variable, folder| {
            std::env::var_os(variable)
                .map(PathBuf::from)
                .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(folder)))
        };
        let sources = [
            (Some(PathBuf::from(sysroot).join("lib/rustlib/src/rust")), "/rust"),
            (home("CARGO_HOME", ".cargo"), "/cargo"),
            (Some(root()), "/huso"),
        ];
        let remaps = sources
            .iter()
            .filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from.as_ref()?.display())));
        // Paths may have spaces, which separate flags in the plain variable.
        command.env("CARGO_ENCODED_RUSTFLAGS", remaps.collect::<Vec<_>>().join("\u{1f}"));
        Ok(command)
    }
}

/// Installs a tool of cargo's unless PATH or the tools' folder has it in just this version. Returns
/// the folder it is in, if that is not on PATH.
fn install(tool: &CargoTool) -> Result<Option<PathBuf>> {
    let version = match tool.version {
        Version::Is(version) => version.to_owned(),
        Version::OfCargoLock(package) => {
            let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock")?;
            locked_version(&lock, package).with_context(|| format!("{package} is not in Cargo.lock"))?
        }
    };
    // One that doesn't say its version is not taken from PATH.
    let found = find(tool.binary).and_then(|binary| output(Command::new(binary).arg("--version")));
    if found.is_some_and(|found| found.ends_with(&version)) {
        return Ok(None);
    }
    let folder = tools_folder()?.join(format!("{}-{version}", tool.package));
    let binaries = folder.join("bin");
    // Cargo writes the program last.
    if !binaries.join(tool.binary).is_file() {
        let title = format!("installing {} {version} (about {}, once)", tool.package, tool.takes);
        step(&title, || {
            let mut cargo = program("cargo");
            cargo.args(["install", tool.package, "--version", &version, "--root"]).arg(&folder);
            cargo.args(["--features", &tool.features.join(",")]);
            if tool.locked {
                cargo.arg("--locked");
            }
            // Built apart from the workspace, whose settings are not for it.
            run(cargo.current_dir(std::env::temp_dir()))
        })
        .with_context(|| {
            let features = tool.features.iter().map(|feature| format!(" --features {feature}"));
            format!(
                "by hand: cargo install {} --version {version}{}",
                tool.package,
                features.collect::<String>()
            )
        })?;
    }
    Ok(Some(binaries))
}

/// Where tools are installed that are not on PATH.
pub fn tools_folder() -> Result<PathBuf> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("HUSO_TOOLS")
        .or_else(|| Some(variable("XDG_CACHE_HOME")?.join("huso/tools")))
        .or_else(|| Some(variable("HOME")?.join(".cache/huso/tools")))
        .context("HUSO_TOOLS, XDG_CACHE_HOME and HOME are all unset: there is no place for the tools")
}

/// A folder with a package of PyPI's in just this version, and what it needs: Python finds it there by
/// PYTHONPATH.
pub fn python_package(name: &str, version: &str) -> Result<PathBuf> {
    pip_install(name, version, &[])
}

/// A folder with a package of PyPI's in just this version and nothing else, for files in it: whether this
/// Python could run it does not matter.
pub fn python_files(name: &str, version: &str) -> Result<PathBuf> {
    pip_install(name, version, &["--no-deps", "--ignore-requires-python"])
}

fn pip_install(name: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let has_modules = || {
        let modules = ["-c", "import zoneinfo, pip"];
        find("python3").is_some() && output(Command::new("python3").args(modules)).is_some()
    };
    if !has_modules() {
        apt_install(&["python3", "python3-pip"]).context("Python 3.9 or newer with pip is needed")?;
    }
    let folder = tools_folder()?.join(format!("python-{name}-{version}"));
    // As wheels spell it (PyPA, binary distribution format).
    if folder.join(format!("{}-{version}.dist-info", name.replace('-', "_"))).is_dir() {
        return Ok(folder);
    }
    let package = format!("{name}=={version}");
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"];
    let by_hand =
        format!("python3 -m pip install {} --target {} {package}", options.join(" "), folder.display());
    step(&format!("installing {package} from PyPI"), || {
        run(program("python3").args(pip).arg(&folder).args(options).arg(&package))
    })
    .with_context(|| format!("no network? by hand: {by_hand}"))?;
    Ok(folder)
}

/// npm's packages, as the lock file has them.
pub fn install_npm() -> Result<()> {
    let (lock, installed) =
        (root().join("package-lock.json"), root().join("node_modules/.package-lock.json"));
    let time = |file: &PathBuf| std::fs::metadata(file).and_then(|data| data.modified());
    if matches!((time(&lock), time(&installed)), (Ok(lock), Ok(installed)) if lock <= installed) {
        return Ok(());
    }
    if find("npm").is_none() {
        bail!("npm is missing: install Node.js 20 or newer, on Debian: apt-get install nodejs npm");
    }
    step("installing npm packages (wasm-opt, esbuild, what drives browsers)", || {
        run(program("npm").args(["ci", "--no-audit", "--no-fund"])).context("by hand: npm ci")
    })
}

/// A browser for the tests.
pub struct Browser {
    /// Chromium.
    pub chromium: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, or installs them.
pub fn browser() -> Result<Browser> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    step("installing Chromium", || apt_install(BROWSER_PACKAGES))?;
    find_browser().context("no Chromium with ChromeDriver on PATH, even after installing them")
}

fn find_browser() -> Option<Browser> {
    let named = std::env::var_os("HUSO_CHROMIUM").map(PathBuf::from);
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let chromium = named.or_else(|| names.into_iter().find_map(find))?;
    Some(Browser { chromium, driver: find("chromedriver")? })
}

/// Finds Chromium, Firefox and WebKitGTK with their drivers, or installs them. Returns the variables by which
/// tests/engines finds them.
pub fn engines() -> Result<Vec<(&'static str, PathBuf)>> {
    let Browser { chromium, driver } = browser()?;
    let (firefox, webkit_driver) = match other_engines() {
        Some(found) => found,
        None => {
            step("installing Firefox and WebKitGTK", || apt_install(ENGINE_PACKAGES))?;
            other_engines()
                .context("no Firefox, WebKitWebDriver and xvfb-run on PATH, even after installing them")?
        }
    };
    let geckodriver = match install(&GECKODRIVER)? {
        Some(folder) => folder.join(GECKODRIVER.binary),
        None => PathBuf::from(GECKODRIVER.binary),
    };
    Ok(vec![
        ("HUSO_CHROMIUM", chromium),
        ("HUSO_CHROMEDRIVER", driver),
        ("HUSO_FIREFOX", firefox),
        ("HUSO_GECKODRIVER", geckodriver),
        ("HUSO_WEBKIT_DRIVER", webkit_driver),
    ])
}

/// Firefox, and WebKitGTK's driver.
fn other_engines() -> Option<(PathBuf, PathBuf)> {
    find("xvfb-run")?;
    find("xauth")?;
    Some((find("firefox-esr").or_else(|| find("firefox"))?, find("WebKitWebDriver")?))
}

/// Installs PostgreSQL unless it is there.
pub fn postgres() -> Result<()> {
    if huso_test_postgres::programs().is_some() {
        return Ok(());
    }
    step("installing PostgreSQL", || apt_install(DATABASE_PACKAGES))?;
    huso_test_postgres::programs()
        .context("no initdb in /usr/lib/postgresql or on PATH, even after installing it")?;
    Ok(())
}

/// Installs WordPress, PHP and MariaDB unless they are there.
pub fn wordpress() -> Result<()> {
    let files = ["/usr/share/wordpress/wp-load.php", "/usr/sbin/mariadbd"];
    let modules = ["-r", "new mysqli; new ZipArchive; new DOMDocument;"];
    let has_php = || output(Command::new("php").args(modules)).is_some();
    if files.iter().all(|file| Path::new(file).exists()) && has_php() {
        return Ok(());
    }
    step("installing WordPress, PHP and MariaDB", || apt_install(WORDPRESS_PACKAGES))
}

/// The version of a package in a Cargo.lock.
pub fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn versions_are_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
