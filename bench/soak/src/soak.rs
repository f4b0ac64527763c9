//! What a run is about: the receiver and its database, and what people were told.

use crate::event::EVENTS;
use crate::held::held;
use crate::ledger::Ledger;
use crate::tally::Tally;
use crate::victim::{Kind, Victim};
use anyhow::Result;
use huso_test_receiver::{Huso, Receiver, free_address};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, RwLock};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long it may take until the receiver listens: another program may lock its database just now.
const STARTED: Duration = Duration::from_secs(60);

/// Commands that the organizer uses.
const COMMANDS: [&str; 7] = ["backup", "cancel", "doctor", "erase", "promote", "promotions", "registrations"];

/// A receiver and where it listens. SQLite has one writer; of PostgreSQL there are two, as behind a proxy.
#[derive(Debug)]
struct Station {
    huso: Huso,
    /// `None` while it is ended.
    receiver: Mutex<Option<Receiver>>,
}

/// A run.
#[derive(Debug)]
pub struct Soak {
    /// The program, for the organizer at the command line.
    pub huso: Huso,
    /// Its commands, as far as it has them.
    pub commands: BTreeSet<&'static str>,
    /// Its database.
    pub victim: Victim,
    /// What people were told.
    pub ledger: Ledger,
    /// What came of it.
    pub tally: Tally,
    /// For files.
    pub folder: TempDir,
    stations: Vec<Station>,
    /// How often an address was asked for.
    asked: AtomicUsize,
    /// Whoever does something holds it for reading; an audit waits for all of them.
    pub acting: RwLock<()>,
    /// Of the load and the faults.
    pub end: Instant,
}

impl Soak {
    /// Makes files and an empty database.
    pub fn new(program: PathBuf, kind: Kind, end: Instant) -> Result<Self> {
        let folder = TempDir::new()?;
        let mut events = Vec::new();
        for event in &EVENTS {
            let file = folder.path().join(event.id).with_extension("json");
            std::fs::write(&file, event.file().to_string())?;
            events.push(file);
        }
        let victim = Victim::new(kind)?;
        let huso = Huso { program, events, database: victim.database.clone(), address: free_address()? };
        let mut stations = vec![Station::new(huso.clone())];
        if kind == Kind::Postgres {
            stations.push(Station::new(Huso { address: free_address()?, ..huso.clone() }));
        }
        Ok(Self {
            commands: COMMANDS.into_iter().filter(|command| huso.has(command)).collect(),
            huso,
            victim,
            ledger: Ledger::default(),
            tally: Tally::new(kind.title()),
            folder,
            stations,
            asked: AtomicUsize::new(0),
            acting: RwLock::default(),
            end,
        })
    }

    /// Whether it isn't over yet.
    pub fn goes_on(&self) -> bool {
        Instant::now() < self.end
    }

    /// Starts each receiver that doesn't run.
    pub fn start(&self) -> Result<()> {
        let mut ended = self.stations.iter().filter(|station| held(&station.receiver).is_none());
        ended.try_for_each(|station| self.start_one(station))
    }

    fn start_one(&self, station: &Station) -> Result<()> {
        let start = Instant::now();
        let receiver = loop {
            match station.huso.serve() {
                Ok(receiver) => break receiver,
                Err(error) if start.elapsed() > STARTED => return Err(error),
                Err(_) => self.tally.count("huso serve", "did not start at once"),
            }
        };
        *held(&station.receiver) = Some(receiver);
        Ok(())
    }

    /// Where one of the receivers listens, each in turn.
    pub fn address(&self) -> &str {
        let turn = self.asked.fetch_add(1, Ordering::Relaxed) % self.stations.len();
        self.stations.get(turn).map_or("", |station| &station.huso.address)
    }

    /// One of the running receivers, to be ended.
    pub fn take_receiver(&self, random: &mut fastrand::Rng) -> Option<Receiver> {
        held(&random.choice(&self.stations)?.receiver).take()
    }

    /// All of them, to be ended.
    pub fn take_receivers(&self) -> impl Iterator<Item = Receiver> {
        self.stations.iter().filter_map(|station| held(&station.receiver).take())
    }

    /// Whether all of them say so at `/readyz`.
    pub fn is_ready(&self) -> bool {
        let says_so = |receiver: &Receiver| receiver.readiness() == Some(200);
        self.stations.iter().all(|station| held(&station.receiver).as_ref().is_some_and(says_so))
    }

    /// From now on no receiver can write beyond that many bytes into a file, or each can again.
    pub fn limit_files(&self, bytes: Option<u64>) -> Result<()> {
        let limit = |station: &Station| {
            held(&station.receiver).as_ref().map_or(Ok(()), |receiver| receiver.limit_files(bytes))
        };
        self.stations.iter().try_for_each(limit)
    }
}

impl Station {
    fn new(huso: Huso) -> Self {
        Self { huso, receiver: Mutex::default() }
    }
}
