//! Finds what is wrong with the times of an announcement, and says what was not compared.

use crate::clock::Clock;
use crate::compare::{Clocks, Comparison, Reading, Standing, compare, readings, shifted, wall};
use crate::context::Context;
use crate::date::{When, WrittenDate};
use crate::days::{Because, Reference};
use crate::entries::{Entry, Mark, Named};
use crate::finding::{
    Basis, Correction, DateReading, DateReference, DateRule, DateVerdict, Finding, FindingKind,
};
use crate::groups::groups;
use crate::items::{Item, Kind, items, lines};
use crate::place::Place;
use crate::restated::merge_restated;
use crate::times::{Dated, Times};
use crate::unknown::name_unknown;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use huso_agenda::zone::{Instant, Offsets as _, Resolved};
use std::collections::{BTreeMap, HashSet};

/// What an announcement says, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The groups of times, in the text's order; times without a known place are in none.
    pub groups: Vec<Group>,
    /// What is wrong, or was not compared, in the text's order.
    pub findings: Vec<Finding>,
    /// How many times were compared with others. One that is said for two places counts twice.
    pub compared: usize,
    /// How many were not; a finding says why.
    pub not_compared: usize,
}

/// What came out in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every time was compared, and all agree.
    Agree,
    /// There is a time that is wrong.
    Wrong,
    /// Nothing is wrong of what was compared, but not all was.
    Incomplete,
    /// There is no time in the text that could be compared if its place were known.
    NoTimes,
}

impl Report {
    /// What came out in all.
    pub fn verdict(&self) -> Verdict {
        if self.findings.iter().any(|finding| finding.kind.is_wrong()) {
            Verdict::Wrong
        } else if self.groups.is_empty()
            && self.findings.iter().all(|finding| finding.kind == FindingKind::NoPlace)
        {
            Verdict::NoTimes
        } else if self.not_compared > 0 {
            Verdict::Incomplete
        } else {
            Verdict::Agree
        }
    }
}

/// Times that are said to be one moment, or one moment on each of several dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Line of the first, from 1.
    pub line: usize,
    /// Column of the first in characters, from 1.
    pub column: usize,
    /// The date that governs them, the first if there are several; `None` if none is known.
    pub date: Option<NaiveDate>,
    /// The dates behind it.
    pub more_dates: Vec<NaiveDate>,
    /// The moment on the first date, if the times were compared.
    pub instant: Option<Instant>,
    /// When it ends, if that is said.
    pub end: Option<Instant>,
    /// Which time the others were compared with.
    pub basis: Basis,
    /// The times. One that is said for two places is here twice.
    pub times: Vec<StatedTime>,
}

/// A time and the place that it is said for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedTime {
    /// The time as written: `10:00–11:30`.
    pub time: String,
    /// The place as written: `Chilean`.
    pub place: String,
    /// The place's zone, an IANA name or `UTC-05:00`.
    pub zone: String,
    /// Whether it is the moment of the others, on all dates; `None` if it was not compared.
    pub right: Option<bool>,
}

/// Finds the times in a text that are written for several countries, and compares each group at its
/// dates: those in the text, or that of the context.
///
/// ```
/// use huso_announcement::{Context, FindingKind, Verdict, check};
/// let context = Context { date: None, today: "2023-08-01".parse()? };
/// let winter = check("August 9, 2023: 10:00 Chilean time / 09:00 Colombia/Peru time / 08:00 Mexico time", &context);
/// assert_eq!((winter.verdict(), winter.compared, winter.not_compared), (Verdict::Agree, 4, 0));
/// // In Chile's summer it is an hour earlier elsewhere.
/// let summer = check("4 de enero de 2024: 10:00 hrs (Chile), 08:00 (Colombia y Perú), 08:00 (México)", &context);
/// let [finding] = summer.findings.as_slice() else { panic!("{:?}", summer.findings) };
/// assert_eq!((finding.line, finding.column, &*finding.text), (1, 65, "08:00"));
/// assert!(matches!(&finding.kind, FindingKind::WrongTime { place, right, .. }
///     if place == "México" && right.to_string() == "2024-01-04 07:00:00"));
/// // A time by itself is right for nobody.
/// assert_eq!(check("10:00 hora de Chile", &context).verdict(), Verdict::Incomplete);
/// # Ok::<(), huso_agenda::chrono::ParseError>(())
/// ```
pub fn check(text: &str, context: &Context) -> Report {
    let items = name_unknown(items(text));
    let (groups, reference) = groups(text, &items, context);
    let groups = merge_restated(groups);
    let report = Report::default();
    let (lines, found) = (line_starts(text), BTreeMap::new());
    let mut checker = Checker { text, lines, today: context.today, reference, report, found };
    for times in &groups {
        checker.places(&times.entries);
        checker.group(times);
    }
    checker.lengths(&items, &groups);
    let findings = checker.found.into_values().flatten().collect();
    Report { findings, ..checker.report }
}

/// The byte at which each line starts.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// A group's times on each of its dates.
type Compared = Vec<(NaiveDate, Comparison)>;

fn compare_on(days: &[NaiveDate], readings: &[Reading]) -> Compared {
    days.iter().filter_map(|day| Some((*day, compare(*day, readings)?))).collect()
}

/// Which of the readings is wrong, whether its end, what is right, and how many days from the announced one.
type Fault = (usize, bool, NaiveTime, i64);

/// Whether two sets of dates come to the same.
fn is_same(one: &Compared, other: &Compared) -> bool {
    let verdicts =
        |all: &Compared| all.iter().map(|(_, comparison)| comparison.verdict()).collect::<HashSet<_>>();
    verdicts(one) == verdicts(other)
}

struct Checker<'t> {
    text: &'t str,
    lines: Vec<usize>,
    today: NaiveDate,
    reference: Reference,
    report: Report,
    /// What is found, by line and column.
    found: BTreeMap<(usize, usize), Vec<Finding>>,
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
        let here = self.found.entry((line, column)).or_default();
        if !here.contains(&finding) {
            here.push(finding);
        }
    }

    /// Times that don't exist, and those of which no zone is known.
    fn places(&mut self, entries: &[Entry<'t>]) {
        for entry in entries {
            if entry.time.is_none() {
                self.find(entry.start, entry.end, FindingKind::NoSuchTime);
                self.report.not_compared += 1;
                continue;
            }
            if entry.unpaired || entry.places.is_empty() {
                let kind = if entry.unpaired { FindingKind::Unpaired } else { FindingKind::NoPlace };
                self.find(entry.start, entry.end, kind);
                self.report.not_compared += 1;
                continue;
            }
            // "EST (Panamá)" says which.
            let settled = entry.places.iter().any(|place| Clocks::of(&place.place).is_some());
            for place in &entry.places {
                let kind = match place.place {
                    Place::Ambiguous(candidates) if !settled => FindingKind::AmbiguousPlace { candidates },
                    Place::WithoutRules(zone) => FindingKind::WithoutRules { zone },
                    Place::Local if !settled => {
                        let (start, end) = (entry.start.min(place.start), entry.end.max(place.end));
                        self.find(start, end, FindingKind::LocalTime);
                        self.report.not_compared += 1;
                        continue;
                    }
                    Place::Unknown => FindingKind::UnknownPlace,
                    _ => continue,
                };
                self.find(place.start, place.end, kind);
                self.report.not_compared += 1;
            }
        }
    }

    fn group(&mut self, times: &Times<'t>) {
        let readings: Vec<Reading> = times.entries.iter().flat_map(readings).collect();
        let Some(first) = readings.first() else { return };
        let (line, column) = self.position(first.entry.start.min(first.place.start));
        let days = times.date.as_ref().map(|date| date.meant.reading()).unwrap_or_default();
        let mut group = Group {
            line,
            column,
            date: days.first().copied(),
            more_dates: days.iter().skip(1).copied().collect(),
            instant: None,
            end: None,
            basis: Basis::First,
            times: readings.iter().map(|reading| self.stated_time(reading)).collect(),
        };
        let compared = self.compared(times, &readings);
        match &compared {
            Some(compared) => {
                self.report.compared += readings.len() + times.twice.len();
                self.findings(compared, &readings, &mut group);
                self.lone_end(&readings);
            }
            None => {
                self.report.not_compared += readings.len();
                // What is wrong with the time itself can be said, though.
                if let (Some(date), [reading]) = (group.date, readings.as_slice())
                    && let Some(comparison) = compare(date, &readings)
                {
                    (group.instant, group.end) = (Some(comparison.instant), comparison.end);
                    let walls = comparison.walls;
                    walls.into_iter().for_each(|wall| self.gap_or_overlap(reading, wall));
                }
            }
        }
        self.twice(times, &mut group);
        self.dates(times);
        self.report.groups.push(group);
    }

    fn stated_time(&self, reading: &Reading) -> StatedTime {
        StatedTime {
            time: self.slice(reading.entry.start, reading.entry.end),
            place: self.place_text(&reading.place),
            zone: match reading.place.place {
                Place::Zone { zone, .. } => zone.to_owned(),
                Place::Fixed(offset) => format!("UTC{}", huso_agenda::iso::offset(offset)),
                _ => String::new(),
            },
            right: None,
        }
    }

    /// A group compared on its dates; nothing if it can't be, which is said.
    fn compared(&mut self, times: &Times<'t>, readings: &[Reading]) -> Option<Compared> {
        let [first, _, ..] = readings else {
            let reading = readings.first()?;
            self.find(reading.entry.start, reading.entry.end, FindingKind::Alone);
            return None;
        };
        let Some(date) = &times.date else {
            let compared = self.on_any_date(first, readings);
            if compared.is_none() {
                self.find(first.entry.start, first.entry.end, FindingKind::NoDate);
            }
            return compared;
        };
        let readings_of_date: Vec<Compared> =
            date.meant.readings.iter().map(|days| compare_on(days, readings)).collect();
        let Some((likeliest, others)) = readings_of_date.split_first() else {
            if !is_no_such_date(date) {
                self.find(first.entry.start, first.entry.end, FindingKind::NoDate);
            }
            return None;
        };
        let differ = others.iter().any(|other| !is_same(likeliest, other));
        self.reading(date, differ.then_some((&readings_of_date, readings)));
        (!differ).then(|| likeliest.clone())
    }

    /// How a date is read that says less than a day, or what is so on each of those that may be meant.
    fn reading(&mut self, date: &Dated, differ: Option<(&Vec<Compared>, &[Reading])>) {
        let firsts: Vec<NaiveDate> =
            date.meant.readings.iter().filter_map(|days| days.first().copied()).collect();
        let (Some(because), Some((first, others))) = (date.meant.because, firsts.split_first()) else {
            return;
        };
        let rule = match because {
            Because::DayFirst => {
                let month_first = others.first().copied().unwrap_or(*first);
                let kind =
                    FindingKind::AmbiguousDate { day_first: *first, month_first, differ: differ.is_some() };
                return self.find(date.start, date.end, kind);
            }
            Because::Weekday => DateRule::Weekday,
            Because::Year => DateRule::Year,
            Because::Relative => DateRule::Relative,
        };
        let (from, reference) = match (date.meant.lender, self.reference) {
            (Some(lender), _) => (lender, DateReference::Text),
            (None, Reference { date, published: true }) => (date, DateReference::Publication),
            (None, Reference { date, .. }) => (date, DateReference::Today),
        };
        let reading = DateReading { rule, from, reference };
        let kind = match differ {
            Some((compared, readings)) => FindingKind::UnclearDate {
                candidates: compared.iter().filter_map(|one| self.date_verdict(one, readings)).collect(),
            },
            None => FindingKind::DateRead { date: *first, others: others.to_vec(), reading },
        };
        self.find(date.start, date.end, kind);
    }

    fn date_verdict(&self, compared: &Compared, readings: &[Reading]) -> Option<DateVerdict> {
        let (date, _) = compared.first()?;
        let mut wrong: Vec<Correction> = Vec::new();
        for (day, comparison) in compared {
            let standings = comparison.starts.iter().zip(&comparison.ends).zip(readings);
            for ((start, end), reading) in standings {
                let ends = end.iter().filter_map(|standing| Some((standing, reading.end?)));
                for (standing, clock) in std::iter::once((start, reading.start)).chain(ends) {
                    let Standing::Wrong { right, shift } = standing else { continue };
                    let written = clock.rewritten(self.text, minutes(*right));
                    let correction = Correction {
                        text: self.slice(clock.start, clock.end),
                        place: self.place_text(&reading.place),
                        right: if *shift == 0 {
                            written
                        } else {
                            format!("{written} ({})", shifted(*day, *shift))
                        },
                    };
                    if !wrong.contains(&correction) {
                        wrong.push(correction);
                    }
                }
            }
        }
        Some(DateVerdict { date: *date, wrong })
    }

    /// Compared without a date, if the same is so on each day of the years around today.
    fn on_any_date(&mut self, first: &Reading, readings: &[Reading]) -> Option<Compared> {
        let years = self.today.year() - 1..=self.today.year() + 1;
        let start = NaiveDate::from_ymd_opt(*years.start(), 1, 1)?;
        let days = start.iter_days().take_while(|day| years.contains(&day.year()));
        let mut seen = HashSet::new();
        let mut compared: Option<(NaiveDate, Comparison)> = None;
        for day in days {
            // Where no clocks change around a day it is as on any other with these offsets.
            let noon = |by: i64| shifted(day, by).and_time(NaiveTime::MIN) + TimeDelta::hours(12);
            let offsets = |by: i64| -> Vec<i32> {
                readings.iter().map(|reading| reading.clocks.offset_at(noon(by).and_utc())).collect()
            };
            let around = [-1, 0, 1].map(offsets);
            let steady = around.iter().all(|other| around.first() == Some(other));
            if !seen.insert(around) && steady {
                continue;
            }
            let comparison = compare(day, readings)?;
            match &compared {
                Some((_, before)) if before.verdict() != comparison.verdict() => return None,
                Some(_) => {}
                None => compared = Some((day, comparison)),
            }
        }
        let kind = FindingKind::AnyDate { first: *years.start(), last: *years.end() };
        self.find(first.entry.start, first.entry.end, kind);
        compared.map(|one| vec![one])
    }

    /// What is wrong on the dates on which a group was compared.
    fn findings(&mut self, compared: &Compared, readings: &[Reading], group: &mut Group) {
        let Some((_, first)) = compared.first() else { return };
        if group.date.is_some() {
            (group.instant, group.end, group.basis) = (Some(first.instant), first.end, first.start_by.basis);
        }
        // For each time and what is right, the dates on which it is wrong and what it was compared with.
        let mut wrong: BTreeMap<Fault, Vec<(NaiveDate, &Comparison)>> = BTreeMap::new();
        for time in &mut group.times {
            time.right = Some(true);
        }
        for (day, comparison) in compared {
            let standings =
                comparison.starts.iter().zip(&comparison.ends).zip(readings).zip(&comparison.walls);
            for (index, (((start, end), reading), wall)) in standings.enumerate() {
                if group.date.is_some() {
                    self.gap_or_overlap(reading, *wall);
                }
                if let Standing::OnAnotherDay(shift) = start {
                    self.unmarked(
                        reading,
                        reading.day(*day).0,
                        *shift,
                        group.date.is_some_and(|first| first == *day),
                    );
                }
                for (is_end, standing) in [(false, Some(*start)), (true, *end)] {
                    let Some(Standing::Wrong { right, shift }) = standing else { continue };
                    wrong.entry((index, is_end, right, shift)).or_default().push((*day, comparison));
                    if let Some(time) = group.times.get_mut(index) {
                        time.right = Some(false);
                    }
                }
            }
        }
        for ((index, is_end, right, shift), days) in wrong {
            let Some(reading) = readings.get(index) else { continue };
            self.wrong(reading, is_end, (right, shift), &days, (compared.len(), readings));
        }
    }

    /// An end that only one time has is compared with nothing.
    fn lone_end(&mut self, readings: &[Reading]) {
        let mut ends: Vec<Clock> = readings.iter().filter_map(|reading| reading.end).collect();
        ends.dedup();
        if let ([end], [_, _, ..]) = (ends.as_slice(), readings)
            && readings.iter().any(|reading| reading.end.is_none())
        {
            self.find(end.start, end.end, FindingKind::Alone);
            self.report.not_compared += 1;
        }
    }

    fn wrong(
        &mut self,
        reading: &Reading,
        is_end: bool,
        (right, shift): (NaiveTime, i64),
        days: &[(NaiveDate, &Comparison)],
        (of, readings): (usize, &[Reading]),
    ) {
        let Some((first, comparison)) = days.first() else { return };
        let (clock, judged) = match (is_end, reading.end, comparison.end_by) {
            (true, Some(end), Some(by)) => (end, by),
            _ => (reading.start, comparison.start_by),
        };
        let by = readings.get(judged.by);
        let compared_with =
            by.map(|by| self.slice(by.entry.start, by.entry.end) + " " + &self.place_text(&by.place));
        let kind = FindingKind::WrongTime {
            place: self.place_text(&reading.place),
            right: shifted(*first, shift).and_time(right),
            shift,
            written: clock.rewritten(self.text, minutes(right)),
            on: if of > 1 { days.iter().map(|(day, _)| *day).collect() } else { Vec::new() },
            of,
            basis: judged.basis,
            compared_with: compared_with.unwrap_or_default(),
        };
        self.find(clock.start, clock.end, kind);
    }

    /// Said of the first of several dates only.
    fn unmarked(&mut self, reading: &Reading, day: NaiveDate, shift: i64, is_first: bool) {
        if is_first {
            let right = shifted(day, shift);
            let kind = FindingKind::UnmarkedDay { place: self.place_text(&reading.place), right, shift };
            self.find(reading.start.start, reading.start.end, kind);
        }
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

    /// Places that have two times.
    fn twice(&mut self, times: &Times<'t>, group: &mut Group) {
        for twice in &times.twice {
            let kind = FindingKind::TwoTimes {
                place: self.place_text(&twice.place),
                other: self.slice(twice.first.0, twice.first.1),
            };
            self.find(twice.second.0, twice.second.1, kind);
            let (start, end) = twice.dropped;
            let second = group.times.first().map(|first| StatedTime {
                time: self.slice(start, end),
                place: self.place_text(&twice.place),
                zone: match twice.place.place {
                    Place::Zone { zone, .. } => zone.to_owned(),
                    _ => first.zone.clone(),
                },
                right: Some(false),
            });
            group.times.extend(second);
        }
    }

    /// What is wrong with the dates that are said of a group, and of single times in it.
    fn dates(&mut self, times: &Times<'t>) {
        if let Some(date) = &times.date {
            if is_no_such_date(date) {
                self.find(date.start, date.end, FindingKind::NoSuchDate);
            }
            if let ([When::Days { first, also: 0 }], Some(meant)) =
                (date.written.as_slice(), date.meant.first())
            {
                self.weekday(first, meant, date.start, date.end);
            }
            if let ([When::Span { from, to, .. }], days) = (date.written.as_slice(), date.meant.reading())
                && let (Some(first), Some(last)) = (days.first(), days.last())
            {
                self.weekday(from, *first, date.start, date.end);
                self.weekday(to, *last, date.start, date.end);
            }
            // With two orders to read it in, and no weekday that tells, both are named.
            if date.meant.because == Some(Because::DayFirst)
                && times.entries.iter().flat_map(readings).count() < 2
            {
                self.reading(date, None);
            }
        }
        let announced = times.date.as_ref().and_then(|date| date.meant.first());
        for entry in &times.entries {
            let Some(Mark::Date(mark)) = &entry.mark else { continue };
            match announced.and_then(|announced| crate::days::beside(&mark.written, announced)) {
                Some(meant) => self.weekday(&mark.written, meant, mark.start, mark.end),
                None if announced.is_some() => self.find(mark.start, mark.end, FindingKind::NoSuchDate),
                None => {}
            }
        }
    }

    fn weekday(&mut self, written: &WrittenDate, meant: NaiveDate, start: usize, end: usize) {
        let is_day = written.day == Some(meant.day()) || written.either;
        if is_day && written.weekday.is_some_and(|weekday| weekday != meant.weekday()) {
            self.find(start, end, FindingKind::WrongWeekday { date: meant });
        }
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

/// Whether a date says day and month, and there is no such day.
fn is_no_such_date(date: &Dated) -> bool {
    date.meant.readings.is_empty() && date.written.iter().any(|when| when.is_full())
}

/// Minutes since midnight.
fn minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
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
    let date = times.date.as_ref().and_then(|date| date.meant.first());
    if let (Some(reading), Some(date)) = (readings(entry).first(), date) {
        let (date, _) = reading.day(date);
        let instant = |minutes| reading.clocks.resolve(wall(date, minutes)).instant();
        return Some((instant(end) - instant(range.from.minutes)).num_minutes());
    }
    Some(i64::from(end) - i64::from(range.from.minutes))
}
