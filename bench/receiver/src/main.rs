//! Durable registrations a second and how long each waits, with nothing stored and with much, beside the rate at
//! which the same database, as durable, takes single rows in transactions of their own. `cargo xtask bench
//! receiver` runs it.

mod disk;
mod inserts;
mod latencies;
mod load;
mod table;

use anyhow::{Context as _, Result, ensure};
use huso_test_postgres::{Durability, Server};
use huso_test_receiver::{Huso, free_address};
use latencies::Latencies;
use load::{Load, load};
use std::path::{Path, PathBuf};
use std::time::Duration;
use table::Table;

/// People who register at the same time.
const CONNECTIONS: usize = 32;
/// Those who only fill the database: several to a commit make it faster.
const FILLING: usize = 128;
/// How long that may take; far more than it does.
const FILLING_TIME: Duration = Duration::from_secs(600);
/// How many are stored before a measurement.
const STORED: [usize; 3] = [0, 20_000, MOST];
const MOST: usize = 100_000;
/// Enough for everybody.
const SEATS: usize = 10_000_000;
/// For fewer than have come.
const FEW_SEATS: usize = 1_000;
/// Writers to PostgreSQL at the same time, as many as the receiver has connections.
const WRITERS: u32 = 8;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: huso-bench-receiver PATH-OF-HUSO SECONDS";
    let huso = PathBuf::from(arguments.next().context(usage)?);
    let time = Duration::from_secs(arguments.next().context(usage)?.parse().context(usage)?);
    let folder = tempfile::Builder::new().tempdir_in("/tmp")?;
    let server = Server::start(Durability::Full)?;
    introduce(folder.path(), time)?;
    let bench = |server| Bench { huso: huso.clone(), folder: folder.path(), time, server };
    bench(None).registrations(&mut Table::new("SQLite")).await?;
    bench(Some(&server)).registrations(&mut Table::new("PostgreSQL")).await
}

/// On what it is measured.
fn introduce(folder: &Path, time: Duration) -> Result<()> {
    let disk = disk::name(folder);
    let [median, longest] = disk::sync_times(folder)?.map(|time| 1000.0 * time.as_secs_f64());
    let processors = std::thread::available_parallelism()?;
    println!("Disk: {disk}; 4 KiB reach it in {median:.2} ms (median; longest {longest:.1} ms).");
    if disk::is_memory(&disk) {
        println!("That is memory: nothing here says how fast durable registrations are.");
    }
    println!("Processors: {processors}, shared by the receiver, its database and those who register.");
    println!("{CONNECTIONS} connections, {} s each.\n", time.as_secs());
    println!("{}", table::HEAD);
    Ok(())
}

struct Bench<'a> {
    huso: PathBuf,
    folder: &'a Path,
    time: Duration,
    /// `None` for SQLite.
    server: Option<&'a Server>,
}

impl Bench<'_> {
    /// From an empty database, with many stored, and when all that is left is to wait.
    async fn registrations(&self, table: &mut Table) -> Result<()> {
        for before in STORED {
            let database = self.database(&format!("{before}.db"))?;
            let huso = self.huso(&database, SEATS)?;
            let mut stored = self.fill(&huso, before).await?;
            stored += self.measure(&huso, table, stored, "confirmed").await?;
            if before == MOST {
                let full = self.huso(&database, FEW_SEATS)?;
                stored += self.measure(&full, table, stored, "waitlisted").await?;
            }
            let rows = inserts::count(&database).await?;
            ensure!(rows == stored, "{stored} were told that they are registered, {rows} are stored");
        }
        Ok(())
    }

    /// An empty database.
    fn database(&self, name: &str) -> Result<String> {
        let file = || Ok(self.folder.join(name).to_string_lossy().into_owned());
        self.server.map_or_else(file, Server::database)
    }

    /// The receiver with an event of that many seats.
    fn huso(&self, database: &str, seats: usize) -> Result<Huso> {
        let event = self.folder.join(format!("{seats}.json"));
        std::fs::write(&event, load::event(seats))?;
        let (program, address) = (self.huso.clone(), free_address()?);
        Ok(Huso { program, events: vec![event], database: database.to_owned(), address })
    }

    /// Registers that many people, as they would be in life. Returns how many came in the time that there is.
    async fn fill(&self, huso: &Huso, most: usize) -> Result<usize> {
        let people = Load {
            connections: FILLING,
            time: FILLING_TIME,
            most,
            run: "fill".to_owned(),
            status: "confirmed",
        };
        Ok(load(huso, people).await?.count())
    }

    /// What the database does by itself just then: the disk is another one from minute to minute.
    async fn inserts(&self, table: &mut Table) -> Result<()> {
        let found = match self.server {
            None => {
                let folder = tempfile::tempdir_in(self.folder)?;
                let file = folder.path().join("inserts.db");
                vec![(1, inserts::sqlite(&file.to_string_lossy(), self.time).await?)]
            }
            Some(server) => {
                let one = inserts::postgres(&server.database()?, 1, self.time).await?;
                vec![(1, one), (WRITERS, inserts::postgres(&server.database()?, WRITERS, self.time).await?)]
            }
        };
        table.inserts(&found);
        Ok(())
    }

    /// Measures, prints, and returns how many came.
    async fn measure(
        &self,
        huso: &Huso,
        table: &mut Table,
        stored: usize,
        status: &'static str,
    ) -> Result<usize> {
        let people = Load {
            connections: CONNECTIONS,
            time: self.time,
            most: usize::MAX,
            run: format!("run-{stored}"),
            status,
        };
        self.inserts(table).await?;
        let taken: Latencies = load(huso, people).await?;
        table.registrations(stored, status, &taken);
        Ok(taken.count())
    }
}
