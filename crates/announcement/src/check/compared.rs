//! Groups compared on the dates that they may be meant on.

use super::checker::{Checker, minutes};
use super::dates::is_no_such_date;
use crate::compare::{Comparison, Reading, Standing, compare, shifted};
use crate::days::{Because, Reference};
use crate::finding::{Correction, DateReading, DateReference, DateRule, DateVerdict, FindingKind};
use crate::times::{Dated, Times};
use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta};
use huso_agenda::zone::Offsets as _;
use std::collections::HashSet;

/// A group's times on each of its dates.
pub(super) type Compared = Vec<(NaiveDate, Comparison)>;

fn compare_on(days: &[NaiveDate], readings: &[Reading]) -> Compared {
    days.iter().filter_map(|day| Some((*day, compare(*day, readings)?))).collect()
}

/// Whether two sets of dates come to the same.
fn is_same(one: &Compared, other: &Compared) -> bool {
    let verdicts =
        |all: &Compared| all.iter().map(|(_, comparison)| comparison.verdict()).collect::<HashSet<_>>();
    verdicts(one) == verdicts(other)
}

impl<'t> Checker<'t> {
    /// A group compared on its dates; nothing if it can't be, which is said.
    pub(super) fn compared(&mut self, times: &Times<'t>, readings: &[Reading]) -> Option<Compared> {
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
    pub(super) fn reading(&mut self, date: &Dated, differ: Option<(&Vec<Compared>, &[Reading])>) {
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
}
