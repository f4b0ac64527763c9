//! The database compared with what people were told.

use crate::event::Event;
use crate::held::held;
use crate::ledger::{Person, Stage, may_become};
use crate::soak::Soak;
use crate::traces::traces;
use crate::victim::Means;
use anyhow::{Context as _, Result};
use huso_test_receiver::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap};

const REGISTRATIONS: &str = "SELECT CAST(r.id AS TEXT), event, submission, received_at, status, cancelled_at \
                             FROM registrations r ORDER BY r.id";
const SESSIONS: &str = "SELECT CAST(registration AS TEXT), session, status FROM registration_sessions";
/// Seats that are held; of an event as a whole without a session's name.
const HELD: &str = "SELECT event, '', CAST(count(*) AS TEXT) FROM registrations
                    WHERE status = 'confirmed' AND cancelled_at IS NULL GROUP BY event
                    UNION ALL
                    SELECT event, session, CAST(count(*) AS TEXT) FROM registration_sessions
                    WHERE status = 'confirmed' AND cancelled_at IS NULL GROUP BY event, session";
/// The same as the receiver counts them.
const COUNTED: &str = "SELECT event, session, CAST(taken AS TEXT) FROM seats WHERE taken > 0";
const PROMOTED: &str = "SELECT r.submission FROM promotions p JOIN registrations r ON r.id = p.registration";

/// A stored registration.
struct Row {
    id: u64,
    event: String,
    submission: String,
    received_at: String,
    status: String,
    is_cancelled: bool,
    sessions: BTreeMap<String, String>,
}

/// What the audits before found.
#[derive(Debug, Default)]
pub struct Memory {
    /// Whose row each id is.
    owners: HashMap<u64, String>,
}

/// Compares all of it, while nobody does anything.
pub fn audit(soak: &Soak, memory: &mut Memory) {
    if let Err(error) = compare(soak, memory) {
        return soak.tally.wrong(format!("audit: {error:#}"));
    }
    soak.tally.count("audit", "done");
}

fn compare(soak: &Soak, memory: &mut Memory) -> Result<()> {
    let mut database = Connection::open(&soak.victim.database)?;
    // Whoever hung up may be registered meanwhile: all is of one moment.
    database.execute(soak.victim.snapshot())?;
    let rows = rows(&mut database)?;
    let (held, counted) = (database.rows(HELD)?, database.rows(COUNTED));
    let promoted = database.rows(PROMOTED);
    database.execute("ROLLBACK")?;

    order(soak, &rows, memory);
    capacities(soak, &held)?;
    match counted {
        Ok(counted) if sorted(&counted) != sorted(&held) => {
            soak.tally.wrong(format!(
                "seats are counted as {:?} and are {:?}",
                sorted(&counted),
                sorted(&held)
            ));
        }
        Ok(_) => soak.tally.count("audit", "counters equal a recount"),
        Err(_) => soak.tally.count("audit", "there are no counters"),
    }
    let promoted = promoted.unwrap_or_default().into_iter().flatten();
    let promoted: BTreeSet<String> =
        promoted.chain(self::held(&soak.ledger.promoted).iter().cloned()).collect();
    everybody(soak, &rows, &promoted);
    erased(soak)?;
    doctor(soak)
}

fn sorted(rows: &[Vec<String>]) -> BTreeSet<&[String]> {
    rows.iter().map(Vec::as_slice).collect()
}

fn rows(database: &mut Connection) -> Result<Vec<Row>> {
    let mut sessions = HashMap::<String, BTreeMap<String, String>>::new();
    for row in database.rows(SESSIONS)? {
        let [registration, session, status] = cells(row)?;
        sessions.entry(registration).or_default().insert(session, status);
    }
    let row = |row| {
        let [id, event, submission, received_at, status, cancelled_at] = cells(row)?;
        let sessions = sessions.remove(&id).unwrap_or_default();
        let (id, is_cancelled) = (id.parse()?, !cancelled_at.is_empty());
        Ok(Row { id, event, submission, received_at, status, is_cancelled, sessions })
    };
    database.rows(REGISTRATIONS)?.into_iter().map(row).collect()
}

fn cells<const N: usize>(row: Vec<String>) -> Result<[String; N]> {
    row.try_into().ok().context("columns")
}

/// Ids and times rise together, and an id is given once.
fn order(soak: &Soak, rows: &[Row], memory: &mut Memory) {
    let mut last = HashMap::<&str, &str>::new();
    for row in rows {
        let before = last.insert(&row.event, &row.received_at);
        if before.is_some_and(|before| before > row.received_at.as_str()) {
            soak.tally.wrong(format!("{} came before the row above it", row.submission));
        }
        let owner = memory.owners.entry(row.id).or_insert_with(|| row.submission.clone());
        if *owner != row.submission {
            soak.tally.wrong(format!("the id of {owner} was given to {}, too", row.submission));
        }
    }
}

/// Nobody has a seat that isn't there.
fn capacities(soak: &Soak, held: &[Vec<String>]) -> Result<()> {
    for row in held {
        let [event, session, taken] = cells(row.clone())?;
        let taken: usize = taken.parse()?;
        let seats = Event::of(&event).and_then(|event| event.seats(&session));
        if seats.is_some_and(|seats| taken > seats) {
            soak.tally.wrong(format!("{taken} hold the seats of {event} {session}"));
        }
    }
    Ok(())
}

/// At any moment, whoever does something just now.
pub fn watch(soak: &Soak) {
    let held = Connection::open(&soak.victim.database).and_then(|mut database| database.rows(HELD));
    match held.and_then(|held| capacities(soak, &held)) {
        Ok(()) => soak.tally.count("seats watched", "none given twice"),
        // A fault keeps this from the database too.
        Err(_) => soak.tally.count("seats watched", "no answer"),
    }
}

/// Each is stored as they were told.
fn everybody(soak: &Soak, rows: &[Row], promoted: &BTreeSet<String>) {
    let mut stored = HashMap::<[String; 2], Vec<&Row>>::new();
    for row in rows {
        stored.entry([row.event.clone(), row.submission.clone()]).or_default().push(row);
    }
    for person in soak.ledger.all() {
        let person = held(&person);
        let key = [person.event.id.to_owned(), person.submission.clone()];
        let rows = stored.remove(&key).unwrap_or_default();
        if let Some(wrong) = untruth(&person, &rows, promoted.contains(&person.submission)) {
            soak.tally.wrong(wrong);
        }
    }
    for [_, submission] in stored.into_keys() {
        soak.tally.wrong(format!("{submission} is stored, and nobody sent it"));
    }
}

/// Nothing that is personal is left of whoever was erased.
fn erased(soak: &Soak) -> Result<()> {
    let Means::Sqlite = soak.victim.means else { return Ok(()) };
    let traces = traces(&soak.victim.database)?;
    for person in soak.ledger.all() {
        let person = held(&person);
        if person.erased == Stage::Done && traces.contains(&person.submission) {
            soak.tally.wrong(format!("{} was erased, and the name is in the file", person.submission));
        }
    }
    soak.tally.count("audit", "nothing is left of those who were erased");
    Ok(())
}

/// What is wrong with how somebody is stored.
fn untruth(person: &Person, rows: &[&Row], is_promoted: bool) -> Option<String> {
    let id = &person.submission;
    let row = match (rows, &person.told) {
        (_, _) if person.is_refused => {
            return (!rows.is_empty()).then(|| format!("{id} was refused, and is stored"));
        }
        // It came, and its answer was lost, or it didn't come.
        ([] | [_], None) => return None,
        (_, Some(_)) if person.erased != Stage::No => return None,
        ([row], Some(_)) => row,
        _ => return Some(format!("{id} was told {:?}, and is stored {} times", person.told, rows.len())),
    };
    let told = person.told.as_ref()?;
    match person.cancelled {
        Stage::Done if !row.is_cancelled => return Some(format!("{id} was cancelled, and is not")),
        Stage::No if row.is_cancelled => return Some(format!("{id} is cancelled, and nobody did it")),
        _ if row.is_cancelled => return None,
        _ => {}
    }
    let is_so =
        |told: &str, stored: Option<&str>| stored == Some(told) || (is_promoted && may_become(told, stored));
    let differs = !is_so(&told.status, Some(&row.status))
        || told.sessions.iter().any(|(id, told)| !is_so(told, row.sessions.get(id).map(String::as_str)))
        || row
            .sessions
            .keys()
            .any(|id| !told.sessions.contains_key(id) && !person.perhaps_added.contains(id.as_str()));
    differs.then(|| format!("{id} was told {told:?}, and is {} {:?}", row.status, row.sessions))
}

/// The program's own look at it.
fn doctor(soak: &Soak) -> Result<()> {
    if !soak.commands.contains("doctor") {
        soak.tally.count("huso doctor", "there is no such command");
        return Ok(());
    }
    let output = soak.huso.run(&["doctor"])?;
    if output.status.success() {
        soak.tally.count("huso doctor", "finds nothing");
    } else {
        soak.tally.wrong(format!("huso doctor: {}", String::from_utf8_lossy(&output.stdout).trim()));
    }
    Ok(())
}
