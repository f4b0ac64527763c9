//! The database's own key.

use super::database::Store;
use super::error::StoreError;
use sqlx::Row as _;

impl Store {
    /// A key, random when it is made, the same ever after.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn key(&self) -> Result<[u8; 32], StoreError> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        sqlx::query("INSERT INTO secrets (name, value) VALUES ('key', $1) ON CONFLICT (name) DO NOTHING")
            .bind(hex::encode(key))
            .execute(&self.pool)
            .await?;
        let row = sqlx::query("SELECT value FROM secrets WHERE name = 'key'").fetch_one(&self.pool).await?;
        hex::decode_to_slice(row.try_get::<&str, _>(0)?, &mut key)
            .map_err(|_| StoreError::Damaged { table: "secrets", id: "key".into() })?;
        Ok(key)
    }
}
