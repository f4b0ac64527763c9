//! Registrations: storing each once, adding to one, listing them.

use super::addition::{self, Addition};
use super::arrival::Arrival;
use super::error::StoreError;
use super::handle::Store;
use super::rows::{self, Registration, SetAside};
use super::stored::Stored;
use super::writer::Work;
use huso_agenda::Instant;

impl Store {
    /// Stores a submission once, and says whether there was a seat. `now` is asked when its turn has come, so that
    /// times have the order of the seats.
    ///
    /// # Errors
    /// [`StoreError`]; then it is not known whether it is stored. Who sends it again is told.
    pub async fn register(&self, arrival: Arrival, now: fn() -> Instant) -> Result<Stored, StoreError> {
        self.lines.write(Work::Register(Box::new(arrival)), now).await
    }

    /// All registrations of an event, or of all events, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn registrations(&self, event: Option<&str>) -> Result<Vec<Registration>, StoreError> {
        rows::all(&mut *self.connection().await?, event).await
    }

    /// What was set aside of an event, or of all events, in the order in which it came.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn set_aside(&self, event: Option<&str>) -> Result<Vec<SetAside>, StoreError> {
        rows::all_set_aside(&mut *self.connection().await?, event).await
    }

    /// Adds sessions to a registration, each with a seat or at the end of its line.
    ///
    /// # Errors
    /// [`StoreError`]; then it is not known whether they were added. They are added once, however often.
    pub async fn add_sessions(&self, addition: Addition, now: fn() -> Instant) -> Result<Stored, StoreError> {
        self.lines.write(Work::Add(addition), now).await
    }

    /// The registration of a submission, for whoever has one of its tokens.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn registration(
        &self,
        event: &str,
        submission: &str,
        token: &str,
    ) -> Result<Result<Registration, Stored>, StoreError> {
        addition::find(&mut *self.connection().await?, event, submission, token).await
    }
}
