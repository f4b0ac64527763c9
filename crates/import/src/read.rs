//! What a reader makes of a file.

use crate::{Finding, Program};

/// What a reader makes of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What takes place.
    pub program: Program,
    /// What somebody has to know of it, in the file's order.
    pub findings: Vec<Finding>,
}
