//! When sessions start and end.

use super::mend::{Mend, Outcome};
use super::session::SessionAt;
use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use huso_agenda::chrono::{NaiveDateTime, TimeDelta};
use huso_agenda::iso;

/// Most ends that are offered.
const OFFERED: usize = 3;

/// Longest session of which it is supposed that it ends after midnight, in hours.
const NIGHT: i64 = 12;

/// Longest session of which it is supposed that its ends are the wrong way round, in hours.
const REVERSED: i64 = 6;

/// Of a session that ends before it starts: after midnight, the other way round, or an end that is likely.
pub fn end_before_start(
    document: &Document,
    place: &Place,
    start: NaiveDateTime,
    end: NaiveDateTime,
) -> Vec<Mend> {
    let Some(session) = SessionAt::of(document, place).filter(|session| is_of(place, session)) else {
        return Vec::new();
    };
    let same_day = start.date() == end.date();
    let next_day = end
        .checked_add_signed(TimeDelta::days(1))
        .filter(|next| same_day && *next - start <= TimeDelta::hours(NIGHT));
    let is_reversed = same_day && end < start && start - end <= TimeDelta::hours(REVERSED);
    let mut mends = ends(&session, next_day);
    if is_reversed {
        mends.insert(0, spans(&session, end, start));
    }
    mends.truncate(OFFERED);
    mends
}

/// Whether it is the session's own start, end or duration.
fn is_of(place: &Place, session: &SessionAt) -> bool {
    place.parent().is_some_and(|(parent, _)| parent == session.place)
}

/// Of the only session without an end: one that is likely.
pub fn no_end(document: &Document, place: &Place) -> Vec<Mend> {
    SessionAt::of(document, place).map(|session| ends(&session, None)).unwrap_or_default()
}

/// The ends that are likely, the likeliest first.
fn ends(session: &SessionAt, first: Option<NaiveDateTime>) -> Vec<Mend> {
    let stated = session
        .stated()
        .filter(|length| *length > TimeDelta::zero())
        .and_then(|length| session.after(length));
    let mut ends: Vec<NaiveDateTime> = Vec::new();
    for end in [first, stated, session.next(), session.usual()].into_iter().flatten() {
        if !ends.contains(&end) {
            ends.push(end);
        }
    }
    ends.into_iter().map(|end| ending(session, end, stated)).take(OFFERED).collect()
}

/// Has a session end then; a duration that says something else goes.
fn ending(session: &SessionAt, end: NaiveDateTime, stated: Option<NaiveDateTime>) -> Mend {
    let mut changes = vec![Change::Set(session.place.key("end"), iso::minute(end).into())];
    if stated != Some(end) {
        changes.push(Change::Remove(session.place.key("duration")));
    }
    Mend { outcome: Outcome::Ends(end, session.start.date()), changes }
}

fn spans(session: &SessionAt, start: NaiveDateTime, end: NaiveDateTime) -> Mend {
    let changes = vec![
        Change::Set(session.place.key("start"), iso::minute(start).into()),
        Change::Set(session.place.key("end"), iso::minute(end).into()),
        Change::Remove(session.place.key("duration")),
    ];
    Mend { outcome: Outcome::Spans(start, end), changes }
}

/// Of a session whose end and length contradict each other: the end by the length, or the length by the end.
pub fn duration(document: &Document, place: &Place, stated: i64, actual: i64) -> Vec<Mend> {
    let Some(session) = SessionAt::of(document, place) else { return Vec::new() };
    let end = session.after(TimeDelta::minutes(stated)).filter(|_| stated > 0);
    let mends = end.map(|end| ending(&session, end, Some(end)));
    let length = Change::Set(session.place.key("duration"), format!("PT{actual}M").into());
    mends.into_iter().chain([Mend { outcome: Outcome::Lasts(actual), changes: vec![length] }]).collect()
}

/// Of a session that has a date and a start: one of them.
pub fn date_or_start(document: &Document, place: &Place) -> Vec<Mend> {
    let Some(session) = SessionAt::of(document, place) else { return Vec::new() };
    let without = |keys: &[&str]| keys.iter().map(|key| Change::Remove(session.place.key(key))).collect();
    vec![
        Mend { outcome: Outcome::Starts(session.start), changes: without(&["date"]) },
        Mend { outcome: Outcome::AllDay, changes: without(&["start", "end", "duration", "utc_offset"]) },
    ]
}

/// Of a session that can be chosen while it takes place: until it starts.
pub fn closes_late(document: &Document, place: &Place) -> Vec<Mend> {
    let mend = |session: SessionAt| Mend {
        outcome: Outcome::Closes(session.start),
        changes: vec![Change::Set(place.clone(), iso::minute(session.start).into())],
    };
    SessionAt::of(document, place).map(mend).into_iter().collect()
}
