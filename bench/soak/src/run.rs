//! One database's run: everybody at once, then the end, when all who go on trying have to get through.

use crate::audit::{self, Memory};
use crate::faults;
use crate::held::held;
use crate::organizer;
use crate::people;
use crate::soak::Soak;
use crate::tally::Tally;
use crate::victim::Kind;
use anyhow::Result;
use huso_test_receiver::Receiver;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::thread;
use std::time::{Duration, Instant};

/// Visitors at the same time.
const PEOPLE: usize = 6;
/// How long one of them does nothing, at most, in milliseconds.
const IDLE: u64 = 100;
/// How long nothing breaks, at most, in milliseconds.
const WHOLE: u64 = 15_000;
/// How long the organizer does something else, at most, in milliseconds.
const AWAY: u64 = 3_000;
/// From one audit to the next.
const BETWEEN_AUDITS: Duration = Duration::from_secs(20);
/// How often seats are watched.
const WATCH: Duration = Duration::from_millis(500);
/// How long all who have no answer yet may have to try in the end.
const ANSWERED: Duration = Duration::from_secs(900);

/// Runs until then, and says what came of it.
pub fn run(program: PathBuf, kind: Kind, seed: u64, end: Instant) -> Result<Tally> {
    let soak = Soak::new(program, kind, end)?;
    soak.start()?;
    let mut memory = Memory::default();
    thread::scope(|scope| {
        let soak = &soak;
        let mut seeds = seed..;
        let mut spawn = |idle, act: fn(&Soak, &mut fastrand::Rng)| {
            let mut random = fastrand::Rng::with_seed(seeds.next().unwrap_or_default());
            scope.spawn(move || act_until_the_end(soak, &mut random, idle, act));
        };
        (0..PEOPLE).for_each(|_| spawn(IDLE, people::act));
        spawn(AWAY, organizer::act);
        spawn(WHOLE, faults::strike);
        scope.spawn(|| {
            while soak.goes_on() {
                audit::watch(soak);
                thread::sleep(WATCH);
            }
        });
        while soak.goes_on() {
            thread::sleep(BETWEEN_AUDITS.min(soak.end.saturating_duration_since(Instant::now())));
            compare(soak, &mut memory);
        }
    });
    answer_all(&soak);
    compare(&soak, &mut memory);
    // Nothing that was acknowledged was in memory only.
    soak.take_receivers().try_for_each(Receiver::kill)?;
    soak.start()?;
    compare(&soak, &mut memory);
    Ok(soak.tally)
}

fn act_until_the_end(soak: &Soak, random: &mut fastrand::Rng, idle: u64, act: fn(&Soak, &mut fastrand::Rng)) {
    while soak.goes_on() {
        {
            let _acting = soak.acting.read().unwrap_or_else(PoisonError::into_inner);
            act(soak, random);
        }
        let idle = Duration::from_millis(random.u64(..idle));
        thread::sleep(idle.min(soak.end.saturating_duration_since(Instant::now())));
    }
}

fn compare(soak: &Soak, memory: &mut Memory) {
    let _nobody_acts = soak.acting.write().unwrap_or_else(PoisonError::into_inner);
    audit::audit(soak, memory);
}

/// Nothing breaks any more: whoever has no answer yet gets one.
fn answer_all(soak: &Soak) {
    let start = Instant::now();
    for person in soak.ledger.all() {
        while start.elapsed() < ANSWERED && people::waits(&person) {
            people::tries_again(soak, &person);
        }
        if people::waits(&person) {
            soak.tally.wrong(format!("{} got no answer", held(&person).submission));
        }
    }
}
