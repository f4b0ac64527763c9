//! Databases that are none yet, or never.

use crate::receiver::POSTGRES;
use huso_receiver::{Database, Store};
use tempfile::TempDir;

#[tokio::test]
async fn a_database_that_is_none_is_not_overwritten() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("huso.db");
    let database = Database::Sqlite(file.clone());
    assert!(Store::open_existing(&database).await.is_err());
    std::fs::write(&file, "a letter, not a database".repeat(100)).unwrap();
    let error = Store::open(&database).await.unwrap_err();
    assert!(error.to_string().contains("not a database"), "{error}");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("a letter"));
}

#[tokio::test]
async fn an_empty_postgres_database_is_not_written_to_by_who_only_reads() {
    let database = Database::Postgres(POSTGRES.database().unwrap());
    for _ in 0..2 {
        let error = Store::open_existing(&database).await.unwrap_err();
        assert!(matches!(error, huso_receiver::store::StoreError::Empty), "{error}");
    }
    Store::open(&database).await.unwrap();
    assert!(Store::open_existing(&database).await.is_ok());
}
