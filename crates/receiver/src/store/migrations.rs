//! Bringing a database to this version.

use super::database::Database;
use super::error::StoreError;
use super::file_identity::create_private;
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, Connection as _};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

pub(super) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(super) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

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

/// A copy from before, beside the file: the way back. One that is there already is of the same version.
async fn keep_copy(connection: &mut AnyConnection, path: &Path) -> Result<(), StoreError> {
    let version: i64 =
        sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(&mut *connection).await?;
    let named = |end: String| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    // Another start may be writing the same copy.
    let mut chance = [0; 8];
    getrandom::fill(&mut chance)?;
    let (copy, unfinished) =
        (named(format!(".version-{version}")), named(format!(".unfinished-{}", hex::encode(chance))));
    if copy.exists() {
        return Ok(());
    }
    let failed = |error: std::io::Error| StoreError::Copy { path: copy.display().to_string(), error };
    create_private(&unfinished).map_err(failed)?;
    let written = sqlx::query("VACUUM INTO $1")
        .bind(unfinished.to_string_lossy().into_owned())
        .execute(connection)
        .await;
    let kept = match written {
        Ok(_) => File::open(&unfinished)
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(&unfinished, &copy)),
        Err(error) => Err(std::io::Error::other(error)),
    };
    if kept.is_err() {
        // What is left of it is of no use; should it stay, it is named as what it is.
        _ = fs::remove_file(&unfinished);
    }
    kept.map_err(failed)?;
    tracing::info!(copy = %copy.display(), "the database is brought to a newer version; this is a copy from before");
    Ok(())
}
