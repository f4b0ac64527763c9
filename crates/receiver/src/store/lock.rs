//! The lock under which seats are given.

use super::database::Kind;
use super::error::StoreError;
use super::seats::Capacities;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

/// Locks an event until the transaction ends, and says how many seats it has: its registrations come one after the
/// other. SQLite locks everything with the transaction, PostgreSQL this row.
pub(super) async fn lock(
    connection: &mut AnyConnection,
    kind: Kind,
    event: &str,
) -> Result<Capacities, StoreError> {
    if kind == Kind::Sqlite {
        return capacities(connection, event).await;
    }
    let query = "SELECT capacity, session_capacities FROM events WHERE id = $1 FOR UPDATE";
    read(sqlx::query(query).bind(event).fetch_optional(connection).await?, event)
}

/// How many seats an event has.
pub(super) async fn capacities(
    connection: &mut AnyConnection,
    event: &str,
) -> Result<Capacities, StoreError> {
    let query = "SELECT capacity, session_capacities FROM events WHERE id = $1";
    read(sqlx::query(query).bind(event).fetch_optional(connection).await?, event)
}

fn read(row: Option<AnyRow>, event: &str) -> Result<Capacities, StoreError> {
    let row = row.ok_or_else(|| StoreError::UnknownEvent(event.to_owned()))?;
    let damaged = || StoreError::Damaged { table: "events", id: event.to_owned() };
    let capacity = row.try_get::<Option<i64>, _>("capacity")?;
    Ok(Capacities {
        event: capacity.map(u32::try_from).transpose().map_err(|_| damaged())?,
        sessions: serde_json::from_str(row.try_get("session_capacities")?).map_err(|_| damaged())?,
    })
}
