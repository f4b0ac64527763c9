//! Cancelling, which lets others move up.

use super::error::StoreError;
use super::handle::Store;
use super::promote::{Promotion, Writing, promote};
use super::rows::{self, ORIGIN_KNOWN, Registration, timestamp};
use super::seats::{Capacities, Free, Freed};
use huso_agenda::Instant;
use sqlx::AnyConnection;

/// Which registrations are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The one.
    One,
    /// It, and what else came from the same network, as far as that is still known (a day).
    SameOrigin,
}

/// What came of a cancellation.
#[derive(Debug, PartialEq)]
pub enum Cancellation {
    /// These are cancelled now, and those got a seat, or one more.
    Done {
        /// Ids of the submissions.
        cancelled: Vec<String>,
        /// Who moved up.
        promoted: Vec<Promotion>,
    },
    /// It was cancelled then: RFC 3339, UTC.
    Before(String),
    /// Where it came from is not known any more.
    OriginForgotten,
    /// There is no such registration.
    Unknown,
    /// Several events have a registration of this id.
    SeveralEvents(Vec<String>),
}

impl Store {
    /// Cancels a registration by its submission's id, and in the same transaction gives its seats to
    /// those who have waited longest.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is changed.
    pub async fn cancel(
        &self,
        event: Option<&str>,
        submission: &str,
        extent: Extent,
        now: Instant,
    ) -> Result<Cancellation, StoreError> {
        let mut events = self.events_of(submission).await?;
        events.retain(|one| event.is_none_or(|event| event == one));
        let event = match events.as_slice() {
            [] => return Ok(Cancellation::Unknown),
            [one] => one,
            _ => return Ok(Cancellation::SeveralEvents(events)),
        };
        let mut transaction = self.begin().await?;
        let capacities = self.lock(&mut transaction, event).await?;
        let Some(one) = rows::find(&mut transaction, event, submission).await? else {
            return Ok(Cancellation::Unknown);
        };
        let all = match (extent, &one.origin, &one.cancelled_at) {
            (Extent::One, _, Some(at)) => return Ok(Cancellation::Before(at.clone())),
            (Extent::One, ..) => vec![one],
            (Extent::SameOrigin, None, _) => return Ok(Cancellation::OriginForgotten),
            (Extent::SameOrigin, Some(origin), _) => {
                rows::of_origin(&mut transaction, event, origin, now - ORIGIN_KNOWN).await?
            }
        };
        let promoted = cancel(&mut transaction, event, &capacities, &all, now).await?;
        transaction.commit().await?;
        let cancelled = all.into_iter().map(|one| one.submission).collect();
        Ok(Cancellation::Done { cancelled, promoted })
    }

    async fn events_of(&self, submission: &str) -> Result<Vec<String>, StoreError> {
        let mut connection = self.connection().await?;
        let query =
            sqlx::query_scalar("SELECT event FROM registrations WHERE submission = $1 ORDER BY event");
        Ok(query.bind(submission).fetch_all(&mut *connection).await?)
    }
}

/// Cancels registrations of an event that hold their seats still, and gives these to those who wait.
pub(super) async fn cancel(
    connection: &mut AnyConnection,
    event: &str,
    capacities: &Capacities,
    all: &[Registration],
    now: Instant,
) -> Result<Vec<Promotion>, StoreError> {
    let mut freed = Freed::default();
    for one in all {
        // Its sessions follow by the tables' triggers.
        sqlx::query("UPDATE registrations SET cancelled_at = $1 WHERE id = $2")
            .bind(timestamp(now))
            .bind(one.id)
            .execute(&mut *connection)
            .await?;
        freed.add(one);
    }
    let mut free = Free::given_back(connection, event, capacities, &freed).await?;
    promote(connection, event, &mut free, Writing::Everything, now).await
}
