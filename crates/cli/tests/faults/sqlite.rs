//! SQLite: its disk, its file, its lock.

use crate::trial::{PEOPLE, Trial};
use huso_test_receiver::{Connection, Disk};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// Longer than `/readyz` believes what it found.
const LOOKED: Duration = Duration::from_secs(6);

/// What SQLite writes to.
const FILES: [&str; 3] = ["huso.db", "huso.db-wal", "huso.db-shm"];

struct Files {
    folder: TempDir,
}

impl Files {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn database(&self) -> String {
        text(&self.path("huso.db"))
    }

    /// Takes all of them away, or back.
    fn rename(&self, from: &str, to: &str) {
        for name in FILES {
            let (from, to) = (self.path(&format!("{from}{name}")), self.path(&format!("{to}{name}")));
            if from.exists() {
                std::fs::rename(from, to).unwrap();
            }
        }
    }
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

#[test]
fn full_disk() {
    let disk = match Disk::mount(4) {
        Ok(disk) => disk,
        Err(reason) => return eprintln!("skipped: {reason}; files_that_may_not_grow is tried instead"),
    };
    let mut trial = Trial::start(&text(&disk.path().join("huso.db")));
    for _ in 0..2 {
        disk.fill().unwrap();
        trial.is_noticed();
        // Some may still be stored: SQLite begins its log anew in the place that it has.
        trial.people_register();
        disk.free().unwrap();
        trial.recovers();
    }
    trial.told_the_truth();
}

/// As a full disk, by the limit of file sizes, for which nobody has to be root.
#[test]
fn files_that_may_not_grow() {
    let files = Files::new();
    let mut trial = Trial::start(&files.database());
    trial.receiver().limit_files(Some(4096)).unwrap();
    trial.is_broken();
    trial.receiver().limit_files(None).unwrap();
    trial.recovers();
    trial.told_the_truth();
}

#[test]
fn locked_by_another_program() {
    let files = Files::new();
    let mut trial = Trial::start(&files.database());
    let lock = Connection::open(&files.database()).unwrap().lock("BEGIN EXCLUSIVE").unwrap();
    trial.is_broken();
    lock.release().unwrap();
    trial.recovers();
    // One that is over before anybody gives up is waited for.
    let lock = Connection::open(&files.database()).unwrap().lock("BEGIN EXCLUSIVE").unwrap();
    thread::scope(|scope| {
        let people = scope.spawn(|| trial.people_register());
        thread::sleep(Duration::from_secs(1));
        lock.release().unwrap();
        assert_eq!(people.join().unwrap(), PEOPLE);
    });
    trial.told_the_truth();
}

/// What was acknowledged until then is lost with the file; what is afterwards may not go into one that nobody
/// finds any more.
#[test]
fn removed_files() {
    let files = Files::new();
    let mut trial = Trial::start(&files.database());
    FILES.iter().for_each(|name| drop(std::fs::remove_file(files.path(name))));
    trial.forget();
    trial.is_broken();
    assert!(!files.path("huso.db").exists(), "another, empty one would give away every seat again");
}

#[test]
fn files_renamed_away() {
    let files = Files::new();
    let mut trial = Trial::start(&files.database());
    files.rename("", "away-");
    trial.is_broken();
    files.rename("away-", "");
    trial.recovers();
    trial.told_the_truth();
}

/// As when somebody copies a backup over it: what is acknowledged afterwards is in what is found there.
#[test]
fn another_file_in_its_place() {
    let files = Files::new();
    let mut earlier = Trial::start(&files.database());
    earlier.people_register();
    earlier.told_the_truth();
    files.rename("", "earlier-");

    let mut trial = Trial::start(&files.database());
    files.rename("", "away-");
    files.rename("earlier-", "");
    trial.forget();
    trial.people_register();
    thread::sleep(LOOKED);
    trial.is_as_ready_as_it_says();
    trial.told_the_truth();
}

/// The log holds what was acknowledged last.
#[test]
fn removed_log() {
    let files = Files::new();
    let mut trial = Trial::start(&files.database());
    std::fs::remove_file(files.path("huso.db-wal")).unwrap();
    trial.forget();
    trial.people_register();
    thread::sleep(LOOKED);
    trial.is_as_ready_as_it_says();
    trial.told_the_truth();
}

#[test]
fn read_only_files() {
    let files = Files::new();
    let mut trial = Trial::start(&files.database());
    let Some(immutable) = Immutable::make(&files) else {
        return eprintln!("skipped: chattr +i needs root, and a file system that heeds it for open files");
    };
    trial.is_broken();
    drop(immutable);
    trial.recovers();
    trial.told_the_truth();
}

/// Modes don't bind root, and what is open can be written whatever they become: this does.
struct Immutable<'a>(&'a Files);

impl<'a> Immutable<'a> {
    fn make(files: &'a Files) -> Option<Self> {
        let probe = files.path("huso.db-probe");
        let mut open = OpenOptions::new().create(true).append(true).open(&probe).unwrap();
        let made = Self(files);
        made.change("+i");
        open.write_all(b"written").is_err().then_some(made)
    }

    /// Not of the shared memory (`-shm`): whoever writes to what is mapped is ended by the kernel (SIGBUS).
    fn change(&self, attribute: &str) {
        let files = ["", "huso.db", "huso.db-wal", "huso.db-probe"].map(|name| self.0.path(name));
        let _ = Command::new("chattr").arg(attribute).args(files).status();
    }
}

impl Drop for Immutable<'_> {
    fn drop(&mut self) {
        self.change("-i");
    }
}
