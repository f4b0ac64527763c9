//! What the checker has to say of an announcement, and whether it does.

use crate::clocks::Style;
use crate::dates::TODAY;
use crate::layouts::{Entry, Layout};
use crate::made::{Altered, Announcement, Event};
use crate::truth::{Fact, Fault, faults};
use huso_agenda::chrono::{NaiveDate, Timelike as _};
use huso_announcement::{Context, FindingKind, Report, Verdict, check};
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};

/// How many of each kind were made.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    agree: u64,
    wrong: u64,
    incomplete: u64,
    unclear: u64,
    on_some_dates: u64,
    without_date: u64,
    programmes: u64,
    by_layout: BTreeMap<String, u64>,
}

impl Tally {
    /// Whether there were many of each.
    pub(crate) fn is_varied(&self, of: u64) -> bool {
        [self.agree, self.wrong, self.incomplete].iter().all(|count| count * 20 > of)
            && [self.unclear, self.on_some_dates, self.without_date, self.programmes]
                .iter()
                .all(|count| count * 300 > of)
    }
}

/// A wrong time: line, column, place, what is right, days from the announced date, and the dates if there are several.
type Wrong = (usize, usize, String, String, i64, Vec<NaiveDate>);

/// What has to come out.
#[derive(Default)]
struct Expected {
    wrong: BTreeSet<Wrong>,
    compared: usize,
    not_compared: usize,
    unclear: usize,
    no_date: usize,
}

fn naive(day: Date) -> NaiveDate {
    day.to_string().parse().unwrap()
}

/// What is so on the days of a reading, in order.
fn on_days(days: &[Date], facts: &[Fact]) -> Vec<(Date, Vec<Fault>)> {
    days.iter().map(|day| (*day, faults(*day, facts))).collect()
}

/// What comes out of it, whatever the days are.
fn outcomes(days: &[(Date, Vec<Fault>)]) -> BTreeSet<&[Fault]> {
    days.iter().map(|(_, faults)| faults.as_slice()).collect()
}

fn every_day() -> Vec<Date> {
    let (first, last) = (date(TODAY.year() - 1, 1, 1), date(TODAY.year() + 1, 12, 31));
    first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last).collect()
}

impl Expected {
    fn of(announcement: &Announcement, tally: &mut Tally) -> Self {
        let mut expected = Self::default();
        for event in &announcement.events {
            for moment in &event.moments {
                expected.moment(announcement, event, moment, tally);
            }
        }
        expected
    }

    fn moment(&mut self, announcement: &Announcement, event: &Event, moment: &[Entry], tally: &mut Tally) {
        let mut facts = Vec::new();
        let mut told = Vec::new();
        for entry in moment {
            for place in &entry.places {
                let Some(zone) = place.zone.clone() else {
                    self.not_compared += 1;
                    continue;
                };
                facts.push(Fact { zone, start: entry.start, end: entry.end, stated: entry.stated });
                told.push((entry, place));
            }
        }
        let readings = &event.dates.readings;
        let compared: Vec<Vec<(Date, Vec<Fault>)>> = match readings.len() {
            0 if facts.len() > 1 => vec![on_days(&every_day(), &facts)],
            _ => readings.iter().map(|days| on_days(days, &facts)).collect(),
        };
        // What was made right is right, before the checker is asked.
        if let ([days], Altered::Nothing) = (compared.as_slice(), event.altered)
            && !readings.is_empty()
        {
            assert!(days[0].1.is_empty(), "{}\n{days:?}", announcement.text);
        }
        let is_clear = match readings.len() {
            0 => compared.iter().all(|days| outcomes(days).len() == 1),
            _ => compared.iter().all(|days| outcomes(days) == outcomes(&compared[0])),
        };
        if facts.len() < 2 || !is_clear {
            self.not_compared += facts.len();
            let counted = facts.len() > 1;
            self.unclear += usize::from(counted && !readings.is_empty());
            self.no_date += usize::from(counted && readings.is_empty());
            return;
        }
        self.compared += facts.len();
        let ends: BTreeSet<u32> = moment
            .iter()
            .filter(|entry| entry.end.is_some() && entry.places[0].zone.is_some())
            .map(|entry| entry.id)
            .collect();
        self.not_compared += usize::from(ends.len() == 1 && facts.iter().any(|fact| fact.end.is_none()));
        let days = if readings.is_empty() { &compared[0][..1] } else { &compared[0][..] };
        tally.on_some_dates += u64::from(outcomes(days).len() > 1);
        let mut on: BTreeMap<&Fault, Vec<NaiveDate>> = BTreeMap::new();
        for (day, faults) in days {
            for fault in faults {
                on.entry(fault).or_default().push(naive(*day));
            }
        }
        for (fault, on) in on {
            let (entry, place) = told[fault.fact];
            let (line, column) = announcement.place_of(entry, fault.is_end);
            let right = format!("{:02}:{:02}", fault.right.hour(), fault.right.minute());
            let on = if days.len() > 1 { on } else { Vec::new() };
            let name = if matches!(event.layout, Layout::Flags(_)) { place.flag } else { &place.name };
            self.wrong.insert((line, column, visible(name), right, fault.shift, on));
        }
    }

    fn verdict(&self) -> Verdict {
        if !self.wrong.is_empty() {
            Verdict::Wrong
        } else if self.not_compared > 0 {
            Verdict::Incomplete
        } else {
            Verdict::Agree
        }
    }
}

fn found(report: &Report) -> BTreeSet<Wrong> {
    let wrong = |finding: &huso_announcement::Finding| match &finding.kind {
        FindingKind::WrongTime { place, right, shift, on, .. } => {
            let time = format!("{:02}:{:02}", right.hour(), right.minute());
            Some((finding.line, finding.column, visible(place), time, *shift, on.clone()))
        }
        FindingKind::TwoTimes { place, .. } => {
            Some((finding.line, finding.column, visible(place), "two times".to_owned(), 0, Vec::new()))
        }
        FindingKind::NoSuchDate | FindingKind::NoSuchTime => {
            Some((finding.line, finding.column, finding.text.clone(), "none".to_owned(), 0, Vec::new()))
        }
        _ => None,
    };
    report.findings.iter().filter_map(wrong).collect()
}

/// Corrections that are not written as the text writes its times.
fn ill_written(announcement: &Announcement, report: &Report) -> Vec<String> {
    // A full hour is written as the wrong time is: 9:00 of 8:30, 9 of 8.
    let plain = |text: &str| {
        let text = visible(text).to_lowercase().replace([' ', '(', ')'], "");
        let text = text
            .replace(":00", "")
            .replace(".00", "")
            .replace("h00", "h")
            .replace("min", "")
            .replace('.', "");
        text.trim_start_matches('0').to_owned()
    };
    let is_ill = |written: &str, minutes: u32| {
        !announcement.events.iter().any(|event| {
            // What is written instead of a word for noon is any way as good.
            if event.style == Style::Noon {
                return true;
            }
            let (number, half) = event.style.parts(minutes.into(), announcement.lang);
            // The half of the day may be said with the other end, or be another than that.
            let halves = [&*half, "", if minutes < 12 * 60 { "am" } else { "pm" }];
            halves.iter().any(|half| plain(&format!("{number}{half}")) == plain(written))
        })
    };
    let ill = |finding: &huso_announcement::Finding| match &finding.kind {
        FindingKind::WrongTime { written, right, .. } => {
            is_ill(written, right.hour() * 60 + right.minute()).then(|| format!("{written} for {right}"))
        }
        _ => None,
    };
    report.findings.iter().filter_map(ill).collect()
}

/// Without what nobody sees. The dot of D. C. may be the sentence's, and "time" may be part of the name.
fn visible(text: &str) -> String {
    let hidden = ['\u{200b}', '\u{2060}', '\u{ad}', '\u{fe0f}', '\u{200d}'];
    let seen = text.replace('\u{a0}', " ").replace(hidden, "");
    seen.strip_suffix(" time").unwrap_or(&seen).trim_end_matches('.').to_owned()
}

fn count(report: &Report, is: fn(&FindingKind) -> bool) -> usize {
    report.findings.iter().filter(|finding| is(&finding.kind)).count()
}

/// Whether the checker says what is so.
pub(crate) fn judge(announcement: &Announcement, tally: &mut Tally) -> Result<(), String> {
    let expected = Expected::of(announcement, tally);
    let report = check(&announcement.text, &Context { date: None, today: naive(TODAY) });
    let unclear = count(&report, |kind| {
        matches!(kind, FindingKind::UnclearDate { .. } | FindingKind::AmbiguousDate { differ: true, .. })
    });
    let no_date = count(&report, |kind| *kind == FindingKind::NoDate);
    let is_unclear = (unclear > 0, no_date) == (expected.unclear > 0, expected.no_date);
    let counts = (report.verdict(), report.compared, report.not_compared);
    let right = (expected.verdict(), expected.compared, expected.not_compared);
    let days: Vec<Vec<NaiveDate>> = announcement
        .events
        .iter()
        .map(|event| event.dates.readings.first().into_iter().flatten().map(|day| naive(*day)).collect())
        .collect();
    let has_date = |group: &huso_announcement::Group| {
        let said: Vec<NaiveDate> = group.date.into_iter().chain(group.more_dates.iter().copied()).collect();
        days.contains(&said)
    };
    let fault = if counts != right {
        format!("{right:?} is right, said is {counts:?}")
    } else if found(&report) != expected.wrong {
        format!("wrong are {:?}, said are {:?}", expected.wrong, found(&report))
    } else if !is_unclear {
        format!("unclear dates: {} {}, said: {unclear} {no_date}", expected.unclear, expected.no_date)
    } else if !ill_written(announcement, &report).is_empty() {
        format!("written otherwise: {:?}", ill_written(announcement, &report))
    } else if !report.groups.iter().all(has_date) {
        format!("the dates are {days:?}")
    } else {
        tally.count(announcement, &expected);
        return Ok(());
    };
    let said: Vec<String> = report
        .findings
        .iter()
        .map(|finding| format!("  {}:{} {}: {:?}", finding.line, finding.column, finding.text, finding.kind))
        .collect();
    let groups: Vec<String> = report
        .groups
        .iter()
        .map(|group| {
            let times: Vec<_> =
                group.times.iter().map(|told| format!("{} {}", told.time, told.place)).collect();
            format!("  {:?} {}", group.date, times.join(", "))
        })
        .collect();
    Err(format!(
        "{:?}, altered: {:?}\n{}{fault}\n{}\n{}\n",
        announcement.events.iter().map(|event| event.layout).collect::<Vec<_>>(),
        announcement.events.iter().map(|event| event.altered).collect::<Vec<_>>(),
        announcement.text,
        groups.join("\n"),
        said.join("\n")
    ))
}

/// Whether the times from the repeated place on are a moment of their own: all agree, and those before it, too.
fn are_two_moments(announcement: &Announcement) -> bool {
    let event = &announcement.events[0];
    let entries = &event.moments[0];
    let is_repeated =
        |at: &usize| entries[..*at].iter().any(|entry| entry.places[0].key == entries[*at].places[0].key);
    let again = (0..entries.len()).find(is_repeated).unwrap();
    let agree = |entries: &[Entry]| {
        let fact = |entry: &Entry| {
            let zone = entry.places[0].zone.clone().unwrap();
            Fact { zone, start: entry.start, end: entry.end, stated: entry.stated }
        };
        let facts: Vec<Fact> = entries.iter().map(fact).collect();
        facts.len() > 1 && faults(event.dates.readings[0][0], &facts).is_empty()
    };
    agree(&entries[..again]) && agree(&entries[again..])
}

/// Whether the checker finds that a place has two times, or doesn't compare one of them; and nothing wrong of another
/// place. Where all others agree, a second time by itself could be that of a second moment.
pub(crate) fn judge_twice(announcement: &Announcement, name: &str) -> Result<(), String> {
    let report = check(&announcement.text, &Context { date: None, today: naive(TODAY) });
    let names: BTreeSet<String> = found(&report).into_iter().map(|(_, _, place, ..)| place).collect();
    let facts = announcement.events[0].moments[0].len();
    if are_two_moments(announcement) {
        return Ok(());
    }
    let only = names.iter().all(|other| *other == visible(name));
    let counted = report.compared + report.not_compared >= facts;
    if only && counted && report.verdict() != Verdict::Agree {
        return Ok(());
    }
    let said = (report.verdict(), report.compared, report.not_compared);
    Err(format!("{}{name} has two times: {said:?} {:?}\n", announcement.text, found(&report)))
}

impl Tally {
    fn count(&mut self, announcement: &Announcement, expected: &Expected) {
        match expected.verdict() {
            Verdict::Agree => self.agree += 1,
            Verdict::Wrong => self.wrong += 1,
            _ => self.incomplete += 1,
        }
        self.unclear += u64::from(expected.unclear > 0);
        self.programmes += u64::from(announcement.events.len() > 1);
        for event in &announcement.events {
            self.without_date += u64::from(event.dates.readings.is_empty());
            *self.by_layout.entry(format!("{:?}", event.layout)).or_default() += 1;
        }
    }
}
