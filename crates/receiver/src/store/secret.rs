//! The database's own key.

use super::database::Store;
use super::error::StoreError;
use crate::hex;
use sqlx::Row as _;

impl Store {
    /// A key made by chance the first time, the same ever after.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn key(&self) -> Result<[u8; 32], StoreError> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        sqlx::query("INSERT INTO secrets (name, value) VALUES ('key', $1) ON CONFLICT (name) DO NOTHING")
            .bind(hex::write(&key))
            .execute(&self.pool)
            .await?;
        let row = sqlx::query("SELECT value FROM secrets WHERE name = 'key'").fetch_one(&self.pool).await?;
        hex::read(row.try_get(0)?)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(|| StoreError::Damaged { table: "secrets", id: "key".into() })
    }
}
