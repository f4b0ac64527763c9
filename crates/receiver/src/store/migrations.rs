//! Bringing a database to this version.

use super::backup::{BackupError, back_up};
use super::database::Database;
use super::error::StoreError;
use super::schema::{POSTGRES, SQLITE};
use crate::database_files::with_end;
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, Connection as _};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Makes the tables, or brings older ones to this version: all of it, or nothing.
pub(super) async fn run(connection: &mut AnyConnection, database: &Database) -> Result<(), StoreError> {
    match database {
        // Several first starts at once come one after the other: sqlx locks PostgreSQL, but not SQLite.
        Database::Sqlite(path) => {
            if is_older(connection, &SQLITE).await? {
                keep_copy(connection, path).await?;
            }
            let mut transaction = connection.begin_with("BEGIN EXCLUSIVE").await?;
            SQLITE.run(&mut *transaction).await?;
            transaction.commit().await?;
        }
        Database::Postgres(_) => POSTGRES.run(connection).await?,
    }
    Ok(())
}

/// Whether there is something in it that has to be changed.
async fn is_older(connection: &mut AnyConnection, migrations: &Migrator) -> Result<bool, StoreError> {
    let has_table = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'";
    if sqlx::query_scalar::<_, i64>(has_table).fetch_one(&mut *connection).await? == 0 {
        return Ok(false);
    }
    let version: Option<i64> =
        sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(connection).await?;
    let newest = migrations.iter().map(|migration| migration.version).max();
    Ok(version.is_some() && version < newest)
}

/// A copy from before, beside the file: the way back. One that is there already is left, and is the one if nothing was
/// written since.
async fn keep_copy(connection: &mut AnyConnection, path: &Path) -> Result<(), StoreError> {
    let version: i64 =
        sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(connection).await?;
    let copy = with_end(path, &format!(".version-{version}"));
    let copy = if copy.exists() && !is_newer(&copy, path) { with_time(&copy) } else { copy };
    match back_up(path, &copy, false).await {
        Ok(_) => {
            tracing::info!(copy = %copy.display(), "the database is of an earlier version: this is a copy of it")
        }
        Err(BackupError::Exists(_)) => {}
        Err(error) => return Err(StoreError::Copy(error)),
    }
    Ok(())
}

/// Whether a copy was made after the last change of the database.
fn is_newer(copy: &Path, database: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).ok();
    changed(copy) >= changed(database).max(changed(&with_end(database, "-wal")))
}

fn with_time(copy: &Path) -> PathBuf {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    with_end(copy, &format!("-{seconds}"))
}
