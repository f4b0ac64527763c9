//! Mixed load on the real receiver for a long time, with faults at random moments, and its database compared with
//! what people were told. `cargo xtask soak` runs it.

mod audit;
mod event;
mod faults;
mod held;
mod ledger;
mod organizer;
mod people;
mod run;
mod soak;
mod tally;
mod traces;
mod victim;

use anyhow::{Context as _, Result, bail};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};
use victim::Kind;

const USAGE: &str = "usage: huso-soak PATH-OF-HUSO MINUTES [SEED]";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let huso = PathBuf::from(arguments.next().context(USAGE)?);
    let minutes: f64 = arguments.next().context(USAGE)?.parse().context(USAGE)?;
    let seed: u64 = arguments.next().map_or(Ok(fastrand::u64(..)), |seed| seed.parse()).context(USAGE)?;
    println!(
        "{minutes} minutes, seed {seed}: it repeats what is tried, as far as that is not the machine's affair."
    );
    let end = Instant::now() + Duration::from_secs_f64(60.0 * minutes);
    let tallies = thread::scope(|scope| {
        let start = |kind| {
            let huso = huso.clone();
            scope.spawn(move || run::run(huso, kind, seed, end))
        };
        let both = [Kind::Sqlite, Kind::Postgres].map(start);
        both.map(|one| one.join().unwrap_or_else(|_| bail!("it panicked")))
    });
    let mut is_right = true;
    for tally in tallies {
        let tally = tally?;
        tally.print();
        is_right &= tally.is_right();
    }
    if !is_right {
        bail!("people were told what isn't so, or worse; to repeat it: seed {seed}");
    }
    println!("\nNothing was lost, and nobody was told what isn't so.");
    Ok(())
}
