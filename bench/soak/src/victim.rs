//! The database, and what happens to it.

use anyhow::{Context as _, Result};
use huso_test_postgres::{Durability, Server};
use huso_test_receiver::{Connection, Disk, Lock};
use tempfile::TempDir;

/// Megabytes of the disk; more than half an hour fills.
const ROOM: u32 = 2_000;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    Sqlite,
    /// A server of its own.
    Postgres,
}

impl Kind {
    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// A database that can be broken.
#[derive(Debug)]
pub struct Victim {
    /// As `--database` takes it.
    pub database: String,
    /// What it is broken by.
    pub means: Means,
    /// Its disk, where one could be mounted; it is filled.
    pub disk: Option<Disk>,
    _folder: TempDir,
}

/// What a database is broken by.
#[derive(Debug)]
pub enum Means {
    /// Other programs that open its file.
    Sqlite,
    /// Its server.
    Postgres(Server),
}

impl Victim {
    /// An empty database; on a disk of its own, where one can be mounted.
    pub fn new(kind: Kind) -> Result<Self> {
        let disk = Disk::mount(ROOM).inspect_err(|reason| println!("{}: {reason}", kind.title())).ok();
        let folder = TempDir::new()?;
        let place = disk.as_ref().map_or(folder.path(), Disk::path);
        let (database, means) = match kind {
            Kind::Sqlite => {
                let file = place.join("huso.db");
                (file.to_str().context("a folder's name")?.to_owned(), Means::Sqlite)
            }
            Kind::Postgres => {
                let server = match &disk {
                    Some(disk) => Server::start_in(disk.path(), Durability::Full)?,
                    None => Server::start(Durability::Full)?,
                };
                (server.database()?, Means::Postgres(server))
            }
        };
        Ok(Self { database, means, disk, _folder: folder })
    }

    /// Keeps others from writing: all of them, or those of the events' registrations.
    pub fn lock(&self) -> Result<Lock> {
        let begin = match self.means {
            Means::Sqlite => "BEGIN EXCLUSIVE",
            Means::Postgres(_) => "BEGIN; SELECT * FROM events FOR UPDATE",
        };
        Connection::open(&self.database)?.lock(begin)
    }

    /// Begins to read all of one moment.
    pub fn snapshot(&self) -> &'static str {
        match self.means {
            Means::Sqlite => "BEGIN",
            Means::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        }
    }
}
