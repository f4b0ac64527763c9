//! What the events of a database have to give.

use super::database::Store;
use super::error::StoreError;
use super::seats::Capacities;
use sqlx::Row as _;
use std::collections::BTreeMap;

impl Store {
    /// How many seats each event has, by its id, as the last `huso serve` had it.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn capacities(&self) -> Result<BTreeMap<String, Capacities>, StoreError> {
        let rows = sqlx::query("SELECT * FROM events").fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((row.try_get("id")?, Capacities::read(row)?))).collect()
    }
}
