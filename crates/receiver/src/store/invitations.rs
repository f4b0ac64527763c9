//! Making invitations.

use super::error::StoreError;
use super::handle::Store;
use super::invitation::{Invitation, normalized};
use super::rows::timestamp;
use super::token::hash;
use huso_agenda::Instant;

impl Store {
    /// Makes invitations of codes ([`new_code`], or somebody's own), of which hashes alone are kept.
    ///
    /// # Errors
    /// [`StoreError`], also for a code that is one already; then none is made.
    pub async fn invite(
        &self,
        event: &str,
        invitation: &Invitation,
        codes: &[String],
        now: Instant,
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        self.lock(&mut transaction, event).await?;
        let sessions = invitation.sessions.as_ref().map(serde_json::to_string).transpose()?;
        for code in codes {
            sqlx::query(
                "INSERT INTO invitations (event, code, uses, sessions, audience, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6)",
            )
            .bind(event)
            .bind(hash(&normalized(code)))
            .bind(i64::from(invitation.uses))
            .bind(&sessions)
            .bind(&invitation.audience)
            .bind(timestamp(now))
            .execute(&mut *transaction)
            .await
            .map_err(|error| match error.as_database_error() {
                Some(reason) if reason.is_unique_violation() => StoreError::CodeExists(code.clone()),
                _ => error.into(),
            })?;
        }
        transaction.commit().await
    }

    /// Whether an event has invitations.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn has_invitations(&self, event: &str) -> Result<bool, StoreError> {
        let query = sqlx::query("SELECT 1 FROM invitations WHERE event = $1 LIMIT 1").bind(event);
        Ok(query.fetch_optional(&mut *self.connection().await?).await?.is_some())
    }
}
