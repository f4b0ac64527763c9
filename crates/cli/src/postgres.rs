//! What PostgreSQL's own programs do better.

use crate::Verdict;
use crate::output::print_lines;
use anyhow::{Context as _, Result, bail};
use std::path::Path;
use url::Url;

/// Prints the command that copies a database into a file; never done here.
pub fn dump(url: &str, file: &Path) -> Result<Verdict> {
    print(
        "backup",
        url,
        &format!("pg_dump --format=custom --file={}", quoted(&file.display().to_string())),
        "",
    )
}

/// Prints the command that puts such a file in the place of what the database holds; never done here.
pub fn restore(url: &str, file: &Path) -> Result<Verdict> {
    let command = "pg_restore --clean --if-exists --no-owner --single-transaction";
    print("restore", url, command, &format!(" {}", quoted(&file.display().to_string())))
}

fn print(what: &str, url: &str, command: &str, file: &str) -> Result<Verdict> {
    print_lines([format!("{command} --dbname={}{file}", quoted(&without_password(url)?))])?;
    bail!(
        "no {what}: PostgreSQL has its own programs for that. Run the command above; its password comes from \
         ~/.pgpass or the variable PGPASSWORD, since every user of the machine can read a command line"
    )
}

/// An address as a list of processes may show it.
fn without_password(url: &str) -> Result<String> {
    let mut url = Url::parse(url).context("--database")?;
    // Fails for addresses without a host, which have no password either.
    let _ = url.set_password(None);
    if url.query().is_some() {
        let pairs: Vec<_> = url.query_pairs().into_owned().filter(|(name, _)| name != "password").collect();
        url.query_pairs_mut().clear().extend_pairs(pairs);
    }
    Ok(url.into())
}

/// A word for a POSIX shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}
