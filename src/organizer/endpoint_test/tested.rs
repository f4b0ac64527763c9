//! A test that was sent.

use crate::endpoint_test::verdict::Verdict;
use huso_agenda::chrono::TimeDelta;

/// A test that was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// Where to.
    pub address: String,
    /// The submission's id.
    pub id: String,
    /// What came of it.
    pub verdict: Verdict,
    /// What the server said, word for word.
    pub text: String,
    /// How long that took.
    pub took: TimeDelta,
}
