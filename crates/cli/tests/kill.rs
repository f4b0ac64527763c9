//! `huso serve` is killed at random moments while people register: each who was told so is registered,
//! once, and all who go on trying get through.
//!
//! `HUSO_KILL_SUBMISSIONS` says how many register; 2,000 unless given.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_test_postgres::{Durability, Server};
use huso_test_receiver::{Huso, Request, free_address};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// People who register at the same time.
const PEOPLE: usize = 16;
/// How long all of it may take; far more than it does.
const PATIENCE: Duration = Duration::from_secs(900);

fn submissions() -> usize {
    std::env::var("HUSO_KILL_SUBMISSIONS").map_or(2_000, |text| text.parse().unwrap())
}

/// A random number below `limit`.
fn chance(limit: u64) -> u64 {
    RandomState::new().build_hasher().finish() % limit
}

/// Tries under one id until there is a receipt. Returns it, and how often it was tried.
fn register(address: &str, number: usize) -> (Value, usize) {
    let body = json!({
        "huso": 1, "submission": format!("s-{number}"), "event": "kill",
        "answers": {"email": format!("s{number}@example.org")}
    });
    let request = Request::post("/events/kill/registrations", &body);
    let start = Instant::now();
    for attempt in 1.. {
        assert!(start.elapsed() < PATIENCE, "s-{number} got no answer");
        match request.send(address) {
            Some(answer) if answer.is_receipt() => {
                let mut receipt = answer.json();
                // Another one in each answer.
                assert!(receipt.as_object_mut().unwrap().remove("token").is_some(), "{receipt}");
                return (receipt, attempt);
            }
            // Only a database that went away is a reason to try again.
            Some(answer) => assert_eq!(answer.status, 503, "{}", answer.body),
            None => {}
        }
        std::thread::sleep(Duration::from_millis(5 + chance(20)));
    }
    unreachable!()
}

fn survives_kills(database: &str) {
    let folder = TempDir::new().unwrap();
    let event = folder.path().join("event.json");
    let (all, seats) = (submissions(), submissions() / 2);
    let file = json!({
        "huso": 1, "id": "kill", "title": "Kill", "timezone": "America/Bogota",
        "sessions": [{"id": "a", "title": "A", "start": "2099-08-11T09:00"}],
        "registration": {
            "capacity": seats,
            "fields": [{"id": "email", "type": "email", "label": "Correo", "required": true}]
        }
    });
    std::fs::write(&event, file.to_string()).unwrap();
    let huso = Huso {
        program: env!("CARGO_BIN_EXE_huso").into(),
        events: vec![event],
        database: database.to_owned(),
        address: free_address().unwrap(),
    };

    let (next, is_over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let receipts = Mutex::new(HashMap::new());
    let (attempts, repeated) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let mut kills = 0;
    std::thread::scope(|scope| {
        let people: Vec<_> = (0..PEOPLE)
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= all {
                            break;
                        }
                        let (receipt, tries) = register(&huso.address, number);
                        attempts.fetch_add(tries, Ordering::Relaxed);
                        // Some reload the page: they are told the same.
                        if chance(4) == 0 {
                            assert_eq!(register(&huso.address, number).0, receipt);
                            repeated.fetch_add(1, Ordering::Relaxed);
                        }
                        receipts.lock().unwrap().insert(format!("s-{number}"), receipt);
                    }
                })
            })
            .collect();
        let killer = scope.spawn(|| {
            let mut kills = 0;
            while !is_over.load(Ordering::Relaxed) {
                let receiver = huso.serve().unwrap();
                std::thread::sleep(Duration::from_millis(50 + chance(200)));
                // SIGKILL: nothing is finished, nothing is flushed.
                receiver.kill().unwrap();
                kills += 1;
            }
            kills
        });
        let results: Vec<_> = people.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        is_over.store(true, Ordering::Relaxed);
        kills = killer.join().unwrap();
        results.into_iter().for_each(|result| result.unwrap());
    });

    let receipts = receipts.into_inner().unwrap();
    let stored = stored(&huso);
    eprintln!(
        "{all} registered in {} attempts, {} reloads, {kills} kills; stored: {}",
        attempts.into_inner(),
        repeated.into_inner(),
        stored.len()
    );
    assert!(kills >= 3, "killed {kills} times only: nothing was tried");
    assert_eq!((receipts.len(), stored.len()), (all, all), "each once, none lost");
    for (submission, status) in &stored {
        assert_eq!(receipts[submission]["status"], *status, "{submission} was told what is stored");
    }
    let confirmed = stored.iter().filter(|(_, status)| status == "confirmed").count();
    assert_eq!(confirmed, seats);
    assert!(stored[..seats].iter().all(|(_, status)| status == "confirmed"), "the first got the seats");
}

/// Submission and status of each row, in order, as the organizer lists them.
fn stored(huso: &Huso) -> Vec<(String, String)> {
    let output = huso.run(&["registrations"]).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "nothing was set aside: {}", String::from_utf8_lossy(&output.stderr));
    let table = String::from_utf8(output.stdout).unwrap();
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    table.lines().skip(1).map(cells).map(|cells| (cells[1].clone(), cells[3].clone())).collect()
}

#[test]
fn sqlite_loses_nobody() {
    let folder = TempDir::new().unwrap();
    survives_kills(folder.path().join("huso.db").to_str().unwrap());
}

#[test]
fn postgres_loses_nobody() {
    let server = Server::start(Durability::Full).unwrap();
    survives_kills(&server.database().unwrap());
}
