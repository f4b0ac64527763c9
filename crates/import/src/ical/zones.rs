//! Whose clocks the names of a file are of.

use super::clock::{Clock, Rules, Time};
use super::component::Component;
use super::observances::Observances;
use super::property::Property;
use super::{value, zone_names};
use crate::finding::{Finding, FindingKind};
use crate::origin::{Origin, Place};
use crate::zone_names::iana;
use chrono::NaiveDateTime;
use huso_agenda::{Offsets as _, Zone, zone};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Names that a file may have; wall times of each by which zones are compared.
const MOST_NAMES: usize = 500;
const MOST_WALLS: usize = 200;

/// The names of zones that a file has, and what they are.
#[derive(Default)]
pub(super) struct Zones {
    /// VTIMEZONEs by their TZID: their clocks, and the IANA name that they say they are, if they do.
    described: HashMap<String, (Option<Rc<Observances>>, Option<String>)>,
    /// Names that were met.
    met: HashMap<String, Met>,
}

/// A name that was met.
struct Met {
    line: usize,
    clock: Clock,
    taken: Option<String>,
    rules: Option<Rc<Observances>>,
    walls: BTreeSet<NaiveDateTime>,
}

impl Zones {
    /// Takes in a VTIMEZONE. `days` as in [`super::recur::occurrences`].
    pub(super) fn describe(&mut self, component: &Component, days: &mut usize) {
        let Some(name) = component.first("TZID").filter(|_| self.described.len() < MOST_NAMES) else {
            return;
        };
        let said = ["TZID-ALIAS-OF", "X-LIC-LOCATION"].iter().find_map(|key| component.first(key));
        let said = said.and_then(|property| iana(&value::text(&property.value)));
        let rules = Observances::new(component, days).map(Rc::new);
        self.described.entry(value::text(&name.value)).or_insert((rules, said));
    }

    /// A time that a property has, or one of its times.
    pub(super) fn time(&mut self, property: &Property, written: value::Written) -> Time {
        let named = property.param("TZID").filter(|name| !name.is_empty());
        match (named, written) {
            (Some(name), value::Written::Wall(wall)) => {
                Time::new(written, self.clock(name, wall, property.line))
            }
            _ => Time::new(written, Clock::Floating),
        }
    }

    fn clock(&mut self, name: &str, wall: NaiveDateTime, line: usize) -> Clock {
        if let Some(met) = self.met.get_mut(name) {
            if met.walls.len() < MOST_WALLS {
                met.walls.insert(wall);
            }
            return met.clock.clone();
        }
        let (rules, said) = self.described.get(name).cloned().unwrap_or_default();
        let iana = iana(name).or(said);
        let taken = iana.or_else(|| zone_names::windows(name).map(str::to_owned));
        let clock = clock(name, taken.as_deref(), rules.clone());
        if self.met.len() < MOST_NAMES {
            let met = Met { line, clock: clock.clone(), taken, rules, walls: BTreeSet::from([wall]) };
            self.met.insert(name.to_owned(), met);
        }
        clock
    }

    /// What has to be known of the names.
    pub(super) fn findings(&self, file: usize) -> impl Iterator<Item = Finding> {
        self.met.iter().filter_map(move |(name, met)| {
            Some(Finding { origin: Origin { file, place: Place::Line(met.line) }, kind: met.finding(name)? })
        })
    }
}

/// What a name's clocks are: those of the zone that it names, else those that the file describes.
fn clock(name: &str, taken: Option<&str>, rules: Option<Rc<Observances>>) -> Clock {
    if zone_names::is_utc(name) {
        return Clock::Utc;
    }
    if let Some(taken) = taken {
        let embedded = Zone::named(taken).map(Rules::Embedded);
        let rules = embedded.unwrap_or_else(|_| rules.map_or(Rules::None, Rules::File));
        return Clock::Zone { name: taken.into(), rules };
    }
    match (rules, zone_names::fixed(name)) {
        (Some(rules), _) => Clock::Own(rules),
        (None, Some(offset)) => Clock::Offset(offset),
        (None, None) => Clock::Floating,
    }
}

impl Met {
    fn finding(&self, name: &str) -> Option<FindingKind> {
        let zone = self.taken.as_deref().and_then(|taken| Zone::named(taken).ok());
        let contradicts = || {
            zone.as_ref().zip(self.rules.as_deref()).is_some_and(|(zone, rules)| !self.agrees(zone, rules))
        };
        let is_known =
            self.clock == Clock::Utc || self.taken.is_some() && zone_names::windows(name).is_none();
        if is_known && !contradicts() {
            return None;
        }
        Some(FindingKind::Zone {
            name: name.to_owned(),
            taken: self.taken.clone(),
            fitting: self.fitting(name),
        })
    }

    /// The embedded zones that have the offsets of the file's rules at each of the name's times.
    fn fitting(&self, name: &str) -> Vec<String> {
        if let Some(rules) = self.rules.as_deref() {
            return Zone::all()
                .filter(|zone| self.agrees(zone, rules))
                .map(|zone| zone.name().to_owned())
                .collect();
        }
        let meant = zone::refused().find(|(short, _)| *short == name).map(|(_, candidates)| candidates);
        meant.unwrap_or_default().iter().map(|candidate| (*candidate).to_owned()).collect()
    }

    fn agrees(&self, zone: &Zone, rules: &Observances) -> bool {
        self.walls.iter().all(|wall| {
            let offset = zone.offset_at(zone.resolve(*wall).instant());
            rules.offset_at(*wall).is_some_and(|said| said.local_minus_utc() == offset)
        })
    }
}
