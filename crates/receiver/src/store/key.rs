//! The database's own key.

use super::error::StoreError;
use super::handle::Store;

impl Store {
    /// A key, random when it is made, the same ever after.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn key(&self) -> Result<[u8; 32], StoreError> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        let mut transaction = self.begin().await?;
        sqlx::query("INSERT INTO secrets (name, value) VALUES ('key', $1) ON CONFLICT (name) DO NOTHING")
            .bind(hex::encode(key))
            .execute(&mut *transaction)
            .await?;
        let value: String = sqlx::query_scalar("SELECT value FROM secrets WHERE name = 'key'")
            .fetch_one(&mut *transaction)
            .await?;
        transaction.commit().await?;
        hex::decode_to_slice(value, &mut key)
            .map_err(|_| StoreError::Damaged { table: "secrets", id: "key".into() })?;
        Ok(key)
    }
}
