//! Whose clocks times are of: taken where the source says it, asked where it doesn't.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use chrono::DateTime;
use huso_agenda::{iso, wall_time};
use huso_import::{
    Answer, Doubt, Origin, Place, Program, Reading, Session, Settled, Stated, When, ZoneClaim, settle,
};

fn origin() -> Origin {
    Origin { file: 0, place: Place::Line(1) }
}

fn wall(text: &str) -> Stated {
    Stated::Wall(wall_time::wall_time(text).unwrap())
}

fn offset(text: &str) -> Stated {
    Stated::Offset(DateTime::parse_from_rfc3339(text).unwrap())
}

fn program(starts: Vec<Stated>, zones: &[&str]) -> Program {
    let sessions =
        starts.into_iter().map(|start| Session { start: Some(start), ..Session::new("Una", origin()) });
    let claim =
        |zone: &&str| ZoneClaim { zone: (*zone).to_owned(), words: (*zone).to_owned(), origin: origin() };
    Program { sessions: sessions.collect(), zones: zones.iter().map(claim).collect(), ..Program::default() }
}

fn starts(settled: &Settled) -> Vec<String> {
    let text = |[start, _]: &[Option<When>; 2]| match start {
        Some(When::Wall { wall, timezone, offset }) => {
            let zone = timezone.as_deref().unwrap_or_default();
            format!("{} {zone}{}", iso::minute(*wall), offset.map(iso::offset).unwrap_or_default())
        }
        other => format!("{other:?}"),
    };
    settled.spans.iter().map(text).map(|text| text.trim_end().to_owned()).collect()
}

fn doubt(program: &Program) -> Doubt {
    settle(program, None).unwrap_err().doubt
}

#[test]
fn a_zone_that_the_source_names_is_taken_and_said() {
    let named = settle(&program(vec![wall("2023-08-09T10:00")], &["America/Bogota"]), None).unwrap();
    assert_eq!(
        (named.timezone.as_str(), starts(&named)),
        ("America/Bogota", vec!["2023-08-09T10:00".to_owned()])
    );
    assert_eq!(named.claim.unwrap().words, "America/Bogota");
    let zoned = |name: &str| Stated::Zoned(wall("2023-08-09T10:00").clock().unwrap(), name.to_owned());
    let beside = settle(&program(vec![zoned("America/Lima"), zoned("America/Lima")], &[]), None).unwrap();
    assert_eq!(beside.timezone, "America/Lima");
    let other = settle(&program(vec![zoned("America/Lima")], &["America/Santiago"]), None).unwrap();
    assert_eq!(starts(&other), ["2023-08-09T10:00 America/Lima"]);
}

#[test]
fn what_is_not_said_is_asked() {
    let zoned = |name: &str| Stated::Zoned(wall("2023-08-09T10:00").clock().unwrap(), name.to_owned());
    assert_eq!(doubt(&program(vec![wall("2023-08-09T10:00")], &[])), Doubt::Unsaid);
    assert_eq!(doubt(&program(vec![zoned("America/Lima"), wall("2023-08-09T10:00")], &[])), Doubt::Unsaid);
    assert_eq!(doubt(&program(vec![zoned("America/Lima"), zoned("America/Bogota")], &[])), Doubt::Unsaid);
    assert_eq!(doubt(&program(vec![], &[])), Doubt::Unsaid);
    let utc = Stated::Utc(wall_time::instant("2023-08-09T15:00:00Z").unwrap());
    assert_eq!(doubt(&program(vec![utc], &[])), Doubt::InstantsOnly);
}

/// Both occur in real files: `+00:00` on wall times, and a zone beside offsets that it doesn't have.
#[test]
fn what_contradicts_itself_is_asked() {
    let only = settle(&program(vec![offset("2023-08-09T10:00:00-05:00")], &[]), None).unwrap_err();
    assert_eq!(only.doubt, Doubt::OffsetsOnly);
    assert!(only.fitting.iter().any(|zone| zone == "America/Bogota"), "{:?}", only.fitting);
    assert!(!only.fitting.iter().any(|zone| zone == "America/Santiago"), "{:?}", only.fitting);
    let is = |doubt: &Doubt, east| matches!(doubt, Doubt::Contradictory { offset, .. } if *offset == east);
    assert!(is(&doubt(&program(vec![offset("2023-08-09T10:00:00+00:00")], &["America/Bogota"])), Some(0)));
    assert!(is(&doubt(&program(vec![offset("2023-08-09T10:00:00+01:00")], &["UTC"])), Some(3600)));
    assert!(is(
        &doubt(&program(vec![wall("2023-08-09T10:00")], &["America/Lima", "America/Santiago"])),
        None
    ));
}

#[test]
fn an_answer_says_how_offsets_are_meant() {
    let made_up = program(vec![offset("2023-08-09T10:00:00+00:00")], &["America/Bogota"]);
    let answer = |reading| Answer { timezone: "America/Bogota".to_owned(), reading };
    let read = |reading| starts(&settle(&made_up, Some(&answer(reading))).unwrap());
    assert_eq!(read(Reading::Clock), ["2023-08-09T10:00"]);
    assert_eq!(read(Reading::Moment), ["2023-08-09T05:00"]);
}

/// Chile, 4 April 2027: at midnight clocks go back to 23:00.
#[test]
fn the_second_of_two_equal_wall_times_keeps_its_offset() {
    let twice = |text| {
        settle(&program(vec![offset(text)], &["America/Santiago"]), None).map(|settled| starts(&settled))
    };
    assert_eq!(twice("2027-04-03T23:30:00-03:00").unwrap(), ["2027-04-03T23:30"]);
    assert_eq!(twice("2027-04-03T23:30:00-04:00").unwrap(), ["2027-04-03T23:30 -04:00"]);
}

/// A flight's end is on other clocks than its start.
#[test]
fn a_session_ends_on_the_clocks_on_which_it_starts() {
    let at = |text: &str, zone: &str| Stated::Zoned(wall(text).clock().unwrap(), zone.to_owned());
    let mut program = program(vec![at("2027-08-09T10:00", "America/Bogota")], &["America/Bogota"]);
    program.sessions[0].end = Some(at("2027-08-09T13:00", "America/Santiago"));
    let settled = settle(&program, None).unwrap();
    let end = When::Wall { wall: wall("2027-08-09T12:00").clock().unwrap(), timezone: None, offset: None };
    assert_eq!(settled.spans[0][1], Some(end));
}

#[test]
fn a_zone_without_rules_is_asked_for() {
    let at = Stated::Zoned(wall("2027-08-09T10:00").clock().unwrap(), "Europe/Berlin".to_owned());
    let zones = vec!["Europe/Berlin".to_owned()];
    let without_rules = Doubt::WithoutRules { zones };
    assert_eq!(doubt(&program(vec![at], &[])), without_rules);
    assert_eq!(doubt(&program(vec![wall("2027-08-09T10:00")], &["Europe/Berlin"])), without_rules);
}
