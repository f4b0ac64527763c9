//! What was found of a database.

use serde::Serialize;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What, in English.
    pub check: &'static str,
    /// What is wrong with it, in English; empty where nothing is.
    pub wrong: Vec<String>,
    /// How to mend it, in English.
    pub mend: &'static str,
}
