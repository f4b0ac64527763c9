//! A whole file: calendars, and what of them makes a program.

use super::clock::Time;
use super::component::Component;
use super::event::Event;
use super::key::Key;
use super::lines::lines;
use super::property::{Property, quoted};
use super::recur::DAYS;
use super::series::MOST as MOST_TIMES;
use super::zones::Zones;
use super::{value, zone_names};
use crate::Read;
use crate::finding::{Finding, FindingKind};
use crate::origin::{Origin, Place};
use crate::program::{Named, Program, ZoneClaim};
use std::collections::HashMap;

/// Sessions of one file that are read.
const MOST: usize = 10_000;

/// Reads a file of iCalendar, whatever is wrong with it. Times are those that each event's own TZID, `Z` or absence of
/// both says; X-WR-TIMEZONE is what the file claims of all of them.
///
/// ```
/// let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Apertura\nDTSTART;TZID=America/Bogota:20270809T100000\nEND:VEVENT";
/// let read = huso_import::ical::read(file, 0);
/// assert_eq!(huso_import::settle(&read.program, None).unwrap().timezone, "America/Bogota");
/// ```
pub fn read(text: &str, file: usize) -> Read {
    let (whole, strays) = Component::whole(lines(text));
    let mut reader = Reader::new(file);
    for line in strays {
        reader.find(line.number, FindingKind::LeftOut(quoted(&line.text)));
    }
    let calendars = || whole.components.iter().filter(|part| part.name == "VCALENDAR").chain([&whole]);
    let mut events = Vec::new();
    for calendar in calendars() {
        reader.describe_zones(calendar);
    }
    for calendar in calendars() {
        reader.calendar(calendar);
        events.extend(reader.events(calendar));
    }
    if events.is_empty() && !whole.components.iter().any(|part| part.name == "VCALENDAR") {
        reader.find(1, FindingKind::Broken("no VCALENDAR, no VEVENT".into()));
    }
    // Events outside of calendars may stand anywhere.
    events.sort_by_key(|event| event.component.line);
    reader.sessions(&events);
    reader.finish()
}

/// What was read until now.
pub(super) struct Reader {
    file: usize,
    program: Program,
    findings: Vec<Finding>,
    zones: Zones,
    tracks: HashMap<String, usize>,
    venues: HashMap<String, usize>,
    /// Days that rules may still go through.
    pub(super) days: usize,
}

impl Reader {
    fn new(file: usize) -> Self {
        Self {
            file,
            program: Program::default(),
            findings: Vec::new(),
            zones: Zones::default(),
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
        Some(self.zones.time(property, written))
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

    fn describe_zones(&mut self, calendar: &Component) {
        for part in calendar.components.iter().filter(|part| part.name == "VTIMEZONE") {
            self.zones.describe(part, &mut self.days);
        }
    }

    /// What a calendar says of itself: RFC 7986, and what programs invented before it. The first that says it counts.
    fn calendar(&mut self, calendar: &Component) {
        let text = |names: [&str; 2]| {
            let first = names.iter().find_map(|name| calendar.first(name));
            first.map(|property| value::text(&property.value)).filter(|text| !text.is_empty())
        };
        let program = &mut self.program;
        if program.title.is_empty() {
            program.title = text(["NAME", "X-WR-CALNAME"]).unwrap_or_default();
        }
        if program.summary.is_empty() {
            program.summary = text(["DESCRIPTION", "X-WR-CALDESC"]).unwrap_or_default();
        }
        let url = || text(["URL", "X-ORIGINAL-URL"]).filter(|url| huso_agenda::link::is_web(url));
        program.url = program.url.take().or_else(url);
        for property in calendar.all("X-WR-TIMEZONE").filter(|property| !property.value.is_empty()) {
            self.claim(property);
        }
    }

    fn claim(&mut self, property: &Property) {
        let name = value::text(&property.value);
        let utc = || zone_names::is_utc(&name).then(|| "UTC".to_owned());
        let windows = zone_names::windows(&name).map(str::to_owned);
        let taken = zone_names::iana(&name).or_else(utc).or_else(|| windows.clone());
        if taken.is_none() || windows.is_some() {
            let kind = FindingKind::Zone { name, taken: taken.clone(), fitting: Vec::new() };
            self.find(property.line, kind);
        }
        if let Some(zone) = taken {
            let (words, origin) = (property.quoted(), self.origin(property.line));
            self.program.zones.push(ZoneClaim { zone, words, origin });
        }
    }

    /// The events of a calendar. What else it holds is reported.
    fn events<'a>(&mut self, calendar: &'a Component) -> Vec<Event<'a>> {
        let method = calendar.first("METHOD").map(|method| method.value.as_str());
        let is_cancelled = method.is_some_and(|method| method.eq_ignore_ascii_case("CANCEL"));
        let mut events = Vec::new();
        for part in &calendar.components {
            match part.name.as_str() {
                "VEVENT" => events.push(Event::new(part, is_cancelled, self)),
                "VTIMEZONE" | "VCALENDAR" => {}
                other => {
                    let title =
                        part.first("SUMMARY").map(|title| value::text(&title.value)).unwrap_or_default();
                    self.find(
                        part.line,
                        FindingKind::LeftOut(quoted(&["BEGIN:", other, " ", &title].concat())),
                    );
                }
            }
        }
        events
    }

    fn sessions(&mut self, events: &[Event]) {
        let newest = newest(events);
        let mut elsewhere: HashMap<&str, Vec<Time>> = HashMap::new();
        for event in events {
            if let Some(time) = &event.of_series {
                elsewhere.entry(&event.uid).or_default().push(time.clone());
            }
        }
        for event in events {
            let line = event.component.line;
            if newest.get(&event.identity()).is_some_and(|newest| event.sequence < *newest) {
                self.find(
                    line,
                    FindingKind::LeftOut(format!("UID:{} SEQUENCE:{}", quoted(&event.uid), event.sequence)),
                );
                continue;
            }
            let room = MOST.saturating_sub(self.program.sessions.len());
            if room == 0 {
                return self.find(line, FindingKind::Cut { written: "BEGIN:VEVENT".into(), kept: MOST });
            }
            let elsewhere = elsewhere.get(event.uid.as_str()).map_or(&[][..], Vec::as_slice);
            let mut sessions = event.sessions(elsewhere, self);
            if sessions.len() > room.min(MOST_TIMES) {
                sessions.truncate(room.min(MOST_TIMES));
                self.find(line, FindingKind::Cut { written: "BEGIN:VEVENT".into(), kept: sessions.len() });
            }
            self.program.sessions.append(&mut sessions);
        }
    }

    fn finish(mut self) -> Read {
        self.findings.extend(self.zones.findings(self.file));
        self.findings.sort_by_key(|finding| match finding.origin.place {
            Place::Line(line) => line,
            _ => 0,
        });
        Read { program: self.program, findings: self.findings }
    }
}

/// The newest version of each event that has several: the same UID with a higher SEQUENCE (RFC 5546, 2.1.4). Without
/// one they are all kept: some programs give all events one UID.
fn newest<'a>(events: &'a [Event]) -> HashMap<(&'a str, Option<Key>), i64> {
    let mut newest = HashMap::new();
    for event in events.iter().filter(|event| !event.uid.is_empty()) {
        let highest = newest.entry(event.identity()).or_insert(event.sequence);
        *highest = event.sequence.max(*highest);
    }
    newest
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
