//! Compares the times of each group.

use super::clock::Clock;
use super::date::Meant;
use super::finding::{Basis, Finding, FindingKind};
use super::groups::{Dated, Entry, Mark, Named, Times, groups};
use super::items::{Item, Kind, Place, items};
use super::unknown::{lines, name_unknown};
use crate::zone::{Instant, Offsets, Resolved, Zone};
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, TimeDelta};

/// What an announcement says, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The groups of times, in the text's order; times without a known place are in none.
    pub groups: Vec<Group>,
    /// What is wrong, in the text's order.
    pub findings: Vec<Finding>,
}

/// Times that are said to be one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Line of the first, from 1.
    pub line: usize,
    /// Column of the first in characters, from 1.
    pub column: usize,
    /// The date that governs them, if one is known.
    pub date: Option<NaiveDate>,
    /// The moment, if the date is known.
    pub instant: Option<Instant>,
    /// When it ends, if that is said.
    pub end: Option<Instant>,
    /// Which time the others were compared with.
    pub basis: Basis,
    /// The times. One that is said for two places is here twice.
    pub times: Vec<Told>,
}

/// A time and the place that it is said for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The time as written: `10:00–11:30`.
    pub time: String,
    /// The place as written: `Chilean`.
    pub place: String,
    /// The place's zone, an IANA name or `UTC-05:00`.
    pub zone: String,
    /// Whether it is the moment of the others.
    pub right: bool,
}

/// Finds the times in a text that are written for several countries, and compares each group at its
/// date: the one in the text, or `default`.
///
/// ```
/// use huso_agenda::announcement::{FindingKind, check};
/// let winter = check("August 9, 2023: 10:00 Chilean time / 09:00 Colombia/Peru time / 08:00 Mexico time", None);
/// assert_eq!(winter.findings, []);
/// // In Chile's summer it is an hour earlier elsewhere.
/// let summer = check("4 de enero de 2024: 10:00 hrs (Chile), 08:00 (Colombia y Perú), 08:00 (México)", None);
/// let [finding] = summer.findings.as_slice() else { panic!("{:?}", summer.findings) };
/// assert_eq!((finding.line, finding.column, &*finding.text), (1, 65, "08:00"));
/// assert!(matches!(&finding.kind, FindingKind::WrongTime { place, right, .. }
///     if place == "México" && right.to_string() == "2024-01-04 07:00:00"));
/// ```
pub fn check(text: &str, default: Option<NaiveDate>) -> Report {
    let items = name_unknown(items(text));
    let mut checker = Checker { text, lines: line_starts(text), report: Report::default() };
    let groups = groups(&items, default);
    for times in &groups {
        checker.places(&times.entries);
        checker.group(times);
    }
    checker.lengths(&items, &groups);
    let mut report = checker.report;
    report.findings.sort_by_key(|finding| (finding.line, finding.column));
    report
}

/// The byte at which each line starts.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The clocks of a place.
enum Clocks {
    Zone(Zone),
    Fixed(i32),
}

impl Offsets for Clocks {
    fn offset_at(&self, instant: Instant) -> i32 {
        match self {
            Self::Zone(zone) => zone.offset_at(instant),
            Self::Fixed(offset) => *offset,
        }
    }
}

impl Clocks {
    fn of(place: &Place) -> Option<Self> {
        match place {
            Place::Zone { zone, .. } => Zone::named(zone).ok().map(Self::Zone),
            Place::Fixed(offset) => Some(Self::Fixed(*offset)),
            Place::Ambiguous(_) | Place::Unknown => None,
        }
    }

    fn resolve(&self, wall: NaiveDateTime) -> Resolved {
        match self {
            Self::Zone(zone) => zone.resolve(wall),
            Self::Fixed(offset) => Resolved::Unique((wall - TimeDelta::seconds((*offset).into())).and_utc()),
        }
    }

    fn instants(&self, wall: NaiveDateTime) -> Vec<Instant> {
        match self.resolve(wall) {
            Resolved::Repeated { first, second } => vec![first, second],
            resolved => vec![resolved.instant()],
        }
    }
}

/// One time for one place.
struct Reading<'g> {
    entry: &'g Entry<'g>,
    place: Named<'g>,
    clocks: Clocks,
    start: Clock,
    end: Option<Clock>,
}

impl Reading<'_> {
    /// The day it is said for under an announced date, and whether that is said with it.
    fn day(&self, announced: NaiveDate) -> (NaiveDate, bool) {
        match self.entry.mark {
            Some(Mark::Shift(days)) => (announced + TimeDelta::days(days), true),
            Some(Mark::Date(date)) => date.meant.date().map_or((announced, false), |date| (date, true)),
            None => (announced, false),
        }
    }
}

/// A wall time that is compared, and the days that it may be moved by: none if its day is said.
struct Candidate<'g> {
    clocks: &'g Clocks,
    wall: NaiveDateTime,
    shifts: &'static [i64],
}

const SAME_DAY: &[i64] = &[0];
/// What a time may mean whose day isn't said.
const NEAR_DAYS: &[i64] = &[0, -1, 1];

impl Candidate<'_> {
    /// By how many days it has to be moved to be `instant`, if so it is.
    fn matches(&self, instant: Instant) -> Option<i64> {
        let shifted = |days: i64| moved(self.wall, days);
        self.shifts.iter().copied().find(|days| self.clocks.instants(shifted(*days)).contains(&instant))
    }
}

/// What a group's times are compared with.
struct Judged {
    instant: Instant,
    basis: Basis,
    /// A candidate that says so.
    by: usize,
}

/// The moment of the first, or of most if those agree on another.
fn judge(candidates: &[Candidate]) -> Option<Judged> {
    // How many say so, and how many of them without a day of difference. The earlier of two that are
    // equally good is taken: in an overlap that is what RFC 5545 means.
    let support = |instant: Instant| {
        let shifts = || candidates.iter().filter_map(|one| one.matches(instant));
        (shifts().count(), shifts().filter(|shift| *shift == 0).count())
    };
    let best_of = |one: &Candidate| {
        let instants = one.clocks.instants(one.wall);
        instants
            .into_iter()
            .map(|instant| (support(instant), instant))
            .rev()
            .max_by_key(|(support, _)| *support)
    };
    let is_most = |(support, _): (usize, usize)| support * 2 > candidates.len();
    let (support_of_first, first) = best_of(candidates.first()?)?;
    let others = candidates.iter().enumerate().skip(1).rev();
    let most = others
        .filter_map(|(by, one)| best_of(one).map(|(support, instant)| (support, instant, by)))
        .filter(|(support, ..)| is_most(*support) && !is_most(support_of_first))
        .max_by_key(|(support, ..)| *support);
    Some(match most {
        Some((_, instant, by)) => Judged { instant, basis: Basis::Majority, by },
        None => Judged { instant: first, basis: Basis::First, by: 0 },
    })
}

struct Checker<'t> {
    text: &'t str,
    lines: Vec<usize>,
    report: Report,
}

impl<'t> Checker<'t> {
    fn slice(&self, start: usize, end: usize) -> String {
        self.text.get(start..end).unwrap_or_default().to_owned()
    }

    fn place_text(&self, place: &Named) -> String {
        self.slice(place.start, place.end)
    }

    /// Line and column of a byte, both from 1.
    fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or(0);
        (line, self.text.get(start..byte).unwrap_or_default().chars().count() + 1)
    }

    /// A date that governs two groups is found fault with once.
    fn find(&mut self, start: usize, end: usize, kind: FindingKind) {
        let (line, column) = self.position(start);
        let finding = Finding { line, column, text: self.slice(start, end), kind };
        if !self.report.findings.contains(&finding) {
            self.report.findings.push(finding);
        }
    }

    /// Times that don't exist, and those of which no zone is known.
    fn places(&mut self, entries: &[Entry<'t>]) {
        for entry in entries {
            if entry.time.is_none() {
                self.find(entry.start, entry.end, FindingKind::NoSuchTime);
            }
            if entry.places.is_empty() && entry.time.is_some() {
                self.find(entry.start, entry.end, FindingKind::NoPlace);
            }
            // "EST (Panamá)" says which.
            let settled = entry.places.iter().any(|place| Clocks::of(&place.place).is_some());
            for place in &entry.places {
                match place.place {
                    Place::Ambiguous(candidates) if !settled => {
                        self.find(place.start, place.end, FindingKind::AmbiguousPlace { candidates });
                    }
                    Place::Unknown => self.find(place.start, place.end, FindingKind::UnknownPlace),
                    _ => {}
                }
            }
        }
    }

    fn group(&mut self, times: &Times<'t>) {
        let readings: Vec<Reading> = times.entries.iter().flat_map(readings).collect();
        let Some(first) = readings.first() else { return };
        let (line, column) = self.position(first.entry.start.min(first.place.start));
        let mut told: Vec<Told> = readings.iter().map(|reading| self.told(reading)).collect();
        let mut group = Group {
            line,
            column,
            date: times.date.and_then(|date| date.meant.date()),
            instant: None,
            end: None,
            basis: Basis::First,
            times: Vec::new(),
        };
        match group.date {
            Some(date) => self.compare(date, &readings, &mut group, &mut told),
            None if readings.len() > 1 && times.date.is_none_or(|date| date.meant == Meant::Unknown) => {
                self.find(first.entry.start, first.entry.end, FindingKind::NoDate);
            }
            None => {}
        }
        let marks = times.entries.iter().filter_map(|entry| match entry.mark {
            Some(Mark::Date(date)) => Some(date),
            _ => None,
        });
        for date in times.date.into_iter().chain(marks) {
            self.date(&date);
        }
        group.times = told;
        self.report.groups.push(group);
    }

    fn told(&self, reading: &Reading) -> Told {
        Told {
            time: self.slice(reading.entry.start, reading.entry.end),
            place: self.place_text(&reading.place),
            zone: match reading.place.place {
                Place::Zone { zone, .. } => zone.to_owned(),
                Place::Fixed(offset) => format!("UTC{}", crate::labels::iso_offset(offset)),
                Place::Ambiguous(_) | Place::Unknown => String::new(),
            },
            right: true,
        }
    }

    fn date(&mut self, date: &Dated) {
        match date.meant {
            Meant::Either { day_first, month_first } => {
                self.find(date.start, date.end, FindingKind::AmbiguousDate { day_first, month_first });
            }
            Meant::NoSuchDate => self.find(date.start, date.end, FindingKind::NoSuchDate),
            Meant::Date(meant) => {
                if date.written.weekday.is_some_and(|weekday| weekday != meant.weekday()) {
                    self.find(date.start, date.end, FindingKind::WrongWeekday { date: meant });
                }
            }
            Meant::Unknown => {}
        }
    }

    fn compare(&mut self, date: NaiveDate, readings: &[Reading], group: &mut Group, told: &mut [Told]) {
        let starts: Vec<Candidate> = readings
            .iter()
            .map(|reading| {
                let (day, said) = reading.day(date);
                Candidate {
                    clocks: &reading.clocks,
                    wall: wall(day, reading.start.minutes),
                    shifts: if said { SAME_DAY } else { NEAR_DAYS },
                }
            })
            .collect();
        let Some(judged) = judge(&starts) else { return };
        (group.instant, group.basis) = (Some(judged.instant), judged.basis);
        let shifts: Vec<Option<i64>> = starts.iter().map(|start| start.matches(judged.instant)).collect();
        for ((reading, told), (start, shift)) in
            readings.iter().zip(told.iter_mut()).zip(starts.iter().zip(&shifts))
        {
            self.gap_or_overlap(reading, moved(start.wall, shift.unwrap_or(0)));
            match shift {
                Some(0) => {}
                Some(shift) => self.unmarked(reading, start.wall.date(), *shift),
                None => {
                    told.right = false;
                    self.wrong(reading, reading.start, date, &judged, readings.get(judged.by));
                }
            }
        }
        let ends: Vec<(usize, Clock, Candidate)> = readings
            .iter()
            .enumerate()
            .filter_map(|(index, reading)| {
                let end = reading.end?;
                let next_day = u32::from(end.minutes <= reading.start.minutes) * 24 * 60;
                let shift = shifts.get(index).copied().flatten();
                let wall = moved(wall(reading.day(date).0, end.minutes + next_day), shift.unwrap_or(0));
                let shifts = if shift.is_some() { SAME_DAY } else { NEAR_DAYS };
                Some((index, end, Candidate { clocks: &reading.clocks, wall, shifts }))
            })
            .collect();
        let (places, ends): (Vec<_>, Vec<_>) =
            ends.into_iter().map(|(at, end, one)| ((at, end), one)).unzip();
        let Some(judged) = judge(&ends) else { return };
        group.end = Some(judged.instant);
        let by = places.get(judged.by).and_then(|(index, _)| readings.get(*index));
        for ((index, end), candidate) in places.iter().zip(&ends) {
            if candidate.matches(judged.instant).is_some() {
                continue;
            }
            if let (Some(reading), Some(told)) = (readings.get(*index), told.get_mut(*index)) {
                told.right = false;
                self.wrong(reading, *end, date, &judged, by);
            }
        }
    }

    fn wrong(
        &mut self,
        reading: &Reading,
        clock: Clock,
        date: NaiveDate,
        judged: &Judged,
        by: Option<&Reading>,
    ) {
        let right = reading.clocks.wall_time(judged.instant);
        let compared_with =
            by.map(|by| self.slice(by.entry.start, by.entry.end) + " " + &self.place_text(&by.place));
        let kind = FindingKind::WrongTime {
            place: self.place_text(&reading.place),
            right,
            shift: (right.date() - date).num_days(),
            basis: judged.basis,
            compared_with: compared_with.unwrap_or_default(),
        };
        self.find(clock.start, clock.end, kind);
    }

    fn unmarked(&mut self, reading: &Reading, day: NaiveDate, shift: i64) {
        let right = day + TimeDelta::days(shift);
        let kind = FindingKind::UnmarkedDay { place: self.place_text(&reading.place), right, shift };
        self.find(reading.start.start, reading.start.end, kind);
    }

    fn gap_or_overlap(&mut self, reading: &Reading, wall: NaiveDateTime) {
        let place = self.place_text(&reading.place);
        let offset = |instant| reading.clocks.offset_at(instant);
        let kind = match reading.clocks.resolve(wall) {
            Resolved::Unique(_) => return,
            Resolved::Skipped { before: instant, .. } => {
                FindingKind::Skipped { place, read_as: reading.clocks.wall_time(instant) }
            }
            Resolved::Repeated { first, second } => {
                FindingKind::Repeated { place, first: offset(first), second: offset(second) }
            }
        };
        self.find(reading.start.start, reading.start.end, kind);
    }

    /// Lengths that are said beside a range of times and are not its own.
    fn lengths(&mut self, items: &[Item], groups: &[Times<'t>]) {
        for line in lines(items) {
            let line = items.get(line).unwrap_or_default();
            for (at, item) in line.iter().enumerate() {
                let Kind::Length(stated) = item.kind else { continue };
                let before = line.get(..at).and_then(|before| range_beside(before.iter().rev()));
                let after = || line.get(at + 1..).and_then(|after| range_beside(after.iter()));
                let Some(start) = before.or_else(after) else { continue };
                let entry =
                    groups.iter().flat_map(|times| times.entries.iter().map(move |entry| (times, entry)));
                let Some((times, entry)) = entry.into_iter().find(|(_, entry)| entry.start == start) else {
                    continue;
                };
                let stated = i64::from(stated);
                if let Some(actual) = minutes_of(times, entry).filter(|actual| *actual != stated) {
                    self.find(item.start, item.end, FindingKind::DurationDisagrees { stated, actual });
                }
            }
        }
    }
}

/// The range of times that a length is said of: nothing but places and links is between.
fn range_beside<'i>(items: impl Iterator<Item = &'i Item<'i>>) -> Option<usize> {
    let mut items =
        items.skip_while(|item| !item.is_time() && !item.is_word() && !matches!(item.kind, Kind::Length(_)));
    items.next().filter(|item| matches!(item.kind, Kind::Time(_))).map(|item| item.start)
}

/// Minutes from a range's start to its end: elapsed ones where place and date are known.
fn minutes_of(times: &Times, entry: &Entry) -> Option<i64> {
    let range = entry.time?;
    let end = range.to?;
    let next_day = u32::from(end.minutes <= range.from.minutes) * 24 * 60;
    let end = end.minutes + next_day;
    let date = times.date.and_then(|date| date.meant.date());
    if let (Some(reading), Some(date)) = (readings(entry).first(), date) {
        let (date, _) = reading.day(date);
        let instant = |minutes| reading.clocks.resolve(wall(date, minutes)).instant();
        return Some((instant(end) - instant(range.from.minutes)).num_minutes());
    }
    Some(i64::from(end) - i64::from(range.from.minutes))
}

/// A time for each zone that it is said for.
fn readings<'g>(entry: &'g Entry<'_>) -> Vec<Reading<'g>> {
    let Some(range) = entry.time else { return Vec::new() };
    let mut all: Vec<Reading> = Vec::new();
    for place in &entry.places {
        let Some(clocks) = Clocks::of(&place.place) else { continue };
        if !all.iter().any(|other| same_zone(&other.place.place, &place.place)) {
            all.push(Reading { entry, place: *place, clocks, start: range.from, end: range.to });
        }
    }
    all
}

fn same_zone(one: &Place, other: &Place) -> bool {
    match (one, other) {
        (Place::Zone { zone: one, .. }, Place::Zone { zone: other, .. }) => one == other,
        _ => one == other,
    }
}

/// So many minutes after a day's midnight.
fn wall(date: NaiveDate, minutes: u32) -> NaiveDateTime {
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    midnight.checked_add_signed(TimeDelta::minutes(minutes.into())).unwrap_or(midnight)
}

fn moved(wall: NaiveDateTime, days: i64) -> NaiveDateTime {
    wall.checked_add_signed(TimeDelta::days(days)).unwrap_or(wall)
}
