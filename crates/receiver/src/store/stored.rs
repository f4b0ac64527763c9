//! What became of what was to be stored.

use huso_registration::Receipt;

/// What became of a submission, or of sessions that were added to one.
#[derive(Debug, PartialEq)]
pub enum Stored {
    /// It is stored now.
    New(Receipt),
    /// It was stored before: how it stands.
    Before(Receipt),
    /// Its id was stored before, with other answers.
    Reused,
    /// It is not stored, and was never.
    Not,
    /// It is not stored: the person is registered already.
    AlreadyRegistered,
    /// It is not stored: it came from a machine.
    Automatic,
    /// It is not stored: the invitation code is none, or is used up.
    NoInvitation,
    /// It is not stored: the invitation is not for these sessions, or not for this audience.
    OtherInvitation,
    /// It is not stored: it comes too soon. After these seconds one more is taken.
    TooMany(u64),
    /// They are not added: with them the registration would have more than this.
    TooManySessions(u32),
    /// There is no such registration.
    Unknown,
    /// The token is none of this registration's.
    WrongToken,
    /// The registration is cancelled.
    Cancelled,
}
