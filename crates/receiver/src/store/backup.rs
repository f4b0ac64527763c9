//! Copies of a SQLite database: one made while it is used, and one put in the place of a database that isn't.

use super::schema::{Applied, SQLITE, applied};
use crate::database_files::{folder, is_of_database, with_end};
use rustix::fs::{FlockOperation, fcntl_lock};
use rustix::io::Errno;
use rustix::process::{Flock, FlockOffsetType, FlockType, fcntl_getlk};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, Row as _, SqliteConnection};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt as _, fchown};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// How many registrations a database holds, by the event's id; cancelled ones are counted too.
pub type Contents = BTreeMap<String, u64>;

/// What a restored database holds, and where the one before it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What it holds.
    pub contents: Contents,
    /// What was there before, if there was something.
    pub kept: Option<PathBuf>,
}

/// Why there is no copy. Then nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is a file of this name.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// It is the database that would be copied.
    #[error("{} is the database itself", .0.display())]
    Itself(PathBuf),
    /// SQLite found something wrong.
    #[error("{} is damaged: {problems}", file.display())]
    Damaged {
        /// What was looked at.
        file: PathBuf,
        /// What SQLite says, in English.
        problems: String,
    },
    /// It has no registrations of ours.
    #[error("{} is no database of huso's", .0.display())]
    Foreign(PathBuf),
    /// A newer version has written it.
    #[error("{} is of a newer huso: its schema has number {version}, this one knows them up to {known}", file.display())]
    Newer {
        /// What was looked at.
        file: PathBuf,
        /// Of its newest migration.
        version: i64,
        /// Of the newest that this program has.
        known: i64,
    },
    /// Another process holds one of SQLite's locks on the database.
    #[error(
        "{} is open in {}: stop it first", file.display(),
        pid.map_or_else(|| "another process".to_owned(), |pid| format!("process {pid}"))
    )]
    InUse {
        /// The database.
        file: PathBuf,
        /// The process, if the system says which.
        pid: Option<i32>,
    },
    /// SQLite could not do it.
    #[error("{}: {error}", file.display())]
    Database {
        /// What it was reading or writing.
        file: PathBuf,
        /// Why not.
        error: sqlx::Error,
    },
    /// The system could not do it.
    #[error("{}: {error}", file.display())]
    File {
        /// What was to be read or written.
        file: PathBuf,
        /// Why not.
        error: io::Error,
    },
}

/// Copies a SQLite database, which may be in use, into a file that only its owner may read. The file is there
/// whole, checked and on the disk, or not at all; one that is there already is replaced only if `overwrite`.
/// Nothing is migrated. What a kill leaves beside it is named `.huso-….part`.
///
/// # Errors
/// [`BackupError`]
pub async fn back_up(database: &Path, file: &Path, overwrite: bool) -> Result<Contents, BackupError> {
    refuse_itself(database, file)?;
    if !overwrite && file.symlink_metadata().is_ok() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let (copy, contents) = copy(database, folder(file)).await?;
    place(copy, file, overwrite)?;
    Ok(contents)
}

/// Puts a copy of `file` in the place of a SQLite database that nobody uses, once it is found to be whole, of
/// huso and of no newer version. What was there is kept beside it under a name with `now`, an UTC time.
///
/// # Errors
/// [`BackupError`]
pub async fn restore(file: &Path, database: &Path, now: &str) -> Result<Restored, BackupError> {
    refuse_itself(database, file)?;
    refuse_in_use(database)?;
    let mut connection = open(file, true).await?;
    let checked = check(&mut connection, file).await;
    close(connection, file).await?;
    checked?;
    let (copy, contents) = copy(file, folder(database)).await?;
    let owned = give_to_owner(copy.as_file(), database);
    owned.map_err(|error| BackupError::File { file: database.to_owned(), error })?;
    settle(database).await;
    // Held until the new database is in its place: whoever comes meanwhile waits, or is told that it is locked.
    let lock = lock(database)?;
    let kept = keep(database, now)?;
    place(copy, database, true)?;
    drop(lock);
    Ok(Restored { contents, kept })
}

/// A checked copy in a folder, and what it holds.
async fn copy(database: &Path, folder: &Path) -> Result<(NamedTempFile, Contents), BackupError> {
    let temporary = tempfile::Builder::new().prefix(".huso-").suffix(".part").tempfile_in(folder);
    let temporary = temporary.map_err(|error| BackupError::File { file: folder.to_owned(), error })?;
    vacuum_into(database, temporary.path()).await?;
    sync(temporary.as_file(), temporary.path())?;
    let contents = examined(temporary.path(), database).await?;
    Ok((temporary, contents))
}

async fn vacuum_into(database: &Path, file: &Path) -> Result<(), BackupError> {
    let mut connection = open(database, false).await?;
    let copied = sqlx::query("VACUUM INTO $1").bind(file.to_string_lossy().into_owned());
    let copied = copied.execute(&mut connection).await;
    close(connection, database).await?;
    copied.map_err(failed(database))?;
    Ok(())
}

/// What a fresh copy holds, if it is whole. `database` is named where it isn't.
async fn examined(copy: &Path, database: &Path) -> Result<Contents, BackupError> {
    // Nobody else knows of it: SQLite needs no locks, nor files beside it.
    let options = SqliteConnectOptions::new().filename(copy).read_only(true).immutable(true);
    let mut connection = options.connect().await.map_err(failed(copy))?;
    let contents = match check(&mut connection, database).await {
        Ok(()) => contents(&mut connection, copy).await,
        Err(error) => Err(error),
    };
    close(connection, copy).await?;
    contents
}

/// Whether a database is whole, of huso and of no newer version.
async fn check(connection: &mut SqliteConnection, file: &Path) -> Result<(), BackupError> {
    let problems = problems(connection).await.map_err(failed(file))?;
    if !problems.is_empty() {
        return Err(BackupError::Damaged { file: file.to_owned(), problems: problems.join("; ") });
    }
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name IN ('registrations', '_sqlx_migrations')";
    let tables: i64 = sqlx::query_scalar(tables).fetch_one(&mut *connection).await.map_err(failed(file))?;
    if tables != 2 {
        return Err(BackupError::Foreign(file.to_owned()));
    }
    let versions = "SELECT version, checksum FROM _sqlx_migrations ORDER BY version DESC";
    let versions: Vec<(i64, Vec<u8>)> =
        sqlx::query_as(versions).fetch_all(connection).await.map_err(failed(file))?;
    for (version, checksum) in versions {
        match applied(&SQLITE, version, &checksum) {
            Applied::Known => {}
            Applied::Newer => {
                let known = SQLITE.iter().map(|one| one.version).max().unwrap_or_default();
                return Err(BackupError::Newer { file: file.to_owned(), version, known });
            }
            Applied::Another => return Err(BackupError::Foreign(file.to_owned())),
        }
    }
    Ok(())
}

/// What SQLite finds wrong in a database, in its words.
pub(super) async fn problems(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    let integrity = sqlx::query_scalar("PRAGMA integrity_check(5)").fetch_all(&mut *connection).await?;
    let mut problems: Vec<String> = integrity.into_iter().filter(|line| line != "ok").collect();
    for row in sqlx::query("PRAGMA foreign_key_check").fetch_all(connection).await?.iter().take(5) {
        let (table, parent): (&str, &str) = (row.try_get("table")?, row.try_get("parent")?);
        problems.push(format!("a row of {table} belongs to none of {parent}"));
    }
    Ok(problems)
}

async fn contents(connection: &mut SqliteConnection, file: &Path) -> Result<Contents, BackupError> {
    let query = "SELECT event, count(*) FROM registrations GROUP BY event";
    let rows: Vec<(String, i64)> = sqlx::query_as(query).fetch_all(connection).await.map_err(failed(file))?;
    Ok(rows.into_iter().map(|(event, count)| (event, count.unsigned_abs())).collect())
}

async fn open(file: &Path, read_only: bool) -> Result<SqliteConnection, BackupError> {
    let options = SqliteConnectOptions::new().filename(file).read_only(read_only);
    options.busy_timeout(Duration::from_secs(10)).connect().await.map_err(failed(file))
}

async fn close(connection: SqliteConnection, file: &Path) -> Result<(), BackupError> {
    connection.close().await.map_err(failed(file))
}

/// Moves what is in a database's log into it, so that nothing but its one file is left. What is too damaged for
/// that stays as it is.
async fn settle(database: &Path) {
    if let Ok(mut connection) = open(database, false).await {
        let _ = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await;
        let _ = connection.close().await;
    }
}

/// Refuses a database on which another process holds one of SQLite's locks, which whoever has a database with
/// a log open does all the time (sqlite.org/wal.html).
fn refuse_in_use(database: &Path) -> Result<(), BackupError> {
    match existing(database)?.and_then(|file| holder(&file)) {
        Some(pid) => Err(in_use(database, pid)),
        None => Ok(()),
    }
}

/// Takes all of SQLite's locks on a database at once, until the file is closed; `None` if there is no database.
/// Unlike SQLite's own ways, these work where it is damaged.
fn lock(database: &Path) -> Result<Option<File>, BackupError> {
    let Some(file) = existing(database)? else { return Ok(None) };
    match fcntl_lock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(Some(file)),
        Err(Errno::AGAIN | Errno::ACCESS) => Err(in_use(database, holder(&file).flatten())),
        Err(error) => Err(BackupError::File { file: database.to_owned(), error: error.into() }),
    }
}

/// Whether another process holds a lock, and which.
fn holder(file: &File) -> Option<Option<i32>> {
    let all = Flock {
        start: 0,
        // To the end, wherever it comes to be.
        length: 0,
        pid: None,
        typ: FlockType::WriteLock,
        offset_type: FlockOffsetType::Set,
    };
    let held = fcntl_getlk(file, &all).ok().flatten()?;
    Some(held.pid.map(|pid| pid.as_raw_nonzero().get()))
}

fn in_use(database: &Path, pid: Option<i32>) -> BackupError {
    BackupError::InUse { file: database.to_owned(), pid }
}

fn existing(database: &Path) -> Result<Option<File>, BackupError> {
    match OpenOptions::new().read(true).write(true).open(database) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(BackupError::File { file: database.to_owned(), error }),
    }
}

/// Gives what is there of a database that is to be replaced a second name, and says which; `None` if there is nothing.
/// No log stays, not even one whose database is gone: SQLite would read it into the new one.
fn keep(database: &Path, now: &str) -> Result<Option<PathBuf>, BackupError> {
    let before = with_end(database, &format!(".before-{now}"));
    let mut kept = None;
    for end in ["", "-wal", "-shm"] {
        let (old, second) = (with_end(database, end), with_end(&before, end));
        match std::fs::hard_link(&old, &second) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            linked => linked.map_err(|error| BackupError::File { file: second.clone(), error })?,
        }
        if !end.is_empty() {
            std::fs::remove_file(&old).map_err(|error| BackupError::File { file: old, error })?;
        }
        kept = kept.or(Some(second));
    }
    Ok(kept)
}

/// Whoever restores it, a database belongs to whom it belonged before; where there was none and the system lets us,
/// to the owner of its folder.
fn give_to_owner(copy: &File, database: &Path) -> io::Result<()> {
    let Ok(before) = std::fs::metadata(database) else {
        let _ = std::fs::metadata(folder(database)).and_then(|owner| give(copy, &owner));
        return Ok(());
    };
    give(copy, &before)
}

fn give(copy: &File, owner: &std::fs::Metadata) -> io::Result<()> {
    let now = copy.metadata()?;
    if (owner.uid(), owner.gid()) == (now.uid(), now.gid()) {
        return Ok(());
    }
    fchown(copy, Some(owner.uid()), Some(owner.gid()))
}

/// Gives a copy its name, so that it is there whole after a power cut too.
fn place(copy: NamedTempFile, file: &Path, overwrite: bool) -> Result<(), BackupError> {
    let placed = if overwrite { copy.persist(file) } else { copy.persist_noclobber(file) };
    placed.map_err(|failed| match failed.error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::Exists(file.to_owned()),
        _ => BackupError::File { file: file.to_owned(), error: failed.error },
    })?;
    let parent = folder(file);
    let opened = File::open(parent).map_err(|error| BackupError::File { file: parent.to_owned(), error })?;
    sync(&opened, parent)
}

fn sync(file: &File, path: &Path) -> Result<(), BackupError> {
    file.sync_all().map_err(|error| BackupError::File { file: path.to_owned(), error })
}

fn refuse_itself(database: &Path, file: &Path) -> Result<(), BackupError> {
    match is_of_database(file, database) {
        Ok(false) => Ok(()),
        Ok(true) => Err(BackupError::Itself(file.to_owned())),
        Err(error) => Err(BackupError::File { file: file.to_owned(), error }),
    }
}

fn failed(file: &Path) -> impl FnOnce(sqlx::Error) -> BackupError {
    move |error| BackupError::Database { file: file.to_owned(), error }
}
