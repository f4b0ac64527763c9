//! What the databases do by themselves: one row in a transaction of its own, as durable as a registration.

use crate::latencies::Latencies;
use anyhow::Result;
use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::{AnyConnection, AnyPool, Connection as _, Row as _};
use std::time::{Duration, Instant};

/// About as long as a registration.
const ANSWERS: &str = r#"{"country":"PE","email":"ana.rojas@example.org","name":"Ana Rojas"}"#;

/// Inserts of one writer, which is all that SQLite has.
pub async fn sqlite(file: &str, time: Duration) -> Result<Latencies> {
    install_default_drivers();
    let pool = AnyPoolOptions::new().max_connections(1).connect(&format!("sqlite:{file}?mode=rwc")).await?;
    // As in crates/receiver/src/store/database.rs.
    sqlx::raw_sql("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").execute(&pool).await?;
    sqlx::raw_sql("CREATE TABLE rows (id INTEGER PRIMARY KEY, answers TEXT NOT NULL) STRICT")
        .execute(&pool)
        .await?;
    measure(pool, 1, time).await
}

/// Inserts of some writers at a time.
pub async fn postgres(url: &str, writers: u32, time: Duration) -> Result<Latencies> {
    install_default_drivers();
    let pool = AnyPoolOptions::new().max_connections(writers).connect(url).await?;
    let table =
        "CREATE TABLE rows (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, answers TEXT NOT NULL)";
    sqlx::raw_sql(table).execute(&pool).await?;
    measure(pool, writers, time).await
}

async fn measure(pool: AnyPool, writers: u32, time: Duration) -> Result<Latencies> {
    let start = Instant::now();
    let write = |pool: AnyPool| async move {
        let mut connection = pool.acquire().await?;
        let mut each = Vec::new();
        while start.elapsed() < time {
            let one = Instant::now();
            sqlx::query("INSERT INTO rows (answers) VALUES ($1)")
                .bind(ANSWERS)
                .execute(&mut *connection)
                .await?;
            each.push(one.elapsed());
        }
        Ok::<_, anyhow::Error>(each)
    };
    let tasks: Vec<_> = (0..writers).map(|_| tokio::spawn(write(pool.clone()))).collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await??);
    }
    let whole = start.elapsed();
    pool.close().await;
    Ok(Latencies::new(all, whole))
}

/// How many registrations are stored in the receiver's database.
pub async fn count(database: &str) -> Result<usize> {
    let url =
        if database.starts_with("postgres://") { database.to_owned() } else { format!("sqlite:{database}") };
    let mut connection = AnyConnection::connect(&url).await?;
    let row = sqlx::query("SELECT count(*) FROM registrations").fetch_one(&mut connection).await?;
    Ok(usize::try_from(row.try_get::<i64, _>(0)?)?)
}
