//! `huso doctor`: each thing is broken, and it is said.

use crate::backup::{EVENT, Place};
use crate::program::{err, example, huso, out, sql};
use huso_test_postgres::{Durability, Server};
use serde_json::Value;
use std::fs::{File, OpenOptions, Permissions};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{FileExt as _, PermissionsExt as _, chown};
use std::process::{Output, Stdio};

fn doctor(database: &str, args: &[&str]) -> Output {
    huso(&[&["doctor", "--database", database], args].concat())
}

fn database(place: &Place) -> String {
    place.path("huso.db").to_str().unwrap().to_owned()
}

/// The one thing that is wrong: what is said of it.
fn wrong(output: &Output) -> (String, Vec<String>) {
    assert_eq!(output.status.code(), Some(1), "{}{}", out(output), err(output));
    let findings: Vec<Value> = serde_json::from_str(out(output)).unwrap();
    let mut wrong = findings.iter().filter(|finding| finding["wrong"] != Value::Array(Vec::new()));
    let one = wrong.next().unwrap();
    assert_eq!(wrong.next(), None, "only that");
    assert_ne!(one["mend"], "");
    (one["check"].as_str().unwrap().to_owned(), serde_json::from_value(one["wrong"].clone()).unwrap())
}

fn fine(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}{}", out(output), err(output));
    assert!(out(output).lines().all(|line| line.starts_with("ok: ")), "{}", out(output));
}

#[test]
fn a_sound_database_is_called_so_beside_a_running_server() {
    let place = Place::with_registrations(3);
    fine(&doctor(&database(&place), &[]));
    let receiver = place.serve();
    let output = doctor(&database(&place), &[]);
    fine(&output);
    assert_eq!(out(&output).lines().count(), 11, "{}", out(&output));
    receiver.stop();
    assert_eq!(doctor("no-such.db", &[]).status.code(), Some(2));
}

/// What is broken by a statement: the check that finds it, and what it says.
const BROKEN: [(&str, &str, &str); 13] = [
    (
        "UPDATE seats SET taken = taken + 1, waiting = 2 WHERE session = ''",
        "counters of seats",
        "pacific-alliance-2027: 3 are registered and 0 wait, but 4 and 2 are counted",
    ),
    ("DELETE FROM seats", "counters of seats", "but 0 and 0 are counted"),
    (
        "INSERT INTO seats (event, session, taken, waiting) VALUES ('e', 'a', 1, 0)",
        "counters of seats",
        "e, session a: 0 are registered and 0 wait, but 1 and 0 are counted",
    ),
    ("UPDATE events SET capacity = 2", "more seats taken than there are", "pacific-alliance-2027: 3 of 2"),
    (
        "INSERT INTO registration_sessions (registration, event, session, status)
         VALUES (1, 'pacific-alliance-2027', 'ghost', 'confirmed')",
        "seats in sessions that are gone",
        "pacific-alliance-2027, session ghost: r1; 0 wait",
    ),
    (
        "UPDATE registrations SET status = 'waitlisted', waits_for_event = 1 WHERE id = 2",
        "waiting while seats are free",
        "pacific-alliance-2027: r2",
    ),
    (
        "UPDATE events SET erase_after = '2020-01-01T00:00:00.000Z'",
        "data whose time is over",
        "pacific-alliance-2027: 3 registrations",
    ),
    ("DELETE FROM secrets", "key", "there is none"),
    ("UPDATE secrets SET value = 'abc'", "key", "it is no 32 bytes"),
    (
        "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 1",
        "schema",
        "migration 1 is another one",
    ),
    (
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'x', TRUE, x'00', 0)",
        "schema",
        "migration 9999 is of a newer huso",
    ),
    (
        "PRAGMA foreign_keys = OFF; INSERT INTO promotions (registration, event, sessions, promoted_at)
         VALUES (99, 'e', '[]', '2027')",
        "integrity",
        "a row of promotions belongs to none of registrations",
    ),
    ("PRAGMA journal_mode = DELETE", "journal mode", "it is delete, not wal"),
];

#[test]
fn what_is_broken_in_the_database_is_said() {
    for (broken, check, says) in BROKEN {
        let place = Place::with_registrations(3);
        place.sql("huso.db", broken);
        let (found, lines) = wrong(&doctor(&database(&place), &["--format", "json"]));
        assert_eq!(found, check, "{broken}");
        assert!(lines.iter().any(|line| line.contains(says)), "{says}: {lines:?}");
    }
}

#[test]
fn counters_are_set_right_only_when_it_is_asked_for() {
    let place = Place::with_registrations(3);
    place.sql("huso.db", "UPDATE seats SET taken = 9");
    for _ in 0..2 {
        let output = doctor(&database(&place), &[]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            out(&output).contains("wrong: counters of seats: ")
                && out(&output).contains("huso doctor --mend")
        );
    }
    fine(&doctor(&database(&place), &["--mend"]));
    fine(&doctor(&database(&place), &[]));
}

#[test]
fn what_is_wrong_with_the_files_is_said() {
    let place = Place::with_registrations(3);
    let path = place.path("huso.db");
    let said = || wrong(&doctor(&database(&place), &["--format", "json"]));

    std::fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    assert_eq!(said().0, "file rights");
    std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    let receiver = place.serve();
    // Only root can give files away.
    if chown(place.path("huso.db-wal"), Some(65_534), None).is_ok() {
        assert!(said().1[0].contains("huso.db-wal: its user is 65534"), "{:?}", said());
    }
    receiver.stop();

    let size = std::fs::metadata(&path).unwrap().len();
    let file = OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(1 << 42).unwrap();
    assert_eq!(said().0, "disk space");
    file.set_len(size).unwrap();
    fine(&doctor(&database(&place), &[]));

    file.write_all_at(&[0x5a; 8192], 4096 * 2).unwrap();
    assert_eq!(said().0, "integrity");
    File::create(&path).unwrap().write_all_at(&[b'x'; 8192], 0).unwrap();
    assert!(said().1[0].contains("file is not a database"), "{:?}", said());
}

#[test]
fn postgresql_is_looked_at_too() {
    let server = Server::start(Durability::None).unwrap();
    let database = server.database().unwrap();
    let example = example(2027);
    let args = ["serve", "--event", &example, "--database", &database, "--listen", "127.0.0.1:0"];
    let mut child =
        crate::program::command(&args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut String::new()).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    fine(&doctor(&database, &[]));

    sql(
        &database,
        &format!("INSERT INTO seats (event, session, taken, waiting) VALUES ('{EVENT}', '', 5, 0)"),
    );
    let (check, lines) = wrong(&doctor(&database, &["--format", "json"]));
    assert_eq!(check, "counters of seats", "{lines:?}");
    fine(&doctor(&database, &["--mend"]));

    sql(
        &database,
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$",
    );
    let (check, lines) = wrong(&doctor(&database, &["--format", "json"]));
    assert_eq!(check, "server", "{lines:?}");
}
