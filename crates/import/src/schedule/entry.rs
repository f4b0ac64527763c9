//! One event of a schedule, whichever way it is written.

use super::markup::plain;
use crate::gather::Gather;
use crate::program::{Person, Session};
use crate::{FindingKind, Stated, written};
use chrono::{Days, NaiveDate, NaiveTime};
use huso_agenda::event_file::{LinkRel, SessionKind};

/// What tells an event or a person apart.
pub(super) const KEYS: [&str; 3] = ["guid", "code", "id"];

/// What tells an event of a program's schedule apart: in what Huso wrote, its id.
pub(super) fn keys(generator: Option<&str>) -> [&'static str; 3] {
    if generator == Some("Huso") { ["code", "guid", "id"] } else { KEYS }
}

/// What types of entries are pauses, as words of them.
const BREAKS: [&str; 8] = ["break", "breaks", "pause", "pausa", "lunch", "almuerzo", "almoço", "intervalo"];

/// A day of a schedule.
#[derive(Default)]
pub(super) struct Day {
    pub(super) date: Option<NaiveDate>,
    /// When its first event may begin: what is earlier is after midnight.
    pub(super) change: Option<NaiveTime>,
}

/// An event as written.
#[derive(Default)]
pub(super) struct Entry<'a> {
    pub(super) key: Option<String>,
    pub(super) title: String,
    /// Subtitle, abstract and description.
    pub(super) texts: Vec<String>,
    /// With date and offset.
    pub(super) date: &'a str,
    /// A time of day.
    pub(super) start: &'a str,
    pub(super) end: &'a str,
    pub(super) duration: String,
    pub(super) room: String,
    pub(super) track: String,
    pub(super) kind: String,
    pub(super) language: &'a str,
    pub(super) persons: Vec<Person>,
    pub(super) links: Vec<(LinkRel, String)>,
}

/// Adds an event to the program.
pub(super) fn add(gather: &mut Gather, entry: Entry, day: &Day, place: &str) {
    let mut session = Session::new(entry.title.trim(), gather.origin(place));
    session.start = start(gather, &entry, day, place);
    session.end = gather.time(entry.end, place);
    session.duration = length(gather, &entry, place);
    report_contradiction(gather, &session, place);
    session.summary = summary(entry.texts);
    session.track = gather.track(&entry.track);
    session.venue = gather.venue(&entry.room);
    session.kind = kind(&entry.kind);
    session.languages = languages(entry.language);
    session.speakers = entry.persons.into_iter().filter_map(|person| gather.speaker(person)).collect();
    session.key = entry.key.filter(|key| !key.is_empty());
    for (rel, url) in entry.links {
        gather.link(&mut session, rel, &url, place);
    }
    if session.title.is_empty() && session.start.is_none() {
        gather.report(place, FindingKind::LeftOut(session.key.unwrap_or_default()));
    } else {
        gather.program.sessions.push(session);
    }
}

/// The date with its offset, or the time of day on its day. Where both stand there and differ, the date counts, and
/// that is said.
fn start(gather: &mut Gather, entry: &Entry, day: &Day, place: &str) -> Option<Stated> {
    let clock = written::clock(entry.start);
    if clock.is_none() && !entry.start.trim().is_empty() {
        gather.report(place, FindingKind::Time(entry.start.to_owned()));
    }
    match gather.time(entry.date, place) {
        Some(Stated::Day(date)) => clock.map(|clock| on(date, clock, day.change)).or(Some(Stated::Day(date))),
        Some(time) => {
            if let (Some(clock), Some(wall)) = (clock, time.clock())
                && wall.time() != clock
            {
                // Around midnight a difference is the same the other way about the clock.
                let minutes = (wall.time() - clock).num_minutes().rem_euclid(24 * 60);
                gather.report_difference(place, minutes, entry.start, entry.date);
            }
            Some(time)
        }
        None => Some(on(day.date?, clock?, day.change)),
    }
}

fn on(date: NaiveDate, clock: NaiveTime, change: Option<NaiveTime>) -> Stated {
    let is_next = change.is_some_and(|change| clock < change);
    let date = if is_next { date.checked_add_days(Days::new(1)).unwrap_or(date) } else { date };
    Stated::Wall(date.and_time(clock))
}

fn length(gather: &mut Gather, entry: &Entry, place: &str) -> Option<chrono::TimeDelta> {
    let length = written::length(&entry.duration);
    if length.is_none() && !entry.duration.trim().is_empty() {
        gather.report(place, FindingKind::Time(entry.duration.clone()));
    }
    length
}

/// That the end is not as long after the start as is said.
pub(crate) fn report_contradiction(gather: &mut Gather, session: &Session, place: &str) {
    let clocks = [&session.start, &session.end].map(|time| time.as_ref().and_then(Stated::clock));
    let ([Some(start), Some(end)], Some(said)) = (clocks, session.duration) else { return };
    let between = end.signed_duration_since(start);
    if between != said {
        let (said, between) = (said.num_minutes(), between.num_minutes());
        gather.report(place, FindingKind::Duration { said, between });
    }
}

/// Each text once: many write their abstract into the description again.
fn summary(texts: Vec<String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for text in texts.iter().map(|text| plain(text)).filter(|text| !text.is_empty()) {
        if !all.iter().any(|known| known.contains(&text)) {
            all.retain(|known| !text.starts_with(known.as_str()));
            all.push(text);
        }
    }
    all.join("\n\n")
}

fn kind(kind: &str) -> SessionKind {
    let kind = kind.to_lowercase();
    let mut words = kind.split(|c: char| !c.is_alphanumeric());
    if words.any(|word| BREAKS.contains(&word)) { SessionKind::Break } else { SessionKind::Session }
}

/// `en`, `de-formal`, `en, de`: the tags in it.
fn languages(text: &str) -> Vec<String> {
    let tags = text.split(|c: char| c == ',' || c == '/' || c.is_whitespace());
    let is_tag = |tag: &&str| {
        tag.len() >= 2 && tag.len() <= 35 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    tags.filter(is_tag).map(str::to_owned).collect()
}
