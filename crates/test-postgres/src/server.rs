//! Starting a server, and making databases on it.

use anyhow::{Context as _, Result, bail, ensure};
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

const SCRIPT: &str = include_str!("server.sh");

/// Whether what was committed survives a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// As PostgreSQL is by default.
    Full,
    /// Faster, for tests that cut no power.
    None,
}

/// A running server. Dropping it, or the end of the program, ends it.
#[derive(Debug)]
pub struct Server {
    child: Child,
    programs: PathBuf,
    /// Its socket is in there.
    folder: String,
    databases: AtomicU32,
}

impl Server {
    /// Starts a server. As root, which PostgreSQL refuses, it runs as the user `postgres`.
    ///
    /// # Errors
    /// PostgreSQL isn't installed, or doesn't start.
    pub fn start(durability: Durability) -> Result<Self> {
        let programs =
            programs().context("PostgreSQL is missing; on Debian, as root: apt-get install postgresql")?;
        let options = match durability {
            Durability::Full => "",
            Durability::None => "-c fsync=off -c synchronous_commit=off -c full_page_writes=off",
        };
        let mut command = if is_root()? {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        command.args(["-c", SCRIPT, "sh"]).arg(&programs).arg(options).current_dir("/");
        // Ctrl+C is for the tests; the server ends after them.
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context("PostgreSQL could not be started")?;
        let mut folder = String::new();
        BufReader::new(child.stdout.take().context("no output")?).read_line(&mut folder)?;
        ensure!(!folder.is_empty(), "PostgreSQL did not start: {}", child.wait()?);
        Ok(Self { child, programs, folder: folder.trim().to_owned(), databases: AtomicU32::new(0) })
    }

    /// Makes an empty database and returns its address.
    ///
    /// # Errors
    /// The server is gone.
    pub fn database(&self) -> Result<String> {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut command = Command::new(self.programs.join("createdb"));
        let status = command.args(["-U", "postgres", "-h", &self.folder, &name]).status()?;
        if !status.success() {
            bail!("createdb: {status}");
        }
        Ok(format!("postgres://postgres@localhost/{name}?host={}", self.folder))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The folder of the newest PostgreSQL's programs, where Debian has them or on PATH.
pub fn programs() -> Option<PathBuf> {
    let version = |folder: &Path| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = installed.filter_map(|one| Some((version(&one.path())?, one.path().join("bin")))).max();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = newest.into_iter().map(|(_, folder)| folder).collect();
    folders.extend(std::env::split_paths(&path));
    folders.into_iter().find(|folder| folder.join("initdb").is_file())
}

fn is_root() -> Result<bool> {
    let id = Command::new("id").arg("-u").output().context("id")?;
    Ok(id.stdout.trim_ascii() == b"0")
}
