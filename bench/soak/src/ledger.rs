//! What people did, and what they were told: the truth that the database is compared with.

use crate::event::Event;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// How far something came that the organizer does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Not yet.
    #[default]
    No,
    /// It was tried, and whether it was done isn't known.
    Perhaps,
    /// It is done.
    Done,
}

/// A receipt: the status of the whole, and of each session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// `confirmed`, `waitlisted` or `cancelled`.
    pub status: String,
    /// By session id.
    pub sessions: BTreeMap<String, String>,
}

/// One filled form.
#[derive(Debug)]
pub struct Person {
    /// The event.
    pub event: &'static Event,
    /// The form's id.
    pub submission: String,
    /// Tells people apart.
    pub name: String,
    /// The sessions chosen in the form.
    pub sessions: Vec<&'static str>,
    /// What they were told last; `None` as long as no answer came.
    pub told: Option<Told>,
    /// Whether it may never be stored: it was refused.
    pub is_refused: bool,
    /// With it sessions are added.
    pub token: Option<String>,
    /// Sessions that were to be added, and nobody knows whether they were.
    pub perhaps_added: BTreeSet<&'static str>,
    /// Whether the organizer cancelled it.
    pub cancelled: Stage,
    /// Whether the organizer erased it, and so cancelled it.
    pub erased: Stage,
}

impl Person {
    /// Somebody who hasn't sent the form yet.
    pub fn new(event: &'static Event, submission: String, sessions: Vec<&'static str>) -> Self {
        Self {
            event,
            name: format!("Ana {submission}"),
            submission,
            sessions,
            told: None,
            is_refused: false,
            token: None,
            perhaps_added: BTreeSet::new(),
            cancelled: Stage::No,
            erased: Stage::No,
        }
    }

    /// The form as it is sent.
    pub fn form(&self) -> Value {
        // One address for all who have this name's last digit: colleagues of one office.
        let office = self.name.chars().last().unwrap_or_default();
        json!({
            "huso": 1, "submission": self.submission, "event": self.event.id, "language": "es",
            "answers": { "name": self.name, "email": format!("office-{office}@example.org") },
            "sessions": self.sessions
        })
    }

    /// Whether they are registered, as far as they know.
    pub fn is_registered(&self) -> bool {
        self.told.is_some() && self.cancelled == Stage::No && self.erased == Stage::No
    }

    /// Notes a receipt. What is wrong with it, if anything is: who has a seat keeps it until it is cancelled, who
    /// waits may have moved up.
    pub fn hears(&mut self, told: Told) -> Result<(), String> {
        let wrong = self.contradiction(&told);
        self.told = Some(told);
        wrong.map_or(Ok(()), Err)
    }

    fn contradiction(&self, told: &Told) -> Option<String> {
        let id = &self.submission;
        match (self.cancelled, told.status.as_str()) {
            (Stage::Done, "cancelled") | (Stage::Perhaps, "cancelled") => return None,
            (Stage::Done, status) => return Some(format!("{id} is cancelled, and told {status}")),
            (_, "confirmed" | "waitlisted") => {}
            (_, status) => return Some(format!("{id} is told {status}")),
        }
        if let Some(missing) = self.sessions.iter().find(|session| !told.sessions.contains_key(**session)) {
            return Some(format!("{id} is told nothing of session {missing}"));
        }
        let before = self.told.as_ref().filter(|before| before.status != "cancelled")?;
        let whole = [(&before.status, Some(&told.status))];
        let parts = before.sessions.iter().map(|(id, status)| (status, told.sessions.get(id)));
        let fell = |(before, now): &(&String, Option<&String>)| !may_become(before, now.map(String::as_str));
        let fallen = whole.into_iter().chain(parts).find(fell)?;
        Some(format!("{id} was told {}, and now {:?}", fallen.0, fallen.1))
    }
}

/// Whether that status can follow from another without a cancellation.
pub fn may_become(before: &str, now: Option<&str>) -> bool {
    now == Some(before) || (before, now) == ("waitlisted", Some("confirmed"))
}

/// Everybody.
#[derive(Debug, Default)]
pub struct Ledger {
    people: RwLock<Vec<Arc<Mutex<Person>>>>,
    /// Who moved up, as the organizer was told.
    pub promoted: Mutex<BTreeSet<String>>,
}

impl Ledger {
    /// Adds somebody.
    pub fn add(&self, person: Person) {
        let person = Arc::new(Mutex::new(person));
        self.people.write().unwrap_or_else(PoisonError::into_inner).push(person);
    }

    /// Everybody until now.
    pub fn all(&self) -> Vec<Arc<Mutex<Person>>> {
        self.people.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Anybody.
    pub fn anybody(&self, random: &mut fastrand::Rng) -> Option<Arc<Mutex<Person>>> {
        let people = self.people.read().unwrap_or_else(PoisonError::into_inner);
        if people.is_empty() { None } else { people.get(random.usize(..people.len())).cloned() }
    }
}
