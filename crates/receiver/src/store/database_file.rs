//! What is wrong with SQLite's files.

use super::backup::problems;
use super::finding::Finding;
use crate::database_files::{free_space, with_end};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// Bytes that a disk has to have left: some hundred thousand registrations.
const ENOUGH_SPACE: u64 = 100_000_000;

/// Looks at the files of a database, and at what SQLite says of it.
pub(super) async fn examine(database: &Path) -> Result<Vec<Finding>, sqlx::Error> {
    let file = |wrong: io::Result<Vec<String>>| wrong.unwrap_or_else(|error| vec![error.to_string()]);
    Ok(vec![
        Finding {
            check: "file rights",
            wrong: file(rights(database)),
            mend: "chmod 600 these files, and chown them to the user that runs `huso serve`",
        },
        Finding {
            check: "disk space",
            wrong: file(space(database)),
            mend: "make room: a full disk stores nobody, and a backup needs as much as the database",
        },
        Finding {
            check: "journal mode",
            wrong: journal_mode(database).await?,
            mend: "start `huso serve`, which sets it; if this is said again, put the database on a disk of this machine: \
                   SQLite's log works on no network share",
        },
        Finding {
            check: "integrity",
            wrong: integrity(database).await,
            mend: "keep a copy of the file and its -wal, and `huso restore` the newest backup",
        },
    ])
}

/// Files of the database that others can read, or that belong to another user than it.
fn rights(database: &Path) -> io::Result<Vec<String>> {
    let owner = fs::metadata(database)?.uid();
    let mut wrong = Vec::new();
    for file in ["", "-wal", "-shm"].map(|end| with_end(database, end)) {
        let Ok(found) = fs::metadata(&file) else { continue };
        if found.mode() & 0o077 != 0 {
            wrong.push(format!("{}: others have rights to it ({:o})", file.display(), found.mode() & 0o777));
        }
        if found.uid() != owner {
            wrong.push(format!(
                "{}: its user is {}, that of the database {owner}",
                file.display(),
                found.uid()
            ));
        }
    }
    Ok(wrong)
}

fn space(database: &Path) -> io::Result<Vec<String>> {
    let free = free_space(database)?;
    let needed = fs::metadata(database)?.len().max(ENOUGH_SPACE);
    let megabytes = |bytes: u64| bytes / 1_000_000;
    let wrong = || format!("{} MB are free, {} MB are needed", megabytes(free), megabytes(needed));
    Ok(if free < needed { vec![wrong()] } else { Vec::new() })
}

async fn journal_mode(database: &Path) -> Result<Vec<String>, sqlx::Error> {
    let mut connection = options(database).connect().await?;
    let mode = sqlx::query_scalar::<_, String>("PRAGMA journal_mode").fetch_one(&mut connection).await;
    connection.close().await?;
    Ok(match mode {
        Ok(mode) if mode != "wal" => vec![format!("it is {mode}, not wal")],
        // What can't be read at all, `integrity` says.
        _ => Vec::new(),
    })
}

async fn integrity(database: &Path) -> Vec<String> {
    let found = async {
        let mut connection = options(database).connect().await?;
        let found = problems(&mut connection).await;
        connection.close().await?;
        found
    };
    found.await.unwrap_or_else(|error| vec![error.to_string()])
}

fn options(database: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(database)
}
