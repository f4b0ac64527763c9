//! Sending a registration to a Huso receiver (docs/endpoints.md).

use super::{FetchFailure, fetch_text};
use huso_registration::wire::{RemoteFault, faults_of_problem};
use huso_registration::{Receipt, Submission};

/// Milliseconds a receiver may take to answer.
const LIMIT: u32 = 20_000;

/// What became of a submission.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is stored.
    Stored(Receipt),
    /// The receiver wants answers corrected.
    Refused(Vec<RemoteFault>),
    /// Registration is over.
    Closed,
    /// No answer. It may have arrived.
    Unreachable,
    /// No answer in time. It may have arrived.
    TimedOut,
    /// The receiver has more to do than it can.
    Busy,
    /// The receiver failed (5xx). It may have been stored.
    Broken(u16),
    /// The receiver won't have it, and doesn't say which answer is the reason.
    Rejected(u16),
    /// A success that is no receipt.
    Unreadable,
}

/// Sends a submission once.
pub async fn submit(address: &str, submission: &Submission) -> Outcome {
    let body = submission.to_json().to_string();
    let reply = match fetch_text(address, Some(&body), LIMIT).await {
        Ok(reply) => reply,
        Err(FetchFailure::Network) => return Outcome::Unreachable,
        Err(FetchFailure::TimedOut) => return Outcome::TimedOut,
    };
    match reply.status {
        200..300 => Receipt::from_json(&reply.body).map_or(Outcome::Unreadable, Outcome::Stored),
        410 => Outcome::Closed,
        429 | 503 => Outcome::Busy,
        500.. => Outcome::Broken(reply.status),
        status => match faults_of_problem(&reply.body) {
            faults if faults.is_empty() => Outcome::Rejected(status),
            faults => Outcome::Refused(faults),
        },
    }
}
