//! What rows of earlier versions lack.

use super::error::StoreError;
use super::handle::Store;
use super::rows::json;
use huso_registration::wire::Answers;
use sqlx::Row as _;

impl Store {
    /// Fills in who people are where earlier versions didn't note it: `who` says address and name by the answers.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is changed.
    pub async fn complete(
        &self,
        event: &str,
        who: impl Fn(&Answers) -> (Option<String>, String),
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let lacking = "SELECT id, answers FROM registrations
                       WHERE event = $1 AND fingerprint IS NULL AND person = '' AND erased_at IS NULL";
        for row in sqlx::query(lacking).bind(event).fetch_all(&mut *transaction).await? {
            let (_, name) = who(&json(&row, "answers", "registrations")?);
            if name.is_empty() {
                continue;
            }
            let update = sqlx::query("UPDATE registrations SET person = $1 WHERE id = $2").bind(name);
            update.bind(row.try_get::<i64, _>("id")?).execute(&mut *transaction).await?;
        }
        let lacking = "SELECT id, answers FROM set_aside WHERE event = $1 AND email IS NULL";
        for row in sqlx::query(lacking).bind(event).fetch_all(&mut *transaction).await? {
            let (Some(email), _) = who(&json(&row, "answers", "set_aside")?) else { continue };
            let update = sqlx::query("UPDATE set_aside SET email = $1 WHERE id = $2").bind(email);
            update.bind(row.try_get::<i64, _>("id")?).execute(&mut *transaction).await?;
        }
        transaction.commit().await
    }
}
