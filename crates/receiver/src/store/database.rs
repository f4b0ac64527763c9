//! Which database, and connecting to it.

use super::error::StoreError;
use sqlx::any::{Any, AnyPoolOptions, install_default_drivers};
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, AnyPool, Connection as _, Row as _, Transaction};
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(super) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Connections to PostgreSQL. Registrations of one event queue for its lock; more would only wait.
const POSTGRES_CONNECTIONS: u32 = 8;

/// Where registrations are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// `postgres://user:password@host/name`
    Postgres(String),
}

impl Database {
    /// From what a person writes: `postgres://…` (or `postgresql://…`), a file's path, or `sqlite:` and
    /// the path.
    ///
    /// ```
    /// use huso_receiver::Database;
    /// assert_eq!(Database::parse("sqlite:huso.db"), Database::parse("huso.db"));
    /// let postgres = Database::parse("postgres://huso:secret@db.example.org/huso");
    /// assert_eq!(postgres.to_string(), "postgres://…@db.example.org/huso");
    /// ```
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Self::Postgres(text.to_owned());
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:"));
        Self::Sqlite(path.unwrap_or(text).into())
    }

    /// The address as sqlx wants it.
    fn url(&self, create: bool) -> String {
        match self {
            Self::Postgres(url) => url.clone(),
            Self::Sqlite(path) => {
                format!("sqlite:{}?mode={}", escaped(path), if create { "rwc" } else { "rw" })
            }
        }
    }
}

/// Without user and password.
impl Display for Database {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(out),
            Self::Postgres(url) => {
                let address = url.split('?').next().unwrap_or_default();
                match (address.split_once("://"), address.rsplit_once('@')) {
                    (Some((scheme, _)), Some((_, host))) => write!(out, "{scheme}://…@{host}"),
                    _ => out.write_str(address),
                }
            }
        }
    }
}

/// A path inside an address: `%` and `?` have another meaning there.
fn escaped(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

/// The database of registrations.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) pool: AnyPool,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sqlite,
    Postgres,
}

impl Store {
    /// Opens a database, creating its tables (and SQLite's file) and bringing them to this version where
    /// need be.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn open(database: &Database) -> Result<Self, StoreError> {
        Self::connect(database, true).await
    }

    /// Opens a database that has registrations.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn open_existing(database: &Database) -> Result<Self, StoreError> {
        Self::connect(database, false).await
    }

    async fn connect(database: &Database, create: bool) -> Result<Self, StoreError> {
        install_default_drivers();
        let url = database.url(create);
        // What is wrong is said at once; a pool would try again and then say only that it took too long.
        let mut first = AnyConnection::connect(&url).await?;
        let (kind, migrations, pool) = match database {
            Database::Sqlite(_) => {
                set_up(&mut first).await?;
                // SQLite has one writer at a time: with one connection they queue in the order they came.
                let options = AnyPoolOptions::new().max_connections(1);
                (Kind::Sqlite, &SQLITE, options.after_connect(|connection, _| Box::pin(set_up(connection))))
            }
            Database::Postgres(_) => {
                (Kind::Postgres, &POSTGRES, AnyPoolOptions::new().max_connections(POSTGRES_CONNECTIONS))
            }
        };
        first.close().await?;
        let pool = pool.acquire_timeout(Duration::from_secs(25)).connect(&url).await?;
        let store = Self { pool, kind };
        if !create && !store.has_tables().await? {
            return Err(StoreError::Empty);
        }
        migrations.run(&store.pool).await?;
        Ok(store)
    }

    async fn has_tables(&self) -> Result<bool, StoreError> {
        let tables = match self.kind {
            Kind::Sqlite => "SELECT count(*) FROM sqlite_master WHERE name = 'registrations'",
            Kind::Postgres => "SELECT count(to_regclass('registrations'))",
        };
        Ok(sqlx::query(tables).fetch_one(&self.pool).await?.try_get::<i64, _>(0)? > 0)
    }

    /// Begins to write.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        // Immediate: seats are counted under the lock under which they are taken.
        let begin = match self.kind {
            Kind::Sqlite => "BEGIN IMMEDIATE",
            Kind::Postgres => "BEGIN",
        };
        Ok(self.pool.begin_with(begin).await?)
    }

    /// The query of an event's row under which its registrations come one after the other: SQLite locks
    /// everything with the transaction, PostgreSQL this row.
    pub(super) fn locking_query(&self) -> &'static str {
        match self.kind {
            Kind::Sqlite => "SELECT * FROM events WHERE id = $1",
            Kind::Postgres => "SELECT * FROM events WHERE id = $1 FOR UPDATE",
        }
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Finishes what is under way and closes.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

async fn set_up(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    // Full: a receipt promises that the registration survives a power cut.
    let pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                   PRAGMA foreign_keys = ON";
    sqlx::raw_sql(pragmas).execute(connection).await?;
    Ok(())
}
