//! Times that are wrong, and those that are compared with nothing.

use super::checker::{Checker, minutes};
use super::compared::Compared;
use super::report::{Group, StatedTime};
use crate::clock::Clock;
use crate::compare::{Comparison, Reading, Standing, shifted};
use crate::finding::FindingKind;
use crate::place::Place;
use crate::times::Times;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use huso_agenda::zone::{Offsets as _, Resolved};
use std::collections::BTreeMap;

/// Which of the readings is wrong, whether its end, what is right, and how many days from the announced one.
type Fault = (usize, bool, NaiveTime, i64);

impl<'t> Checker<'t> {
    /// What is wrong on the dates on which a group was compared.
    pub(super) fn findings(&mut self, compared: &Compared, readings: &[Reading], group: &mut Group) {
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
    pub(super) fn lone_end(&mut self, readings: &[Reading]) {
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

    pub(super) fn gap_or_overlap(&mut self, reading: &Reading, wall: NaiveDateTime) {
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
    pub(super) fn twice(&mut self, times: &Times<'t>, group: &mut Group) {
        for twice in &times.twice {
            let kind = FindingKind::TwoTimes {
                place: self.place_text(&twice.place),
                other: self.slice(twice.first.0, twice.first.1),
            };
            self.find(twice.second.0, twice.second.1, kind);
            let (start, end) = twice.dropped;
            let second = group.times.first().map(|first| StatedTime {
                time: self.slice(start, end),
                range: start..end,
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
}
