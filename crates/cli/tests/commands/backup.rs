//! `huso backup` and `huso restore`: whole or not at all, whatever happens meanwhile.

use crate::program::{command, err, example, huso, out, sql};
use huso_test_postgres::{Durability, Server};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::{FileExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;

pub(crate) const EVENT: &str = "pacific-alliance-2027";

pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, command: &str, file: &str, args: &[&str]) -> Output {
        let (database, file) = (self.path("huso.db"), self.path(file));
        let fixed = [command, file.to_str().unwrap(), "--database", database.to_str().unwrap()];
        huso(&[&fixed, args].concat())
    }

    fn backup(&self, file: &str, args: &[&str]) -> Output {
        self.run("backup", file, args)
    }

    fn restore(&self, file: &str) -> Output {
        self.run("restore", file, &[])
    }

    pub(crate) fn sql(&self, file: &str, text: &str) {
        sql(&format!("sqlite:{}", self.path(file).display()), text);
    }

    /// A database of so many registrations.
    pub(crate) fn with_registrations(count: usize) -> Self {
        let place = Self::new();
        place.serve().stop();
        place.add(count, "r");
        place
    }

    fn add(&self, count: usize, prefix: &str) {
        self.sql(
            "huso.db",
            &format!(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
                 INSERT INTO registrations (event, submission, received_at, status, answers, consents)
                 SELECT '{EVENT}', '{prefix}' || i, '2027-01-01T00:00:00.000Z', 'confirmed',
                        '{{\"name\": \"' || hex(randomblob(100)) || '\"}}', '[]' FROM n"
            ),
        );
    }

    pub(crate) fn serve(&self) -> Receiver {
        self.serve_event(&example(2027))
    }

    pub(crate) fn serve_event(&self, file: &str) -> Receiver {
        Receiver::start(file, &self.path("huso.db"))
    }

    /// Submissions that a database lists.
    fn listed(&self, file: &str) -> Vec<String> {
        let output = huso(&["registrations", "--database", self.path(file).to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{file}: {}", err(&output));
        out(&output).lines().skip(1).map(|line| line.split(',').nth(1).unwrap().to_owned()).collect()
    }

    /// Files that are there, but for the database and what SQLite has beside it.
    fn files(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.folder.path()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names
            .filter(|name| !["huso.db", "huso.db-wal", "huso.db-shm"].contains(&name.as_str()))
            .collect();
        names.sort();
        names
    }
}

pub(crate) struct Receiver {
    child: Child,
    address: String,
}

impl Receiver {
    fn start(event: &str, database: &Path) -> Self {
        let args =
            ["serve", "--event", event, "--database", database.to_str().unwrap(), "--listen", "127.0.0.1:0"];
        let unlimited = ["--limit-per-address", "0", "--limit-per-form", "0", "--limit-stored", "0"];
        let mut command = command(&[&args[..], &unlimited[..]].concat());
        let mut child = command.env("RUST_LOG", "error").stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Huso listens on http://").unwrap().to_owned();
        Self { child, address }
    }

    fn register(&self, id: &str) {
        let answer = self.post(&json!({
            "huso": 1, "submission": id, "event": EVENT,
            "answers": {"name": id, "email": format!("{id}@example.org"), "country": "PE", "participation": "public"},
            "sessions": ["keynote"], "consents": ["data"]
        }));
        assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    }

    pub(crate) fn post(&self, submission: &Value) -> String {
        let body = submission.to_string();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "POST /events/{}/registrations HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            submission["event"].as_str().unwrap(),
            self.address,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    pub(crate) fn stop(mut self) {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        self.child.wait().unwrap();
    }

    /// As a power cut ends it: what it wrote last is in the log beside the database.
    fn kill(self) {}
}

impl Drop for Receiver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Says that it is over at the end of a scope, also where a test fails in it.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn done(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}{}", out(output), err(output));
}

fn refused(output: &Output, says: &str) {
    assert_eq!((output.status.code(), out(output)), (Some(2), ""), "{}", err(output));
    assert!(err(output).contains(says), "{says}: {}", err(output));
}

#[test]
fn a_backup_under_load_has_all_that_was_answered_before_it() {
    let place = Place::new();
    let receiver = place.serve();
    let (answered, is_over) = (AtomicUsize::new(0), AtomicBool::new(false));
    std::thread::scope(|scope| {
        let _over = Over(&is_over);
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                receiver.register(&format!("s{}", answered.load(Ordering::Relaxed)));
                answered.fetch_add(1, Ordering::Relaxed);
            }
        });
        for round in 0..5 {
            std::thread::sleep(Duration::from_millis(100));
            let before = answered.load(Ordering::Relaxed);
            let file = format!("backup-{round}.db");
            let output = place.backup(&file, &[]);
            done(&output);
            let listed = place.listed(&file);
            assert!(listed.len() >= before && before > 0, "{} of {before}", listed.len());
            let in_order: Vec<String> = (0..listed.len()).map(|number| format!("s{number}")).collect();
            assert_eq!(listed, in_order, "a moment of the database");
            assert!(
                out(&output).contains(&format!("{} registrations of {EVENT}", listed.len())),
                "{}",
                out(&output)
            );
        }
    });
    receiver.stop();
}

#[test]
fn a_backup_is_for_ones_own_eyes_and_replaces_nothing_unasked() {
    let place = Place::with_registrations(3);
    std::fs::set_permissions(place.path("huso.db"), std::fs::Permissions::from_mode(0o644)).unwrap();
    done(&place.backup("backup.db", &[]));
    let before = std::fs::read(place.path("backup.db")).unwrap();
    assert_eq!(std::fs::metadata(place.path("backup.db")).unwrap().permissions().mode() & 0o777, 0o600);
    place.add(2, "later");
    refused(&place.backup("backup.db", &[]), "exists already");
    assert_eq!(std::fs::read(place.path("backup.db")).unwrap(), before);
    done(&place.backup("backup.db", &["--force"]));
    assert_eq!(place.listed("backup.db").len(), 5);
    assert_eq!(place.files(), ["backup.db"]);
    refused(&place.backup("huso.db", &["--force"]), "the database itself");
    refused(&place.restore("huso.db"), "the database itself");
    assert_eq!(place.listed("huso.db").len(), 5);
}

#[test]
fn a_killed_backup_leaves_no_half_of_one() {
    let place = Place::with_registrations(20_000);
    done(&place.backup("old.db", &[]));
    let old = place.listed("old.db").len();
    place.add(1_000, "later");
    let (database, new) = (place.path("huso.db"), place.path("new.db"));
    let mut were_killed = 0;
    for round in 0..12 {
        let file = if round % 2 == 0 { place.path("old.db") } else { new.clone() };
        let args = ["backup", "--force", file.to_str().unwrap(), "--database", database.to_str().unwrap()];
        let mut child = command(&args).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(5 + round * 10));
        child.kill().unwrap();
        were_killed += usize::from(!child.wait().unwrap().success());
        let count = place.listed("old.db").len();
        assert!(count == old || count == old + 1_000, "{count}");
        if new.exists() {
            assert_eq!(place.listed("new.db").len(), old + 1_000);
        }
    }
    assert!(were_killed > 3, "killed {were_killed} times only: nothing was tried");
    done(&place.backup("new.db", &["--force"]));
    assert_eq!(place.listed("huso.db").len(), old + 1_000);
}

/// Runs it where no file may have more than so many kilobytes, which fails as a full disk does.
fn on_a_full_disk(kilobytes: u32, args: &[&str]) -> Output {
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kilobytes * 2);
    let huso = env!("CARGO_BIN_EXE_huso");
    Command::new("sh").args(["-c", &script, "sh", huso]).args(args).output().unwrap()
}

#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let place = Place::with_registrations(2_000);
    done(&place.backup("good.db", &[]));
    place.add(10, "later");
    let path = |name: &str| place.path(name).to_str().unwrap().to_owned();
    let good = std::fs::read(place.path("good.db")).unwrap();
    for args in [
        vec!["backup", &path("new.db"), "--database", &path("huso.db")],
        vec!["backup", &path("good.db"), "--force", "--database", &path("huso.db")],
        vec!["restore", &path("good.db"), "--database", &path("huso.db")],
    ] {
        let output = on_a_full_disk(100, &args);
        assert_eq!((output.status.code(), out(&output)), (Some(2), ""), "{args:?}: {}", err(&output));
        assert_eq!(place.files(), ["good.db"], "{args:?}");
        assert_eq!(std::fs::read(place.path("good.db")).unwrap(), good, "{args:?}");
        assert_eq!(place.listed("huso.db").len(), 2_010, "{args:?}");
    }
}

#[test]
fn what_is_no_whole_database_of_ours_is_not_restored() {
    let place = Place::with_registrations(500);
    done(&place.backup("good.db", &[]));
    let good = std::fs::read(place.path("good.db")).unwrap();
    std::fs::write(place.path("text.db"), "no database, but long enough to be looked at".repeat(100))
        .unwrap();
    std::fs::write(place.path("empty.db"), "").unwrap();
    std::fs::write(place.path("cut.db"), &good[..good.len() / 2]).unwrap();
    std::fs::write(place.path("page.db"), &good).unwrap();
    let page = std::fs::OpenOptions::new().write(true).open(place.path("page.db")).unwrap();
    page.write_all_at(&[0x5a; 4096], 4096 * 20).unwrap();
    let altered = [
        ("foreign.db", "DROP TABLE registration_sessions; DROP TABLE registrations", "no database of huso's"),
        ("changed.db", "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 1", "no database of huso's"),
        ("newer.db", "UPDATE _sqlx_migrations SET version = 9999 WHERE version = 1", "of a newer huso"),
        (
            "orphan.db",
            "PRAGMA foreign_keys = OFF; INSERT INTO registration_sessions (registration, event, session, status)
             VALUES (99999, 'e', 'a', 'confirmed')",
            "belongs to none of registrations",
        ),
    ];
    for (name, sql, _) in altered {
        std::fs::write(place.path(name), &good).unwrap();
        place.sql(name, sql);
    }
    let before = std::fs::read(place.path("huso.db")).unwrap();
    let files = place.files();
    let damaged = [
        ("text.db", "not a database"),
        ("empty.db", "no database of huso's"),
        ("cut.db", ""),
        ("page.db", ""),
        ("missing.db", "missing.db"),
    ];
    for (name, says) in damaged.into_iter().chain(altered.map(|(name, _, says)| (name, says))) {
        refused(&place.restore(name), says);
        assert_eq!(place.files(), files, "{name}");
        assert!(std::fs::read(place.path("huso.db")).unwrap() == before, "{name}");
    }
}

#[test]
fn nothing_is_restored_under_a_running_server() {
    let place = Place::with_registrations(3);
    done(&place.backup("backup.db", &[]));
    let receiver = place.serve();
    let output = place.restore("backup.db");
    refused(&output, &format!("open in process {}: stop it first", receiver.child.id()));
    receiver.register("after");
    receiver.stop();
    assert_eq!(place.listed("huso.db").len(), 4);
}

#[test]
fn what_was_there_is_kept_with_its_log_and_nothing_of_it_comes_back() {
    let place = Place::with_registrations(3);
    done(&place.backup("backup.db", &[]));
    let receiver = place.serve();
    receiver.register("late");
    receiver.kill();
    assert!(place.path("huso.db-wal").exists(), "what was written last is in the log");
    let output = place.restore("backup.db");
    done(&output);
    assert!(!place.path("huso.db-wal").exists(), "no log of another database");
    assert!(out(&output).contains(&format!("huso.db: 3 registrations of {EVENT}")), "{}", out(&output));
    let files = place.files();
    let kept = files.iter().find(|name| name.starts_with("huso.db.before-")).unwrap();
    assert!(out(&output).contains(kept), "{}", out(&output));
    assert_eq!(place.listed(kept), ["r1", "r2", "r3", "late"]);
    assert_eq!(place.listed("huso.db"), ["r1", "r2", "r3"]);
    let receiver = place.serve();
    receiver.register("new");
    receiver.stop();
    assert_eq!(place.listed("huso.db").len(), 4);
    assert_eq!(place.listed("backup.db").len(), 3, "the backup is still there");
}

#[test]
fn a_damaged_database_gives_way_to_a_backup() {
    let place = Place::with_registrations(200);
    done(&place.backup("backup.db", &[]));
    for damage in [vec![0x5a; 4096], Vec::new()] {
        if damage.is_empty() {
            std::fs::remove_file(place.path("huso.db")).unwrap();
        } else {
            let file = std::fs::OpenOptions::new().write(true).open(place.path("huso.db")).unwrap();
            file.write_all_at(&damage, 0).unwrap();
        }
        done(&place.restore("backup.db"));
        assert_eq!(place.listed("huso.db").len(), 200);
    }
    assert_eq!(std::fs::metadata(place.path("huso.db")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_database_goes_back_to_its_owner() {
    use std::os::unix::fs::{MetadataExt as _, chown};
    let place = Place::with_registrations(3);
    done(&place.backup("backup.db", &[]));
    // Only root can give files away; others own what they restore anyway.
    if chown(place.path("huso.db"), Some(65_534), Some(65_534)).is_ok() {
        done(&place.restore("backup.db"));
        assert_eq!(std::fs::metadata(place.path("huso.db")).unwrap().uid(), 65_534);
    }
}

/// The commands are those that work: they are run as they are printed.
#[test]
fn of_postgresql_the_commands_are_printed_without_the_password() {
    let place = Place::new();
    let secret = "postgres://ana:top%20secret@db.example.org/huso?password=again&sslmode=require";
    for command in ["backup", "restore"] {
        let output = huso(&[command, "it's.dump", "--database", secret]);
        assert_eq!(output.status.code(), Some(2));
        let text = out(&output).to_owned() + err(&output);
        assert!(!text.contains("secret") && !text.contains("again"), "{text}");
        assert!(out(&output).contains("'postgres://ana@db.example.org/huso?sslmode=require'"), "{text}");
        assert!(out(&output).contains(r"'it'\''s.dump'") && err(&output).contains("PGPASSWORD"), "{text}");
    }
    let server = Server::start(Durability::None).unwrap();
    let (from, to) = (server.database().unwrap(), server.database().unwrap());
    sql(&from, "CREATE TABLE t (i int); INSERT INTO t VALUES (7)");
    let dump = place.path("it's.dump");
    for (command, database) in [("backup", &from), ("restore", &to)] {
        let output = huso(&[command, dump.to_str().unwrap(), "--database", database]);
        let programs = huso_test_postgres::programs().unwrap();
        let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
        let run = Command::new("sh").args(["-c", out(&output)]).env("PATH", path).output().unwrap();
        assert!(run.status.success(), "{}: {}", out(&output), err(&run));
    }
    sql(&to, "DO $$ BEGIN ASSERT (SELECT i FROM t) = 7; END $$");
}
