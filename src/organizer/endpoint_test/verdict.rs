//! What came of a test.

use huso::browser::Answered;
use huso_registration::dialect::{Doubt, Outcome, Rejection};
use huso_registration::wire::{Receipt, RemoteFault};

/// What came of a test.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Nothing was sent: from pages with https browsers send nothing to addresses without.
    Insecure,
    /// No server answers there.
    Unreachable,
    /// A server answers, but not to pages of this origin (CORS).
    Forbidden,
    /// Nothing came in time.
    TimedOut,
    /// There is nothing at that address: HTTP status.
    Missing(u16),
    /// The address is there, and takes nothing from people: HTTP status.
    Closed(u16),
    /// It has more to do than it can: HTTP status.
    Busy(u16),
    /// It failed: HTTP status.
    Broken(u16),
    /// It answers otherwise than such a receiver does: HTTP status, and what it says of it.
    Foreign(u16, Option<String>),
    /// It understood, and won't have the answers: HTTP status, what it says of the whole, and of each.
    Rejected(u16, Option<String>, Vec<RemoteFault>),
    /// Its answers can't be read by pages.
    Unknown,
    /// It has stored it: HTTP status.
    Stored(u16, Option<Receipt>),
}

/// A check, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// A server answers.
    Connects,
    /// It answers to pages.
    Permits,
    /// There is something at the address.
    Exists,
    /// It is spoken to rightly.
    Understands,
    /// It takes the answers.
    Accepts,
}

impl Check {
    /// In their order.
    pub const ALL: [Self; 5] =
        [Self::Connects, Self::Permits, Self::Exists, Self::Understands, Self::Accepts];
}

impl Verdict {
    /// What an answer means. Where none came, whether the server can be reached otherwise.
    pub fn of(answered: Answered, is_reachable: bool) -> Self {
        let status = answered.reply.map(|reply| reply.status);
        match (status, answered.outcome) {
            (None, Outcome::Unconfirmed(Doubt::TimedOut)) => Self::TimedOut,
            (None, _) if is_reachable => Self::Forbidden,
            (None, _) => Self::Unreachable,
            (_, Outcome::Unconfirmed(Doubt::Opaque)) => Self::Unknown,
            (Some(status), Outcome::Confirmed(receipt)) => Self::Stored(status, receipt),
            (Some(status @ (404 | 410)), _) => Self::Missing(status),
            (Some(status @ (401 | 403 | 405)), _) => Self::Closed(status),
            (Some(status), Outcome::Unconfirmed(Doubt::Busy(_))) => Self::Busy(status),
            (Some(status), Outcome::Unconfirmed(Doubt::Broken(_))) => Self::Broken(status),
            (Some(status), Outcome::Unconfirmed(_)) => Self::Foreign(status, None),
            (Some(status), Outcome::Rejected(rejection)) => Self::rejected(status, rejection),
        }
    }

    fn rejected(status: u16, Rejection { faults, message, code, .. }: Rejection) -> Self {
        if faults.is_empty() && code.is_empty() {
            Self::Foreign(status, message)
        } else {
            Self::Rejected(status, message, faults)
        }
    }

    /// The check at which it broke; nothing if it didn't, or can't be known.
    pub fn broke_at(&self) -> Option<Check> {
        match self {
            Self::Insecure | Self::Unreachable | Self::TimedOut => Some(Check::Connects),
            Self::Forbidden => Some(Check::Permits),
            Self::Missing(_) | Self::Closed(_) => Some(Check::Exists),
            Self::Busy(_) | Self::Broken(_) | Self::Foreign(..) => Some(Check::Understands),
            Self::Rejected(..) => Some(Check::Accepts),
            Self::Unknown | Self::Stored(..) => None,
        }
    }

    /// Whether a check was passed; nothing if it wasn't reached, or can't be known.
    pub fn passed(&self, check: Check) -> Option<bool> {
        let place = |check: Check| Check::ALL.iter().position(|other| *other == check);
        match self.broke_at() {
            None if matches!(self, Self::Unknown) => (check == Check::Connects).then_some(true),
            None => Some(true),
            Some(broke) if broke == check => Some(false),
            Some(broke) => (place(check) < place(broke)).then_some(true),
        }
    }

    /// HTTP status, where one came.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Missing(status)
            | Self::Closed(status)
            | Self::Busy(status)
            | Self::Broken(status)
            | Self::Foreign(status, _)
            | Self::Rejected(status, ..)
            | Self::Stored(status, _) => Some(*status),
            Self::Insecure | Self::Unreachable | Self::Forbidden | Self::TimedOut | Self::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(outcome: Outcome) -> Answered {
        Answered { outcome, retry_after: None, reply: None }
    }

    #[test]
    fn the_chain_breaks_where_it_broke() {
        let passed = |verdict: Verdict| Check::ALL.map(|check| verdict.passed(check));
        assert_eq!(passed(Verdict::Missing(404)), [Some(true), Some(true), Some(false), None, None]);
        assert_eq!(passed(Verdict::Unreachable), [Some(false), None, None, None, None]);
        assert_eq!(passed(Verdict::Stored(201, None)), [Some(true); 5]);
        assert_eq!(passed(Verdict::Unknown), [Some(true), None, None, None, None]);
    }

    #[test]
    fn without_an_answer_the_server_may_be_there_all_the_same() {
        let network = || answered(Outcome::Unconfirmed(Doubt::Network));
        assert_eq!(Verdict::of(network(), true), Verdict::Forbidden);
        assert_eq!(Verdict::of(network(), false), Verdict::Unreachable);
        assert_eq!(Verdict::of(answered(Outcome::Unconfirmed(Doubt::TimedOut)), true), Verdict::TimedOut);
    }
}
