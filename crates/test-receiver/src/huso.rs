//! The program: served from, ended, asked for lists.

use crate::http::{Answer, Request};
use anyhow::{Context as _, Result, ensure};
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Output, Stdio};

/// A file size that is exceeded is an error like any other, not a signal that ends the program.
const SHELL: &str = r#"trap '' XFSZ; exec "$@""#;

/// The program and its database.
#[derive(Clone, Debug)]
pub struct Huso {
    /// The program `huso`.
    pub program: PathBuf,
    /// Files of the events that it takes registrations for.
    pub events: Vec<PathBuf>,
    /// As `--database` takes it.
    pub database: String,
    /// Where it listens.
    pub address: String,
}

/// A running `huso serve`. Dropping it kills it.
#[derive(Debug)]
pub struct Receiver {
    child: Child,
    address: String,
}

/// An address of this machine that nobody listens on.
///
/// # Errors
/// The system has none.
pub fn free_address() -> Result<String> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}

impl Huso {
    /// Starts `huso serve` without limits, and waits until it listens.
    ///
    /// # Errors
    /// It ended before it did.
    pub fn serve(&self) -> Result<Receiver> {
        let mut command = Command::new("sh");
        command.args(["-c", SHELL, "sh"]).arg(&self.program).arg("serve");
        for event in &self.events {
            command.arg("--event").arg(event);
        }
        command
            .args(["--database", &self.database, "--listen", &self.address])
            .args(["--limit-per-address", "0", "--limit-stored", "0", "--limit-per-form", "0"])
            .env("RUST_LOG", std::env::var("RUST_LOG").unwrap_or_else(|_| "off".to_owned()))
            .stdout(Stdio::piped());
        let mut child = command.spawn().with_context(|| self.program.display().to_string())?;
        let output = child.stdout.take().context("no output")?;
        let receiver = Receiver { child, address: self.address.clone() };
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        ensure!(line.starts_with("Huso listens on "), "huso serve did not start: {line:?}");
        Ok(receiver)
    }

    /// Runs another command on the database to its end.
    ///
    /// # Errors
    /// It can't be started.
    pub fn run(&self, arguments: &[&str]) -> Result<Output> {
        let mut command = Command::new(&self.program);
        command.args(arguments).args(["--database", &self.database]).stdin(Stdio::null());
        Ok(command.output()?)
    }

    /// Whether the program has such a command.
    pub fn has(&self, command: &str) -> bool {
        let help = Command::new(&self.program).args([command, "--help"]).output();
        help.is_ok_and(|help| help.status.success())
    }
}

impl Receiver {
    /// Asks `/readyz`: its status, or `None` without an answer.
    pub fn readiness(&self) -> Option<u16> {
        Request::get("/readyz").send(&self.address).map(|answer| answer.status)
    }

    /// Asks it for something.
    pub fn ask(&self, request: &Request) -> Option<Answer> {
        request.send(&self.address)
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: nothing is finished, nothing is flushed.
    ///
    /// # Errors
    /// It is gone already.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// SIGTERM, and waits for its end.
    ///
    /// # Errors
    /// It is gone already.
    pub fn terminate(mut self) -> Result<ExitStatus> {
        let sent = Command::new("kill").args(["-s", "TERM", &self.id().to_string()]).status()?;
        ensure!(sent.success(), "kill: {sent}");
        Ok(self.child.wait()?)
    }

    /// From now on it can't write into a file beyond that many bytes: a disk that is full. `None`: it can again.
    ///
    /// # Errors
    /// util-linux' prlimit is missing.
    pub fn limit_files(&self, bytes: Option<u64>) -> Result<()> {
        let soft = bytes.map_or_else(|| "unlimited".to_owned(), |bytes| bytes.to_string());
        let id = self.id().to_string();
        // The colon leaves the hard limit as it is, so that nobody needs root to go back.
        let set = Command::new("prlimit").args(["--pid", &id, &format!("--fsize={soft}:")]).status();
        let set = set.context("prlimit is missing; on Debian: apt-get install util-linux")?;
        ensure!(set.success(), "prlimit: {set}");
        Ok(())
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
