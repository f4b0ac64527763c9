//! PostgreSQL: its server, its connections, its disk, its locks.

use crate::trial::Trial;
use huso_test_postgres::{Durability, Server};
use huso_test_receiver::{Connection, Disk};
use std::process::Command;
use std::thread;
use std::time::Duration;

/// How long a row stays locked: shorter than a request may take, longer than the receiver waits.
const LOCKED: Duration = Duration::from_secs(8);

/// All connections but this one.
const OTHERS: &str = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

fn server() -> (Server, String) {
    let server = Server::start(Durability::Full).unwrap();
    let database = server.database().unwrap();
    (server, database)
}

#[test]
fn stopped_and_started() {
    let (server, database) = server();
    let mut trial = Trial::start(&database);
    server.stop().unwrap();
    trial.is_broken();
    server.start_again().unwrap();
    trial.recovers();
    trial.told_the_truth();
}

#[test]
fn crashed_and_recovered() {
    let (server, database) = server();
    let mut trial = Trial::start(&database);
    server.crash().unwrap();
    trial.is_broken();
    server.start_again().unwrap();
    trial.recovers();
    trial.told_the_truth();
}

#[test]
fn connections_ended() {
    let (server, database) = server();
    let mut trial = Trial::start(&database);
    for _ in 0..3 {
        server.execute(&database, &[&format!("SELECT pg_terminate_backend(pid) {OTHERS}")]).unwrap();
        trial.people_register();
    }
    trial.recovers();
    trial.told_the_truth();
}

/// After that, PostgreSQL ends all of its processes and recovers.
#[test]
fn a_process_of_it_killed() {
    let (server, database) = server();
    let mut trial = Trial::start(&database);
    let id = server.execute(&database, &[&format!("SELECT pid {OTHERS} LIMIT 1")]).unwrap();
    assert!(Command::new("kill").args(["-s", "KILL", &id]).status().unwrap().success());
    trial.people_register();
    trial.recovers();
    trial.told_the_truth();
}

/// As a standby is, or a server whose administrator saves it from a full disk.
#[test]
fn read_only() {
    let (server, database) = server();
    let mut trial = Trial::start(&database);
    let reload = "SELECT pg_reload_conf()";
    server.execute(&database, &["ALTER SYSTEM SET default_transaction_read_only = on", reload]).unwrap();
    trial.is_broken();
    server.execute(&database, &["ALTER SYSTEM RESET default_transaction_read_only", reload]).unwrap();
    trial.recovers();
    trial.told_the_truth();
}

#[test]
fn event_locked_by_another_program() {
    let (_server, database) = server();
    let mut trial = Trial::start(&database);
    let lock = Connection::open(&database).unwrap().lock("BEGIN; SELECT * FROM events FOR UPDATE").unwrap();
    thread::scope(|scope| {
        let people = scope.spawn(|| trial.people_register());
        thread::sleep(LOCKED);
        lock.release().unwrap();
        people.join().unwrap();
    });
    trial.recovers();
    trial.told_the_truth();
}

/// `/readyz` isn't asked: PostgreSQL goes on writing small rows where there is room in what it has.
#[test]
fn full_disk() {
    let disk = match Disk::mount(200) {
        Ok(disk) => disk,
        Err(reason) => return eprintln!("skipped: {reason}"),
    };
    let server = Server::start_in(disk.path(), Durability::Full).unwrap();
    let mut trial = Trial::start(&server.database().unwrap());
    disk.fill().unwrap();
    trial.people_register_until_refused();
    disk.free().unwrap();
    server.start_again().unwrap();
    trial.recovers();
    trial.told_the_truth();
}
