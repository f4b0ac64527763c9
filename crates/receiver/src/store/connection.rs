//! Connecting to the database, and transactions that leave nothing broken behind.

use super::database::{Database, Kind};
use super::error::StoreError;
use super::file_identity::{self, FileIdentity};
use super::migrations;
use sqlx::any::{Any, AnyPoolOptions, install_default_drivers};
use sqlx::pool::PoolConnection;
use sqlx::{AnyConnection, AnyPool, Connection as _, Row as _};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// Connections to PostgreSQL. Registrations of one event queue for its lock; more would only wait.
const POSTGRES_CONNECTIONS: u32 = 8;

/// How long a connection is waited for.
const ACQUIRE_LIMIT: Duration = Duration::from_secs(8);

/// How long a file that another start has locked is tried, and how often.
const OPEN_LIMIT: Duration = Duration::from_secs(6);
const OPEN_PAUSE: Duration = Duration::from_millis(20);

/// What every connection to SQLite is set to. Full: a receipt promises that the registration survives a power cut.
/// What is deleted is overwritten, so that what is erased can't be read from the file.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 6000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                               PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF";

/// The same of PostgreSQL: nobody waits for a lock for ever; where the server was told to confirm what is not on its
/// disk yet, here it is not; and what was prepared for empty tables goes by their indexes nevertheless.
const POSTGRES_SETTINGS: &str = "SELECT set_config('lock_timeout', '6s', false); \
     SELECT set_config('enable_seqscan', 'off', false); \
     SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

/// Connections to a database.
#[derive(Clone, Debug)]
pub(super) struct Connections {
    pool: AnyPool,
    kind: Kind,
    /// The file that connections opened; of PostgreSQL there is none.
    file: Option<Arc<FileIdentity>>,
}

impl Connections {
    /// Connects, and brings the tables to this version; with `create` makes what is missing. Who comes while another
    /// start makes the same file's tables or turns its log on waits: there SQLite says at once that it is locked,
    /// whatever its time limit, since two that wait for each other would wait for ever.
    pub(super) async fn open(database: &Database, create: bool) -> Result<Self, StoreError> {
        install_default_drivers();
        let began = Instant::now();
        loop {
            match Self::try_open(database, create).await {
                Err(error)
                    if database.kind() == Kind::Sqlite
                        && error.is_sqlite_busy()
                        && began.elapsed() < OPEN_LIMIT =>
                {
                    sleep(OPEN_PAUSE).await;
                }
                opened => return opened,
            }
        }
    }

    async fn try_open(database: &Database, create: bool) -> Result<Self, StoreError> {
        if let (Database::Sqlite(path), true) = (database, create) {
            file_identity::create_private(path).map_err(|error| StoreError::Database(error.into()))?;
        }
        // What is wrong is said at once; a pool would try again and then say only that it took too long.
        let mut first = AnyConnection::connect(&database.url()).await?;
        let kind = database.kind();
        set_up(&mut first, kind).await?;
        if !create && !has_tables(&mut first, kind).await? {
            return Err(StoreError::Empty);
        }
        migrations::run(&mut first, database).await?;
        first.close().await?;
        let file = match database {
            Database::Sqlite(path) => Some(Arc::new(FileIdentity::new(path))),
            Database::Postgres(_) => None,
        };
        let pool = pool(database, kind, file.clone()).await?;
        Ok(Self { pool, kind, file })
    }

    /// The database's file; of PostgreSQL there is none here.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.database())
    }

    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    /// A connection to the database that is there: not one to a file that somebody removed or replaced.
    pub(super) async fn acquire(&self) -> Result<PoolConnection<Any>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        if let Err(error) = self.check_file() {
            connection.close_on_drop();
            return Err(error);
        }
        Ok(connection)
    }

    /// Begins to write.
    pub(super) async fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        let connection = self.acquire().await?;
        let mut transaction = Transaction { connections: self, connection, is_over: false };
        sqlx::query(self.kind.begin()).execute(&mut *transaction).await?;
        Ok(transaction)
    }

    fn check_file(&self) -> Result<(), StoreError> {
        match &self.file {
            Some(file) if !file.is_same() => Err(StoreError::FileGone),
            _ => Ok(()),
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.pool.is_closed()
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }
}

/// A transaction. Whatever way it ends but by [`commit`](Self::commit), its connection is closed with it: SQLite
/// rolls some failures back by itself and others not, and a connection that can't be trusted is not used again.
pub(super) struct Transaction<'a> {
    connections: &'a Connections,
    connection: PoolConnection<Any>,
    is_over: bool,
}

impl Transaction<'_> {
    /// Makes it durable.
    pub(super) async fn commit(mut self) -> Result<(), StoreError> {
        sqlx::query("COMMIT").execute(&mut *self.connection).await?;
        // A file that was removed took what was written with it.
        self.connections.check_file()?;
        self.is_over = true;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if !self.is_over {
            self.connection.close_on_drop();
        }
    }
}

impl Deref for Transaction<'_> {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Transaction<'_> {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}

async fn pool(
    database: &Database,
    kind: Kind,
    file: Option<Arc<FileIdentity>>,
) -> Result<AnyPool, sqlx::Error> {
    let options = AnyPoolOptions::new()
        // SQLite has one writer at a time: with one connection they queue in the order they came.
        .max_connections(if kind == Kind::Sqlite { 1 } else { POSTGRES_CONNECTIONS })
        // Asking a file whether it is there says nothing; a server that was restarted has to be connected to anew.
        .test_before_acquire(kind == Kind::Postgres)
        // SQLite's connection lives as long as the program: what other programs lock, they lock for a moment.
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(ACQUIRE_LIMIT)
        .after_connect(move |connection, _| {
            let file = file.clone();
            Box::pin(async move {
                set_up(connection, kind).await?;
                if let Some(file) = file {
                    file.note();
                }
                Ok(())
            })
        });
    options.connect(&database.url()).await
}

async fn set_up(connection: &mut AnyConnection, kind: Kind) -> Result<(), sqlx::Error> {
    match kind {
        Kind::Sqlite => {
            sqlx::raw_sql(SQLITE_SETTINGS).execute(&mut *connection).await?;
            // Reading makes the log's file, whose identity is noted then.
            sqlx::query("SELECT count(*) FROM sqlite_master").fetch_one(connection).await?;
        }
        Kind::Postgres => {
            sqlx::raw_sql(POSTGRES_SETTINGS).execute(connection).await?;
        }
    }
    Ok(())
}

async fn has_tables(connection: &mut AnyConnection, kind: Kind) -> Result<bool, sqlx::Error> {
    let tables = match kind {
        Kind::Sqlite => "SELECT count(*) FROM sqlite_master WHERE name = 'registrations'",
        Kind::Postgres => "SELECT count(to_regclass('registrations'))",
    };
    Ok(sqlx::query(tables).fetch_one(connection).await?.try_get::<i64, _>(0)? > 0)
}
