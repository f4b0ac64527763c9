//! Starting a server, making databases on it, and taking it away from those who use it.

use anyhow::{Context as _, Result, bail, ensure};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

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
    /// To the script and from it.
    script: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
    programs: PathBuf,
    /// Its socket is in there.
    folder: String,
    databases: AtomicU32,
}

impl Server {
    /// Starts a server in `/tmp`. As root, which PostgreSQL refuses, it
    /// runs as the user `postgres`.
    ///
    /// # Errors
    /// PostgreSQL isn't installed, or doesn't start.
    pub fn start(durability: Durability) -> Result<Self> {
        Self::start_in(Path::new("/tmp"), durability)
    }

    /// The same in another folder, in which the user `postgres` may make one.
    ///
    /// # Errors
    /// The same.
    pub fn start_in(parent: &Path, durability: Durability) -> Result<Self> {
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
        command.args(["-c", SCRIPT, "sh"]).arg(&programs).args([options]).arg(parent).current_dir("/");
        // Ctrl+C is for the tests; the server ends after them.
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context("PostgreSQL could not be started")?;
        let input = child.stdin.take().context("no input")?;
        let mut output = BufReader::new(child.stdout.take().context("no output")?);
        let mut folder = String::new();
        output.read_line(&mut folder)?;
        ensure!(!folder.is_empty(), "PostgreSQL did not start: {}", child.wait()?);
        Ok(Self {
            child,
            script: Mutex::new(Some((input, output))),
            programs,
            folder: folder.trim().to_owned(),
            databases: AtomicU32::new(0),
        })
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

    /// Stops it, as an administrator does: who is connected is cut off, what they had not committed is undone.
    ///
    /// # Errors
    /// The script that runs it is gone.
    pub fn stop(&self) -> Result<()> {
        self.tell("stop")
    }

    /// Ends it as a power cut does.
    ///
    /// # Errors
    /// The script that runs it is gone.
    pub fn crash(&self) -> Result<()> {
        self.tell("crash")
    }

    /// Starts it again where it was stopped, crashed, or ended by itself.
    ///
    /// # Errors
    /// It doesn't start: its disk is full, for example.
    pub fn start_again(&self) -> Result<()> {
        self.tell("start")
    }

    /// psql on one of its databases, which does what is written after this. What psql prints is one value
    /// a line; it ends at the first error.
    pub fn psql(&self, database: &str) -> Command {
        let mut command = Command::new(self.programs.join("psql"));
        command.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]);
        command.arg(database).stdin(Stdio::null());
        command
    }

    /// Does what is written, statement after statement, and returns what psql prints.
    ///
    /// # Errors
    /// The first that fails, with PostgreSQL's reason.
    pub fn execute(&self, database: &str, statements: &[&str]) -> Result<String> {
        let mut psql = self.psql(database);
        statements.iter().for_each(|statement| {
            psql.args(["--command", statement]);
        });
        let output = psql.output().context("psql")?;
        ensure!(output.status.success(), "psql: {}", String::from_utf8_lossy(&output.stderr).trim());
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn tell(&self, command: &str) -> Result<()> {
        let mut script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        let (input, output) = script.as_mut().context("PostgreSQL has ended")?;
        writeln!(input, "{command}")?;
        let mut answer = String::new();
        output.read_line(&mut answer)?;
        ensure!(answer == "done\n", "PostgreSQL: {command}: {answer:?}");
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.script.get_mut().unwrap_or_else(PoisonError::into_inner).take();
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
