//! Puts a program together of what a reader finds, entry by entry.

use crate::origin::{Origin, Place};
use crate::program::{Named, Person, Program, ZoneClaim};
use crate::zone_names::iana;
use crate::{Finding, FindingKind, Read, Session, Stated};
use huso_agenda::event_file::LinkRel;
use huso_agenda::link;
use std::collections::{BTreeSet, HashMap};

/// Links of one session that are kept.
const MOST_LINKS: usize = 100;

/// A program that is being read.
pub(crate) struct Gather {
    file: usize,
    pub(crate) program: Program,
    findings: Vec<Finding>,
    tracks: HashMap<String, usize>,
    venues: HashMap<String, usize>,
    speakers: HashMap<String, usize>,
    unread: BTreeSet<String>,
    /// Minutes by which times differ from what is said again of them, as far as that was reported.
    differences: BTreeSet<i64>,
}

impl Gather {
    pub(crate) fn new(file: usize) -> Self {
        Self {
            file,
            program: Program::default(),
            findings: Vec::new(),
            tracks: HashMap::new(),
            venues: HashMap::new(),
            speakers: HashMap::new(),
            unread: BTreeSet::new(),
            differences: BTreeSet::new(),
        }
    }

    pub(crate) fn origin(&self, entry: &str) -> Origin {
        Origin { file: self.file, place: Place::Entry(entry.to_owned()) }
    }

    pub(crate) fn report(&mut self, entry: &str, kind: FindingKind) {
        let origin = self.origin(entry);
        self.findings.push(Finding { origin, kind });
    }

    /// That a time is said twice, and the second is some minutes from the first: where all of a file's are so by the same
    /// minutes, it is one contradiction, and said once.
    pub(crate) fn report_difference(&mut self, entry: &str, minutes: i64, one: &str, other: &str) {
        if self.differences.insert(minutes) {
            let (one, other) = (one.to_owned(), other.to_owned());
            self.report(entry, FindingKind::Contradiction { one, other });
        }
    }

    /// That the source names the zone of its times.
    pub(crate) fn zone(&mut self, zone: &str, words: String, entry: &str) {
        let origin = self.origin(entry);
        let zone = iana(zone).unwrap_or_else(|| zone.trim().to_owned());
        self.program.zones.push(ZoneClaim { zone, words, origin });
    }

    /// The track of a name; none where it has none.
    pub(crate) fn track(&mut self, name: &str) -> Option<usize> {
        named(&mut self.tracks, &mut self.program.tracks, name)
    }

    /// The venue of a name; none where it has none.
    pub(crate) fn venue(&mut self, name: &str) -> Option<usize> {
        named(&mut self.venues, &mut self.program.venues, name)
    }

    /// Somebody, by their key where they have one: two people may have one name.
    pub(crate) fn speaker(&mut self, person: Person) -> Option<usize> {
        let known = match &person.key {
            Some(key) => format!("key {key}"),
            None => format!("name {}", person.name),
        };
        if person.name.is_empty() {
            return None;
        }
        let next = self.program.speakers.len();
        let index = *self.speakers.entry(known).or_insert(next);
        if index == next {
            self.program.speakers.push(person);
        }
        Some(index)
    }

    /// A link of a session; what must not be linked to is left out.
    pub(crate) fn link(&mut self, session: &mut Session, rel: LinkRel, url: &str, entry: &str) {
        let url = url.trim();
        if url.is_empty() || session.links.iter().any(|(_, known)| known == url) {
            return;
        }
        if session.links.len() >= MOST_LINKS {
            self.unread("links");
        } else if link::is_safe(url) {
            session.links.push((rel, url.to_owned()));
        } else {
            self.report(entry, FindingKind::LeftOut(url.to_owned()));
        }
    }

    /// A time as written; one that can't be read is reported.
    pub(crate) fn time(&mut self, text: &str, entry: &str) -> Option<Stated> {
        if text.trim().is_empty() {
            return None;
        }
        let time = crate::written::time(text);
        if time.is_none() {
            self.report(entry, FindingKind::Time(text.to_owned()));
        }
        time
    }

    /// That something of entries has no place in an event file; said once, with every name.
    pub(crate) fn unread(&mut self, name: &str) {
        if !self.unread.contains(name) {
            self.unread.insert(name.to_owned());
        }
    }

    /// What was read.
    pub(crate) fn done(mut self) -> Read {
        if self.program.sessions.iter().all(|session| session.start.is_none()) {
            self.report("", FindingKind::NoTimes);
        }
        let unread = std::mem::take(&mut self.unread);
        if !unread.is_empty() {
            self.report("", FindingKind::LeftOut(unread.into_iter().collect::<Vec<_>>().join(", ")));
        }
        Read { program: self.program, findings: self.findings }
    }
}

fn named(known: &mut HashMap<String, usize>, all: &mut Vec<Named>, name: &str) -> Option<usize> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    if let Some(index) = known.get(name) {
        return Some(*index);
    }
    known.insert(name.to_owned(), all.len());
    all.push(Named { key: None, name: name.to_owned() });
    all.len().checked_sub(1)
}
