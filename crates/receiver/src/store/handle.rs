//! The database of registrations, and what is done with it.

use super::connection::{Connections, Transaction};
use super::database::{Database, Kind};
use super::error::StoreError;
use super::lock::lock;
use super::seats::Capacities;
use super::writer::Lines;
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection};
use std::path::Path;

/// The database of registrations.
#[derive(Clone, Debug)]
pub struct Store {
    connections: Connections,
    /// What arrives, in its order.
    pub(super) lines: Lines,
}

impl Store {
    /// Opens a database, creating its tables (and SQLite's file) and bringing them to this version where
    /// need be.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn open(database: &Database) -> Result<Self, StoreError> {
        Ok(Self::new(Connections::open(database, true).await?))
    }

    /// Opens a database that has registrations.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn open_existing(database: &Database) -> Result<Self, StoreError> {
        Ok(Self::new(Connections::open(database, false).await?))
    }

    fn new(connections: Connections) -> Self {
        Self { lines: Lines::new(connections.clone()), connections }
    }

    pub(super) fn file(&self) -> Option<&Path> {
        self.connections.file()
    }

    pub(super) fn kind(&self) -> Kind {
        self.connections.kind()
    }

    /// A connection to read by.
    pub(super) async fn connection(&self) -> Result<PoolConnection<Any>, StoreError> {
        self.connections.acquire().await
    }

    /// Begins to write.
    pub(super) async fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        self.connections.begin().await
    }

    /// Locks an event until the transaction ends.
    pub(super) async fn lock(
        &self,
        connection: &mut AnyConnection,
        event: &str,
    ) -> Result<Capacities, StoreError> {
        lock(connection, self.kind(), event).await
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.connections.is_closed()
    }

    /// Finishes what is under way and closes.
    pub async fn close(&self) {
        self.connections.close().await;
    }
}
