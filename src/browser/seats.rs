//! How many seats are left (docs/endpoints.md).

use super::fetch;
use huso_registration::wire::Seats;

/// Milliseconds that the answer may take: it is of the moment.
const LIMIT: u32 = 10_000;

/// What a server says of its seats.
#[derive(Clone, Debug, PartialEq)]
pub enum SeatsAnswer {
    /// These are left.
    Left(Seats),
    /// Nothing this time: no answer, or none that can be read.
    Unknown,
    /// It has nothing to say of seats: it is another's, or older than they are.
    Never,
}

/// Asks how many seats are left.
pub async fn seats(address: &str) -> SeatsAnswer {
    match fetch(address, None, LIMIT).await {
        Ok(reply) if reply.status == 404 => SeatsAnswer::Never,
        Ok(reply) => serde_json::from_slice(&reply.body).map_or(SeatsAnswer::Unknown, SeatsAnswer::Left),
        Err(_) => SeatsAnswer::Unknown,
    }
}
