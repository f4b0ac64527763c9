//! Databases that are none yet, or never.

use crate::receiver::POSTGRES;
use huso_receiver::{Database, Store};
use sqlx::{AnyConnection, Connection as _};
use std::path::Path;
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

/// Kind of fault: what two do at once, each having seen that it is not done. Here several first starts, of a database
/// that is new and of one that an earlier version made.
#[tokio::test]
async fn several_first_starts_at_once_are_one() {
    let folder = TempDir::new().unwrap();
    let earlier = folder.path().join("earlier.db");
    let stored =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compat/receiver/registrations.sqlite");
    std::fs::copy(stored, &earlier).unwrap();
    let new = Database::Sqlite(folder.path().join("new.db"));
    for database in [new, Database::Sqlite(earlier.clone()), Database::Postgres(POSTGRES.database().unwrap())]
    {
        let start = || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let store = Store::open(&database).await.unwrap();
                let key = store.key().await.unwrap();
                store.close().await;
                key
            })
        };
        let keys: Vec<_> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
            starts.into_iter().map(|start| start.join().unwrap()).collect()
        });
        assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{database}");
    }
    // The copy from before is whole, and the only one.
    let copy = folder.path().join("earlier.db.version-2");
    let mut connection = AnyConnection::connect(&format!("sqlite:{}", copy.display())).await.unwrap();
    let count = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM registrations");
    assert_eq!(count.fetch_one(&mut connection).await.unwrap(), 7);
    let names = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name());
    assert!(names.into_iter().all(|name| !name.to_string_lossy().contains("unfinished")));
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("huso.db");
    let rights = || {
        let files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        files.map(|file| std::fs::metadata(file).unwrap().permissions().mode() & 0o777).collect::<Vec<_>>()
    };
    let store = Store::open(&Database::Sqlite(file.clone())).await.unwrap();
    store.key().await.unwrap();
    assert_eq!(rights(), [0o600; 3], "the database, its log and the log's index");
    store.close().await;
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let store = Store::open(&Database::Sqlite(file)).await.unwrap();
    store.key().await.unwrap();
    assert_eq!(rights(), [0o600; 3], "one that an earlier version made");
}

/// Kind of fault: a way back that leads to another state than the one that was left.
#[tokio::test]
async fn each_change_of_version_has_its_own_copy() {
    let folder = TempDir::new().unwrap();
    let earlier = folder.path().join("earlier.db");
    let stored =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compat/receiver/registrations.sqlite");
    for _ in 0..2 {
        std::fs::copy(&stored, &earlier).unwrap();
        for end in ["-wal", "-shm"] {
            _ = std::fs::remove_file(folder.path().join(format!("earlier.db{end}")));
        }
        std::thread::sleep(std::time::Duration::from_millis(1_100));
        std::fs::File::options()
            .append(true)
            .open(&earlier)
            .unwrap()
            .set_modified(std::time::SystemTime::now())
            .unwrap();
        Store::open(&Database::Sqlite(earlier.clone())).await.unwrap().close().await;
    }
    let names = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name());
    let copies = names.filter(|name| name.to_string_lossy().contains(".version-2")).count();
    assert_eq!(copies, 2);
}
