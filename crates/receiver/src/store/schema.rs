//! The migrations by which each database gets its tables.

use sqlx::migrate::Migrator;

/// A migration that a database has, beside those of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Applied {
    /// It is ours.
    Known,
    /// We have none of its number, nor one behind it.
    Newer,
    /// Ours of its number is another.
    Another,
}

/// What is known of a migration that a database has.
pub(super) fn applied(known: &Migrator, version: i64, checksum: &[u8]) -> Applied {
    match known.iter().find(|one| one.version == version) {
        Some(one) if *one.checksum == *checksum => Applied::Known,
        None if known.iter().all(|one| one.version < version) => Applied::Newer,
        _ => Applied::Another,
    }
}

pub(super) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(super) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");
