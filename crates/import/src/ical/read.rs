//! A whole file: calendars, and what of them makes a program.

use super::component::Component;
use super::event::Event;
use super::key::Key;
use super::lines::lines;
use super::others::Others;
use super::own::Own;
use super::property::{Property, quoted};
use super::reader::Reader;
use super::series::MOST as MOST_TIMES;
use super::{value, zone_names};
use crate::Read;
use crate::finding::FindingKind;
use crate::program::ZoneClaim;
use crate::zone_names::iana;
use std::collections::HashMap;
use std::rc::Rc;

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

impl Reader {
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
        let taken = iana(&name).or_else(utc).or_else(|| windows.clone());
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
        let own = Own::of(calendar).map(Rc::new);
        if let Some(event) = own.as_ref().and_then(|own| own.event.clone()) {
            self.program.key.get_or_insert(event);
        }
        let mut events = Vec::new();
        for part in &calendar.components {
            match part.name.as_str() {
                "VEVENT" => events.push(Event::new(part, is_cancelled, own.clone(), self)),
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
        let is_outdated =
            |event: &Event| newest.get(&event.identity()).is_some_and(|newest| event.sequence < *newest);
        let mut others: HashMap<&str, Others> = HashMap::new();
        for event in events {
            let others = others.entry(&event.uid).or_default();
            others.elsewhere.extend(event.of_series.clone());
            let since = event.changes_from().filter(|_| !is_outdated(event));
            others.changes.extend(since.map(|since| (event.component.line, since.clone())));
        }
        for event in events {
            let line = event.component.line;
            if is_outdated(event) {
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
            let mut sessions = event.sessions(others.entry(&event.uid).or_default(), self);
            if sessions.len() > room.min(MOST_TIMES) {
                sessions.truncate(room.min(MOST_TIMES));
                self.find(line, FindingKind::Cut { written: "BEGIN:VEVENT".into(), kept: sessions.len() });
            }
            self.program.sessions.append(&mut sessions);
        }
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
