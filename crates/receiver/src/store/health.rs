//! Whether the database can be written to.

use super::error::StoreError;
use super::handle::Store;
use super::rows::timestamp;
use crate::database_files::free_space;
use huso_agenda::Instant;

/// Bytes that SQLite's disk has to have left. One small row may find its place in a file that is there already, where
/// a registration doesn't.
const LEAST_SPACE: u64 = 256 * 1024;

impl Store {
    /// Writes one small row, which a database that is locked, gone or read-only can't, and looks whether there is room
    /// for more.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn probe(&self, now: Instant) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query(
            "INSERT INTO health (id, checked_at) VALUES (1, $1)
             ON CONFLICT (id) DO UPDATE SET checked_at = excluded.checked_at",
        )
        .bind(timestamp(now))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        // A file system that doesn't say how much it has is taken at its word, the row that was written.
        match self.file().and_then(|file| free_space(file).ok()) {
            Some(left) if left < LEAST_SPACE => Err(StoreError::DiskFull),
            _ => Ok(()),
        }
    }
}
