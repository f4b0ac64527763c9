//! Whether the database can be written to.

use super::error::StoreError;
use super::handle::Store;
use super::rows::timestamp;
use huso_agenda::Instant;

impl Store {
    /// Writes one small row, which a database that is locked, gone, full or read-only can't.
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
        transaction.commit().await
    }
}
