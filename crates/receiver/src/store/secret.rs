//! The database's own key, and tokens of which it keeps hashes only.

use super::connection::Store;
use super::error::StoreError;
use sha2::{Digest as _, Sha256};

/// How many tokens of a registration are good at a time: each answer carries one, and of those that were lost on
/// their way nobody knows which arrived.
const TOKENS: usize = 8;

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

/// SHA-256 in hexadecimal.
pub(super) fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret))
}

/// A new token, and the list of hashes with its own added.
pub(super) fn add_token(hashes: &str) -> Result<(String, String), StoreError> {
    let mut token = [0; 16];
    getrandom::fill(&mut token)?;
    let token = hex::encode(token);
    let all: Vec<&str> = hashes.split_whitespace().collect();
    let kept = all.get((all.len() + 1).saturating_sub(TOKENS)..).unwrap_or_default();
    let hashes = [kept, &[hash(&token).as_str()]].concat().join(" ");
    Ok((token, hashes))
}

/// Whether a token is one of a list of hashes. Hashes are compared: how long that takes says nothing of a token.
pub(super) fn is_token_of(token: &str, hashes: &str) -> bool {
    let wanted = hash(token);
    hashes.split_whitespace().any(|one| one == wanted)
}
