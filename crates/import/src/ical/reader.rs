//! What reading a file of iCalendar needs everywhere in it: its zones, its names, and what is found.

use super::clock::Time;
use super::component::Component;
use super::property::Property;
use super::recur::DAYS;
use super::value;
use super::zone_names::is_utc;
use super::zones::Zones;
use crate::Read;
use crate::finding::{Finding, FindingKind};
use crate::origin::{Origin, Place};
use crate::program::{Named, Program};
use std::collections::{HashMap, HashSet};

/// A file as far as it was read.
pub(super) struct Reader {
    file: usize,
    pub(super) program: Program,
    findings: Vec<Finding>,
    zones: Zones,
    /// Zones that stand beside times in UTC.
    beside_instants: HashSet<String>,
    tracks: HashMap<String, usize>,
    venues: HashMap<String, usize>,
    /// Days that rules may still go through.
    pub(super) days: usize,
}

impl Reader {
    pub(super) fn new(file: usize) -> Self {
        Self {
            file,
            program: Program::default(),
            findings: Vec::new(),
            zones: Zones::default(),
            beside_instants: HashSet::new(),
            tracks: HashMap::new(),
            venues: HashMap::new(),
            days: DAYS,
        }
    }

    pub(super) fn origin(&self, line: usize) -> Origin {
        Origin { file: self.file, place: Place::Line(line) }
    }

    pub(super) fn find(&mut self, line: usize, kind: FindingKind) {
        self.findings.push(Finding { origin: self.origin(line), kind });
    }

    pub(super) fn left_out(&mut self, property: &Property) {
        self.find(property.line, FindingKind::LeftOut(property.quoted()));
    }

    /// A time of a property; what can't be read is reported.
    pub(super) fn time(&mut self, property: &Property, text: &str) -> Option<Time> {
        let Some(written) = value::time(text) else {
            self.find(property.line, FindingKind::Time(property.quoted()));
            return None;
        };
        self.report_zone_of_instant(property, written, text);
        Some(self.zones.time(property, written))
    }

    /// Reports a zone beside a time in UTC, which it must not have (RFC 5545, 3.2.19), once for each zone.
    fn report_zone_of_instant(&mut self, property: &Property, written: value::Written, text: &str) {
        let named = property.param("TZID").filter(|name| !name.is_empty() && !is_utc(name));
        let Some(name) = named.filter(|_| matches!(written, value::Written::Utc(_))) else { return };
        if self.beside_instants.insert(name.to_owned()) {
            let one = ["TZID=", name].concat();
            self.find(property.line, FindingKind::Contradiction { one, other: text.trim().to_owned() });
        }
    }

    /// The times of a list.
    pub(super) fn times(&mut self, property: &Property) -> Vec<Time> {
        let texts = property.value.split(',').filter(|text| !text.trim().is_empty());
        texts.filter_map(|text| self.time(property, text)).collect()
    }

    pub(super) fn track(&mut self, name: &str) -> Option<usize> {
        index(&mut self.tracks, &mut self.program.tracks, name)
    }

    pub(super) fn venue(&mut self, name: &str) -> Option<usize> {
        index(&mut self.venues, &mut self.program.venues, name)
    }

    pub(super) fn describe_zones(&mut self, calendar: &Component) {
        for part in calendar.components.iter().filter(|part| part.name == "VTIMEZONE") {
            self.zones.describe(part, &mut self.days);
        }
    }

    pub(super) fn finish(mut self) -> Read {
        self.findings.extend(self.zones.findings(self.file));
        self.findings.sort_by_key(|finding| match finding.origin.place {
            Place::Line(line) => line,
            _ => 0,
        });
        Read { program: self.program, findings: self.findings }
    }
}

/// Which of those named one is; it becomes the last, if it is none. Nothing for an empty name.
fn index(known: &mut HashMap<String, usize>, all: &mut Vec<Named>, name: &str) -> Option<usize> {
    if name.is_empty() {
        return None;
    }
    Some(*known.entry(name.to_owned()).or_insert_with(|| {
        all.push(Named { key: None, name: name.to_owned() });
        all.len() - 1
    }))
}
