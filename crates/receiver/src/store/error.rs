//! Why the database could not do it.

use super::backup::BackupError;
use std::sync::Arc;

/// "Another connection has it locked."
const SQLITE_BUSY: u32 = 5;

/// Why the database could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It failed, or can't be reached.
    #[error("the database failed: {0}")]
    Database(sqlx::Error),
    /// It did not answer in time.
    #[error("the database did not answer in time")]
    Late,
    /// The file that was open is not the one at its path any more.
    #[error("the database's file was removed or replaced while it was open: put it back, and start again")]
    FileGone,
    /// There is hardly any room left for it.
    #[error("the database's disk is full: make room")]
    DiskFull,
    /// It is of a newer or a damaged version.
    #[error("the database could not be brought to this version: {0}")]
    Migration(sqlx::migrate::MigrateError),
    /// The copy from before a change of version could not be made.
    #[error("the database has to be brought to this version, but no copy of it can be made: {0}")]
    Copy(BackupError),
    /// Nothing of ours is in it.
    #[error("this database has no registrations: `huso serve` makes its tables")]
    Empty,
    /// `huso serve` was never started with this event.
    #[error("the database does not know how many seats {0:?} has: start `huso serve` with its file once")]
    UnknownEvent(String),
    /// An event has an invitation of this code.
    #[error("{0:?} is an invitation's code already: none was made")]
    CodeExists(String),
    /// A row holds what this program never writes.
    #[error("{table} {id} in the database can't be read")]
    Damaged {
        /// The table.
        table: &'static str,
        /// The row.
        id: String,
    },
    /// A registration can't be written as JSON.
    #[error("a registration could not be written: {0}")]
    Json(serde_json::Error),
    /// The computer has no random numbers.
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
    /// Several that were to be stored together failed together.
    #[error(transparent)]
    Shared(#[from] Arc<StoreError>),
    /// The program is about to end.
    #[error("the receiver is stopping")]
    Stopping,
}

impl StoreError {
    /// Of an error of SQLite's, whether another connection has the file locked: SQLITE_BUSY, which its extended codes
    /// have in their lowest byte (<https://sqlite.org/rescode.html>).
    pub(super) fn is_sqlite_busy(&self) -> bool {
        let error = match self {
            Self::Database(error) | Self::Migration(sqlx::migrate::MigrateError::Execute(error)) => error,
            _ => return false,
        };
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        code.and_then(|code| code.parse::<u32>().ok()).is_some_and(|code| code & 0xff == SQLITE_BUSY)
    }
}

// Each says in its own sentence what was behind it: as a source it would be said twice.

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Self::Migration(error)
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<getrandom::Error> for StoreError {
    fn from(error: getrandom::Error) -> Self {
        Self::Random(error)
    }
}
