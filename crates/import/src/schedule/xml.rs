//! schedule.xml

use super::entry::{Day, Entry, KEYS, add, keys};
use super::tree::{Element, tree};
use crate::gather::Gather;
use crate::program::Person;
use crate::{FindingKind, Read, written};
use huso_agenda::event_file::LinkRel;

/// What of an event is read, or says nothing that an agenda has.
const READ: [&str; 20] = [
    "date",
    "start",
    "end",
    "duration",
    "room",
    "title",
    "subtitle",
    "track",
    "type",
    "language",
    "abstract",
    "description",
    "persons",
    "links",
    "attachments",
    "url",
    "video_download_url",
    "slug",
    "recording",
    "version",
];

/// Reads a schedule.xml.
pub fn read(text: &str, file: usize) -> Read {
    let mut gather = Gather::new(file);
    let (root, fault) = tree(text);
    if let Some(root) = root {
        let change =
            root.child("conference").and_then(|conference| written::clock(conference.text_of("day_change")));
        conference(&mut gather, &root);
        let keys = keys(root.child("generator").and_then(|generator| generator.attribute("name")));
        for (at, day) in root.all("day") {
            read_day(&mut gather, day, change, keys, &format!("day[{at}]"));
        }
    }
    if let Some(fault) = fault {
        gather.report("", FindingKind::Broken(fault));
    }
    gather.done()
}

fn conference(gather: &mut Gather, root: &Element) {
    let Some(conference) = root.child("conference") else { return };
    gather.program.title = conference.text_of("title").to_owned();
    gather.program.url =
        Some(conference.text_of("url").to_owned()).filter(|url| huso_agenda::link::is_web(url));
    let zone = conference.text_of("time_zone_name");
    if !zone.is_empty() {
        gather.zone(zone, format!("<time_zone_name>{zone}</time_zone_name>"), "conference.time_zone_name");
    }
}

fn read_day(
    gather: &mut Gather,
    day: &Element,
    change: Option<chrono::NaiveTime>,
    keys: [&str; 3],
    place: &str,
) {
    let begins = day.attribute("start").and_then(written::time).and_then(|time| time.clock());
    let date = day.attribute("date").and_then(written::day);
    let here = Day { date, change: begins.map(|begins| begins.time()).or(change) };
    for (at, room) in day.all("room") {
        let name = room.attribute("name").unwrap_or_default();
        for (event_at, event) in room.all("event") {
            let entry = entry(gather, event, keys, name);
            add(gather, entry, &here, &format!("{place}.room[{at}].event[{event_at}]"));
        }
    }
    for other in day.children.iter().filter(|child| child.name != "room") {
        gather.unread(&format!("day.{}", other.name));
    }
}

fn entry<'a>(gather: &mut Gather, event: &'a Element, keys: [&str; 3], room: &str) -> Entry<'a> {
    for other in event.children.iter().filter(|child| !READ.contains(&child.name.as_str())) {
        if !other.text().is_empty() || !other.children.is_empty() {
            gather.unread(&format!("event.{}", other.name));
        }
    }
    let own = event.text_of("room");
    Entry {
        key: keys.iter().find_map(|name| event.attribute(name)).map(str::to_owned),
        title: event.text_of("title").to_owned(),
        texts: ["subtitle", "abstract", "description"].map(|name| event.text_of(name).to_owned()).into(),
        date: event.text_of("date"),
        start: event.text_of("start"),
        end: event.text_of("end"),
        duration: event.text_of("duration").to_owned(),
        room: if own.is_empty() { room } else { own }.to_owned(),
        track: event.text_of("track").to_owned(),
        kind: event.text_of("type").to_owned(),
        language: event.text_of("language"),
        persons: event.child("persons").map(persons).unwrap_or_default(),
        links: links(event),
    }
}

fn persons(all: &Element) -> Vec<Person> {
    let person = |(_, person): (usize, &Element)| Person {
        key: KEYS.iter().find_map(|name| person.attribute(name)).map(str::to_owned),
        name: person.text().to_owned(),
        ..Person::default()
    };
    all.all("person").map(person).collect()
}

fn links(event: &Element) -> Vec<(LinkRel, String)> {
    let mut links = vec![(LinkRel::More, event.text_of("url").to_owned())];
    links.push((LinkRel::Recording, event.text_of("video_download_url").to_owned()));
    for (list, item, rel) in
        [("links", "link", LinkRel::More), ("attachments", "attachment", LinkRel::Slides)]
    {
        let all = event.child(list).into_iter().flat_map(|list| list.all(item));
        links.extend(all.filter_map(|(_, link)| Some((rel, link.attribute("href")?.to_owned()))));
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stated;

    fn clocks(read: &Read) -> Vec<String> {
        let clock = |session: &crate::Session| session.start.as_ref().and_then(Stated::clock);
        read.program
            .sessions
            .iter()
            .filter_map(clock)
            .map(|wall| wall.format("%m-%d %H:%M").to_string())
            .collect()
    }

    #[test]
    fn entities_and_character_data_are_read_and_no_others_replaced() {
        let text = "<!DOCTYPE schedule [<!ENTITY own SYSTEM 'file:///etc/passwd'><!ENTITY a '&own;&own;'>]>\
            <schedule><conference><title>A &amp; B &#x41; &own; &a;</title></conference>\
            <day date='2027-08-09'><room name='Caf&#233; &amp; t&quot;'><event id='1'><start>10:00</start>\
            <title><![CDATA[<Uno> & dos]]></title></event></room></day></schedule>";
        let read = read(text, 0);
        assert_eq!(read.program.title, "A & B A &own; &a;");
        assert_eq!(read.program.sessions[0].title, "<Uno> & dos");
        assert_eq!(read.program.venues[0].name, "Café & t\"");
    }

    #[test]
    fn pentabarf_has_times_of_days_that_change_in_the_morning() {
        let text = "<schedule><conference><title>F</title><day_change>09:00:00</day_change></conference>\
            <day index='1' date='2027-02-06'><room name='A'>\
            <event id='1'><start>10:00</start><duration>00:50:00</duration><title>Uno</title></event>\
            <event id='2'><start>00:30</start><duration>00:50</duration><title>Noche</title></event>\
            </room></day></schedule>";
        let read = read(text, 0);
        assert_eq!(clocks(&read), ["02-06 10:00", "02-07 00:30"]);
        assert!(read.program.sessions.iter().all(|one| one.duration == Some(chrono::TimeDelta::minutes(50))));
        assert_eq!(read.findings, []);
    }

    #[test]
    fn a_date_that_contradicts_its_start_is_said_and_faults_stay_where_they_are() {
        let text = "<schedule><day date='2027-08-09'><room name='A'>\
            <event id='1'><date>2027-08-09T10:00:00+00:00</date><start>12:00</start><title>Uno</title></event>\
            <event id='2'><date>ayer</date><start>25:00</start><title>Dos</title></event>\
            <event id='3'><start>09:00</start><title>Tres</title><logo>/a.png</logo>\
            <url>javascript:alert(1)</url></event></room></day>";
        let read = read(text, 7);
        assert_eq!(clocks(&read), ["08-09 10:00", "08-09 09:00"]);
        let kinds: Vec<_> = read.findings.iter().map(|finding| finding.kind.clone()).collect();
        let contradiction = FindingKind::Contradiction {
            one: "12:00".to_owned(),
            other: "2027-08-09T10:00:00+00:00".to_owned(),
        };
        assert_eq!(
            kinds,
            [
                contradiction,
                FindingKind::Time("25:00".to_owned()),
                FindingKind::Time("ayer".to_owned()),
                FindingKind::LeftOut("javascript:alert(1)".to_owned()),
                FindingKind::Broken("EOF".to_owned()),
                FindingKind::LeftOut("event.logo".to_owned()),
            ]
        );
        assert!(read.findings.iter().all(|finding| finding.origin.file == 7));
    }

    #[test]
    fn deep_documents_are_cut() {
        let read = read(&"<schedule>".repeat(100_000), 0);
        assert!(matches!(&read.findings[0].kind, FindingKind::Broken(_)));
    }
}
