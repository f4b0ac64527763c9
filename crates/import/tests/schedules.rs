//! Files with the structure of public ones (voc/schedule's examples, 31C3's and FOSDEM's schedule.xml, Sessionize's
//! demo event), with names replaced. Counts and instants are those that lxml, Python's json and `fromisoformat` have.

use chrono::NaiveDate;
use huso_announcement::Context;
use huso_import::sessionize::View;
use huso_import::{FindingKind, Kind, LARGEST, Opened, Stated, open, settle};
use proptest::prelude::*;

const PENTABARF: &str = include_str!("data/schedule/pentabarf.xml");
const FRAB: &str = include_str!("data/schedule/frab.xml");
const PRETALX: &str = include_str!("data/schedule/pretalx.json");
const ALL: &str = include_str!("data/sessionize/all.json");
const GRID: &str = include_str!("data/sessionize/grid.json");

fn context() -> Context {
    Context { date: None, today: NaiveDate::default() }
}

fn opened(text: &str) -> Opened {
    open(text.as_bytes(), "name", 0, &context()).remove(0)
}

/// Seconds since 1970 of all starts together, wall times as if they were UTC.
fn sum(opened: &Opened) -> i64 {
    let seconds = |start: &Stated| match start {
        Stated::Wall(wall) | Stated::Zoned(wall, _) => wall.and_utc().timestamp(),
        Stated::Offset(time) => time.timestamp(),
        Stated::Utc(instant) => instant.timestamp(),
        Stated::Day(_) => 0,
    };
    opened.read.program.sessions.iter().filter_map(|session| session.start.as_ref()).map(seconds).sum()
}

fn minutes(opened: &Opened) -> i64 {
    let lengths = opened.read.program.sessions.iter().filter_map(|session| session.duration);
    lengths.map(|length| length.num_minutes()).sum()
}

#[test]
fn counts_and_instants_are_those_of_independent_parsers() {
    let all = [
        (PENTABARF, Kind::ScheduleXml, 2, 3_603_867_300, 2, 1),
        (FRAB, Kind::ScheduleXml, 2, 3_659_851_800, 2, 2),
        (PRETALX, Kind::ScheduleJson, 2, 3_657_546_000, 1, 1),
        (ALL, Kind::Sessionize(View::All), 3, 3_642_181_200, 2, 2),
        (GRID, Kind::Sessionize(View::Grid), 1, 1_819_443_600, 2, 1),
    ];
    for (text, kind, sessions, seconds, speakers, venues) in all {
        let opened = opened(text);
        let program = &opened.read.program;
        let counts = (program.sessions.len(), sum(&opened), program.speakers.len(), program.venues.len());
        assert_eq!((opened.kind, counts), (kind, (sessions, seconds, speakers, venues)));
        assert!(settle(program, None).is_err(), "none of these names a zone that is sure");
    }
    assert_eq!(minutes(&opened(PENTABARF)), 110);
    assert_eq!(minutes(&opened(FRAB)), 90);
    assert_eq!(minutes(&opened(PRETALX)), 30 + 24 * 60 + 120);
}

#[test]
fn texts_are_plain_and_what_is_left_out_is_said() {
    let pentabarf = opened(PENTABARF);
    assert_eq!(
        pentabarf.read.program.sessions[0].summary,
        "Veinte años\n\nDesde 1998.\n\nPrimer párrafo.\n\nSegundo."
    );
    assert_eq!(pentabarf.read.program.sessions[1].title, "<Noche>");
    assert_eq!(opened(FRAB).read.program.sessions[0].summary, "Texto.");
    let left_out = |text: &str| match opened(text).read.findings.last().map(|finding| finding.kind.clone()) {
        Some(FindingKind::LeftOut(what)) => what,
        other => format!("{other:?}"),
    };
    assert_eq!(left_out(PRETALX), "event.logo");
    assert_eq!(left_out(ALL), "Session format, questionAnswers");
}

#[test]
fn a_file_that_is_too_large_gets_a_message() {
    let bytes = vec![b'a'; usize::try_from(LARGEST).unwrap() + 1];
    let opened = open(&bytes, "large.txt", 0, &context()).remove(0);
    assert_eq!(opened.read.findings[0].kind, FindingKind::TooLarge { most: LARGEST });
}

proptest! {
    #[test]
    fn any_bytes_are_opened(bytes in proptest::collection::vec(any::<u8>(), 0..400), zip in any::<bool>()) {
        let mut bytes = bytes;
        if zip {
            bytes.splice(0..0, *b"PK\x03\x04");
        }
        open(&bytes, "name", 0, &context());
    }

    #[test]
    fn mutated_files_are_opened(
        which in 0..5_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = [PENTABARF, FRAB, PRETALX, ALL, GRID][which].as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for opened in open(&bytes, "name", 0, &context()) {
            drop(settle(&opened.read.program, None));
        }
        bytes.truncate(cut.index(bytes.len()));
        open(&bytes, "name", 0, &context());
    }

    /// Values of JSON that are replaced one at a time: times that are numbers, lists that are texts.
    #[test]
    fn values_of_other_kinds_are_read(which in 0..3_usize, at in 0..200_usize, with in "[-+:0-9TZ é/]{0,30}") {
        let text = [PRETALX, ALL, GRID][which];
        let parts: Vec<&str> = text.split('"').collect();
        let at = at % parts.len();
        let changed: Vec<&str> = parts.iter().enumerate().map(|(index, part)| if index == at { &with[..] } else { part }).collect();
        open(changed.join("\"").as_bytes(), "name", 0, &context());
    }
}
