//! Durable registrations a second and how long each waits, beside the rate at which the same database, as
//! durable, takes single rows in transactions of their own. `cargo xtask bench receiver` runs it.

mod inserts;
mod latencies;
mod load;

use anyhow::{Context as _, Result};
use huso_test_postgres::{Durability, Server};
use std::path::Path;
use std::time::Duration;

/// People who register at the same time, each the next as soon as one is answered.
const CONNECTIONS: usize = 32;
/// Writers to PostgreSQL at the same time, as many as the receiver has connections.
const WRITERS: u32 = 8;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: huso-bench-receiver PATH-OF-HUSO SECONDS";
    let huso = arguments.next().context(usage)?;
    let time = Duration::from_secs(arguments.next().context(usage)?.parse().context(usage)?);
    let folder = tempfile::tempdir()?;
    let event = folder.path().join("event.json");
    std::fs::write(&event, load::EVENT)?;
    let server = Server::start(Durability::Full)?;
    let processors = std::thread::available_parallelism()?;
    println!("{processors} processors, {CONNECTIONS} connections, {} s each\n", time.as_secs());
    println!("| database | what | a second | p50 ms | p99 ms | most ms | of the inserts |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");

    let file = |name| folder.path().join(name).to_string_lossy().into_owned();
    let inserts = inserts::sqlite(&file("inserts.db"), time).await?;
    row("SQLite", "inserts, 1 writer", &inserts, None);
    let taken = load::load(Path::new(&huso), &event, &file("huso.db"), time).await?;
    row("SQLite", "registrations", &taken, Some(inserts.rate()));

    let alone = inserts::postgres(&server.database()?, 1, time).await?;
    row("PostgreSQL", "inserts, 1 writer", &alone, None);
    let inserts = inserts::postgres(&server.database()?, WRITERS, time).await?;
    row("PostgreSQL", &format!("inserts, {WRITERS} writers"), &inserts, None);
    let taken = load::load(Path::new(&huso), &event, &server.database()?, time).await?;
    row("PostgreSQL", "registrations", &taken, Some(alone.rate()));
    Ok(())
}

fn row(database: &str, what: &str, found: &latencies::Latencies, inserts: Option<f64>) {
    let share = inserts
        .map_or_else(String::new, |inserts| format!("{:.0} % of 1 writer", 100.0 * found.rate() / inserts));
    let [p50, p99, most] = [0.5, 0.99, 1.0].map(|part| found.quantile(part));
    println!("| {database} | {what} | {:.0} | {p50:.1} | {p99:.1} | {most:.1} | {share} |", found.rate());
}
