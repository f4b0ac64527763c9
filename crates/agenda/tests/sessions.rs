//! When sessions take place, from their file: across midnight, across clock changes, without a zone,
//! without a time.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use huso_agenda::calendar::CalendarExport;
use huso_agenda::chrono::{DateTime, NaiveDate};
use huso_agenda::{Agenda, Instant, Lang, Session, When, event_file, iso};
use huso_i18n::{Message as _, calendar_words};

/// The agenda of an event in Chile with these sessions, and its faults.
fn agenda(sessions: &str) -> (Agenda, Vec<String>) {
    let file = format!(
        r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Santiago", "sessions": [{sessions}]}}"#
    );
    let (file, mut faults) = event_file::parse::<String>(&file);
    let (agenda, more) = Agenda::try_new(file.unwrap());
    faults.extend(more);
    (agenda.unwrap(), faults.iter().map(|fault| fault.line(Lang::En)).collect())
}

/// The only session, without faults.
fn session(keys: &str) -> Session {
    let (agenda, faults) = agenda(&format!(r#"{{"id": "s", "title": "S", {keys}}}"#));
    assert_eq!(faults, [""; 0]);
    agenda.sessions[0].clone()
}

fn at(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn twenty_four_hours_is_the_next_midnight() {
    let session = session(r#""start": "2026-07-01T22:00", "end": "2026-07-01T24:00""#);
    assert_eq!(session.minutes(), Some(120));
    assert_eq!(session.end(), Some(at("2026-07-02T00:00:00-04:00")));
}

/// Clocks go from 24:00 of 5 September 2026 on to 01:00: 24:00 is no time that doesn't exist, but the end of
/// the day. From an agenda that ended then, and was said to end at 01:00.
#[test]
fn twenty_four_hours_is_the_end_of_the_day_where_clocks_skip_midnight() {
    let change = at("2026-09-06T04:00:00Z");
    let ending = session(r#""start": "2026-09-05T22:00", "end": "2026-09-05T24:00", "duration": "PT2H""#);
    assert_eq!((ending.minutes(), ending.end()), (Some(120), Some(change)));
    let starting = session(r#""start": "2026-09-05T24:00", "end": "2026-09-06T02:00""#);
    assert_eq!(
        (starting.start(), starting.day, starting.minutes()),
        (Some(change), day(2026, 9, 6), Some(60))
    );
    let offset = session(r#""start": "2026-09-05T24:00", "utc_offset": "-04:00""#);
    assert_eq!(offset.start(), Some(change));
    let limits = session(
        r#""start": "2026-09-07T10:00", "registration": {"opens": "2026-09-04T24:00", "closes": "2026-09-05T24:00"}"#,
    );
    assert_eq!((limits.opens, limits.closes), (Some(at("2026-09-05T04:00:00Z")), Some(change)));
    let moved = session(r#""start": "2026-09-07T10:00", "previous_start": "2026-09-05T24:00""#);
    assert_eq!(moved.previous_start, Some(change));
}

/// Cuba's clocks go from 01:00 back to 00:00: the day before ends once, and 00:00 comes twice.
#[test]
fn twenty_four_hours_is_the_end_of_the_day_where_clocks_repeat_midnight() {
    let ending = |end| {
        session(&format!(r#""timezone": "America/Havana", "start": "2025-11-01T22:00", "end": "{end}""#))
            .end()
    };
    assert_eq!(ending("2025-11-01T24:00"), Some(at("2025-11-02T04:00:00Z")));
    let (_, faults) = agenda(
        r#"{"id": "s", "title": "S", "timezone": "America/Havana", "start": "2025-11-01T22:00", "end": "2025-11-02T00:00"}"#,
    );
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn midnight_that_is_skipped_is_still_reported() {
    let (_, faults) =
        agenda(r#"{"id": "s", "title": "S", "start": "2026-09-05T22:00", "end": "2026-09-06T00:00"}"#);
    assert!(faults.len() == 1 && faults[0].contains("2026-09-06T01:00"), "{faults:?}");
}

#[test]
fn a_session_across_midnight_is_of_the_day_it_starts_on() {
    let session = session(r#""start": "2026-07-01T23:30", "end": "2026-07-02T00:45""#);
    assert_eq!((session.minutes(), session.day), (Some(75), day(2026, 7, 1)));
}

#[test]
fn length_is_elapsed_time_across_a_clock_change() {
    // Clocks go from 24:00 back to 23:00 on 4 April 2026, and from 00:00 on to 01:00 on 6 September.
    let autumn = session(r#""start": "2026-04-04T22:00", "end": "2026-04-05T01:00""#);
    assert_eq!(autumn.minutes(), Some(240));
    let spring = session(r#""start": "2026-09-05T22:00", "end": "2026-09-06T02:00""#);
    assert_eq!(spring.minutes(), Some(180));
    let stated = session(r#""start": "2026-09-05T22:00", "duration": "PT3H""#);
    assert_eq!(stated.when, spring.when);
    let agreeing = session(r#""start": "2026-09-05T22:00", "end": "2026-09-06T02:00", "duration": "PT180M""#);
    assert_eq!(agreeing.when, spring.when);
}

#[test]
fn an_end_in_the_repeated_hour_lies_after_the_start() {
    let session =
        session(r#""start": "2026-04-04T23:30", "utc_offset": "-04:00", "end": "2026-04-04T23:45""#);
    assert_eq!(session.start(), Some(at("2026-04-04T23:30:00-04:00")));
    assert_eq!(session.minutes(), Some(15));
}

#[test]
fn gaps_and_overlaps_are_reported_with_both_readings() {
    let (_, faults) = agenda(
        r#"{"id": "gap", "title": "G", "start": "2026-09-06T00:30"},
        {"id": "overlap", "title": "O", "start": "2026-04-04T23:30"}"#,
    );
    assert_eq!(faults.len(), 2, "{faults:?}");
    for (fault, says) in faults.iter().zip([
        ["sessions[0].start: ", "2026-09-06T01:30", "2026-09-05T23:30"],
        ["sessions[1].start: ", "-03:00", "-04:00"],
    ]) {
        assert!(says.iter().all(|part| fault.contains(part)), "{fault} {says:?}");
    }
}

#[test]
fn all_day_and_open_sessions_have_no_instant() {
    let all_day = session(r#""date": "2026-07-01""#);
    assert_eq!(all_day.when, When::AllDay(day(2026, 7, 1).unwrap()));
    assert_eq!((all_day.start(), all_day.minutes()), (None, None));
    let open = session(r#""status": "tentative""#);
    assert_eq!((open.when, open.day), (When::Open, None));
}

#[test]
fn a_floating_session_is_the_wall_time_and_nothing_else() {
    // 00:30 on 6 September 2026 is not on Chile's clocks; it is on the reader's.
    let session = session(r#""timezone": "floating", "start": "2026-09-06T00:30", "duration": "PT90M""#);
    let When::Floating { start, end } = session.when else { panic!("{:?}", session.when) };
    assert_eq!(
        (iso::minute(start), iso::minute(end.unwrap())),
        ("2026-09-06T00:30".into(), "2026-09-06T02:00".into())
    );
    assert_eq!((session.start(), session.end(), session.day), (None, None, day(2026, 9, 6)));
    assert_eq!(session.minutes(), Some(90));
}

#[test]
fn a_floating_session_is_checked_like_others() {
    let (agenda, faults) = agenda(
        r#"{"id": "s", "title": "S", "timezone": "floating", "start": "2026-09-06T10:00", "end": "2026-09-06T09:00"}"#,
    );
    assert_eq!(agenda.sessions, []);
    assert!(faults[0].starts_with("sessions[0].end: "), "{faults:?}");
}

#[test]
fn floating_sessions_stand_among_the_others_by_the_event_s_clocks() {
    let (agenda, _) = agenda(
        r#"{"id": "late", "title": "S", "start": "2026-07-01T11:00"},
        {"id": "floating", "title": "S", "timezone": "floating", "start": "2026-07-01T10:00"},
        {"id": "early", "title": "S", "start": "2026-07-01T09:00"},
        {"id": "day", "title": "S", "date": "2026-07-01"}"#,
    );
    let order: Vec<_> = agenda.sessions.iter().map(|session| session.id.as_str()).collect();
    assert_eq!(order, ["day", "early", "floating", "late"]);
}

#[test]
fn a_floating_session_has_no_zone_in_a_calendar() {
    let (agenda, _) = agenda(
        r#"{"id": "s", "title": "S", "timezone": "floating", "start": "2026-07-01T10:00", "end": "2026-07-01T11:00"}"#,
    );
    let sessions: Vec<&Session> = agenda.sessions.iter().collect();
    let edition = CalendarExport {
        agenda: &agenda,
        lang: Lang::Es,
        words: calendar_words(Lang::Es),
        address: &|_| None,
    };
    let text = edition.file(&sessions, at("2026-06-01T00:00:00Z"));
    assert!(text.contains("\r\nDTSTART:20260701T100000\r\nDTEND:20260701T110000\r\n"), "{text}");
}
