//! The organizer at the command line, while people register: cancels, promotes, erases, lists, backs up.

use crate::held::held;
use crate::ledger::Stage;
use crate::soak::Soak;
use huso_test_receiver::Connection;
use std::collections::BTreeSet;
use std::process::Output;

/// The organizer does one thing.
pub fn act(soak: &Soak, random: &mut fastrand::Rng) {
    match random.u8(..12) {
        0..4 => cancels(soak, random),
        4 => promotes(soak),
        5..7 => erases(soak, random),
        7 => lists(soak, "csv"),
        8 => lists(soak, "json-lines"),
        9 => writes_a_workbook(soak),
        10 => drop(run(soak, &["promotions"])),
        _ => backs_up(soak),
    }
}

/// Runs a command; `None`, and counted, where it failed or the program has no such command yet.
fn run(soak: &Soak, arguments: &[&str]) -> Option<Output> {
    let name = arguments.first().copied().unwrap_or_default();
    if !soak.commands.contains(name) {
        soak.tally.count(format!("huso {name}"), "there is no such command");
        return None;
    }
    let output = soak.huso.run(arguments).ok()?;
    let outcome = output.status.code().map_or("killed".to_owned(), |code| format!("ended with {code}"));
    soak.tally.count(format!("huso {name}"), outcome);
    note_promoted(soak, &output);
    output.status.success().then_some(output)
}

/// `moved up SUBMISSION …`
fn note_promoted(soak: &Soak, output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    let moved = text.lines().filter_map(|line| line.strip_prefix("moved up ")?.split([' ', ':']).next());
    held(&soak.ledger.promoted).extend(moved.map(str::to_owned));
}

fn cancels(soak: &Soak, random: &mut fastrand::Rng) {
    let Some(person) = soak.ledger.anybody(random) else { return };
    let mut person = held(&person);
    if !person.is_registered() {
        return;
    }
    let done = run(soak, &["cancel", &person.submission]);
    person.cancelled = if done.is_some() { Stage::Done } else { Stage::Perhaps };
}

fn promotes(soak: &Soak) {
    run(soak, &["promote"]);
}

fn erases(soak: &Soak, random: &mut fastrand::Rng) {
    let Some(person) = soak.ledger.anybody(random) else { return };
    let mut person = held(&person);
    if person.told.is_none() || person.erased != Stage::No || !soak.commands.contains("erase") {
        return;
    }
    let done = run(soak, &["erase", &person.submission]);
    person.erased = if done.is_some() { Stage::Done } else { Stage::Perhaps };
}

/// Those who are registered before a list is asked for, and whom nobody erases meanwhile: this thread alone does.
fn registered(soak: &Soak) -> BTreeSet<String> {
    let all = soak.ledger.all();
    let registered = all.iter().map(|person| held(person)).filter(|person| person.is_registered());
    registered.map(|person| person.submission.clone()).collect()
}

fn lists(soak: &Soak, format: &str) {
    let before = registered(soak);
    let Some(output) = run(soak, &["registrations", "--format", format]) else { return };
    let text = String::from_utf8_lossy(&output.stdout);
    let words: BTreeSet<&str> = text.split([',', '"', '\n']).collect();
    let missing = before.iter().filter(|id| !words.contains(id.as_str())).count();
    if missing > 0 {
        soak.tally.wrong(format!("{missing} who are registered are not in the list ({format})"));
    }
}

fn writes_a_workbook(soak: &Soak) {
    let file = soak.folder.path().join("registrations.xlsx");
    if let Some(file) = file.to_str() {
        run(soak, &["registrations", "--format", "xlsx", "-o", file]);
    }
}

fn backs_up(soak: &Soak) {
    if soak.victim.database.starts_with("postgres://") {
        return;
    }
    let file = soak.folder.path().join("backup.db");
    let _ = std::fs::remove_file(&file);
    let Some(file) = file.to_str() else { return };
    let before = registered(soak);
    if run(soak, &["backup", file]).is_none() {
        return;
    }
    let rows = Connection::open(file)
        .and_then(|mut copy| copy.rows("SELECT CAST(submission AS TEXT) FROM registrations"));
    match rows {
        Ok(rows) => {
            let copied: BTreeSet<_> = rows.into_iter().flatten().collect();
            let missing = before.difference(&copied).count();
            if missing > 0 {
                soak.tally.wrong(format!("{missing} who are registered are not in the backup"));
            }
        }
        Err(error) => soak.tally.wrong(format!("the backup can't be read: {error:#}")),
    }
}
