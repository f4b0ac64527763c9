//! Another program's connection to the receiver's database.

use anyhow::Result;
use sqlx::any::{AnyRow, install_default_drivers};
use sqlx::{AnyConnection, Connection as _, Executor as _, Row as _};
use tokio::runtime::{Builder, Runtime};

/// A connection, for those who have no runtime of their own.
#[derive(Debug)]
pub struct Connection {
    runtime: Runtime,
    connection: AnyConnection,
}

/// The database is locked for writers until this is dropped.
#[derive(Debug)]
pub struct Lock(Connection);

impl Connection {
    /// Connects to what `--database` names, which has to be there.
    ///
    /// # Errors
    /// It isn't.
    pub fn open(database: &str) -> Result<Self> {
        install_default_drivers();
        let url = match database {
            postgres if postgres.starts_with("postgres://") => postgres.to_owned(),
            file => format!("sqlite:{file}?mode=rw"),
        };
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let connection = runtime.block_on(AnyConnection::connect(&url))?;
        Ok(Self { runtime, connection })
    }

    /// Does what is written.
    ///
    /// # Errors
    /// The database's.
    pub fn execute(&mut self, statements: &'static str) -> Result<()> {
        self.runtime.block_on(self.connection.execute(sqlx::raw_sql(statements)))?;
        Ok(())
    }

    /// The rows of a query whose columns are all text; NULL is empty.
    ///
    /// # Errors
    /// The database's.
    pub fn rows(&mut self, query: &'static str) -> Result<Vec<Vec<String>>> {
        let rows = self.runtime.block_on(sqlx::query(query).fetch_all(&mut self.connection))?;
        let cell =
            |row: &AnyRow, column| row.try_get::<Option<String>, _>(column).map(Option::unwrap_or_default);
        let cells = |row: &AnyRow| (0..row.len()).map(|column| cell(row, column)).collect::<Result<_, _>>();
        Ok(rows.iter().map(cells).collect::<Result<_, _>>()?)
    }

    /// Begins a transaction that keeps others from writing: all of them in SQLite, those of the event's
    /// registrations in PostgreSQL.
    ///
    /// # Errors
    /// The database's.
    pub fn lock(mut self, begin: &'static str) -> Result<Lock> {
        self.execute(begin)?;
        Ok(Lock(self))
    }
}

impl Lock {
    /// Lets the others write again.
    ///
    /// # Errors
    /// The database ended the transaction itself.
    pub fn release(mut self) -> Result<()> {
        self.0.execute("ROLLBACK")
    }
}
