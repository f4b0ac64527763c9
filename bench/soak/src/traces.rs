//! What is left of people in the bytes of a database's files, also where no query finds it.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Result};

/// How everybody's name begins, however it was normalized.
const FIRST_NAME: &[u8] = b"ana ";
/// Hexadecimal digits of a submission's id, the rest of the name.
const DIGITS: usize = 16;

/// Ids of all whose names stand in a SQLite file or its log.
pub fn traces(database: &str) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for file in [database.to_owned(), format!("{database}-wal")] {
        match std::fs::read(file) {
            Ok(bytes) => found.extend(names(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

fn names(bytes: &[u8]) -> impl Iterator<Item = String> {
    let whole = bytes.windows(FIRST_NAME.len() + DIGITS);
    let named = whole.filter_map(|text| {
        let (name, id) = text.split_at_checked(FIRST_NAME.len())?;
        name.eq_ignore_ascii_case(FIRST_NAME).then_some(id)
    });
    named.map(|id| String::from_utf8_lossy(id).to_lowercase())
}
