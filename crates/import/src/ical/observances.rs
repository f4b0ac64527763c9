//! The clocks that a VTIMEZONE describes (RFC 5545, 3.6.5).

use super::component::Component;
use super::recur::occurrences;
use super::rule::{Frequency, Rule};
use super::value::{self, Written};
use chrono::{Datelike, FixedOffset, NaiveDateTime};

/// Descriptions of standard and summer time that one may have.
const MOST: usize = 64;

/// Years of which clocks are known: before and after, the first and the last offset hold.
const FIRST_YEAR: i32 = 1990;
const ONSETS: usize = 70;

/// When the offset of clocks becomes which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Observances {
    /// What clocks show when they are set, before they are, and the seconds east of UTC from then on; in order.
    onsets: Vec<(NaiveDateTime, i32)>,
    /// Seconds east of UTC before the first.
    before: i32,
}

impl Observances {
    /// Those of a VTIMEZONE; `None` if it has none that can be read. `days` as in [`occurrences`].
    pub(super) fn new(component: &Component, days: &mut usize) -> Option<Self> {
        let mut all = Vec::new();
        let is_observance = |part: &&Component| matches!(part.name.as_str(), "STANDARD" | "DAYLIGHT");
        for part in component.components.iter().filter(is_observance).take(MOST) {
            all.extend(onsets(part, days).unwrap_or_default());
        }
        all.sort_unstable_by_key(|(onset, ..)| *onset);
        let before = all.first().map(|(_, from, _)| *from)?;
        Some(Self { onsets: all.into_iter().map(|(onset, _, to)| (onset, to)).collect(), before })
    }

    /// The offset when clocks show something.
    pub(super) fn offset_at(&self, wall: NaiveDateTime) -> Option<FixedOffset> {
        let number = self.onsets.partition_point(|(onset, _)| *onset <= wall);
        let last = number.checked_sub(1).and_then(|index| self.onsets.get(index));
        FixedOffset::east_opt(last.map_or(self.before, |(_, to)| *to))
    }
}

/// When an observance begins, each time, and the offsets before and after.
fn onsets(part: &Component, days: &mut usize) -> Option<Vec<(NaiveDateTime, i32, i32)>> {
    let [from, to] = ["TZOFFSETFROM", "TZOFFSETTO"].map(|name| value::offset(&part.first(name)?.value));
    let to = to?;
    let from = from.unwrap_or(to);
    let start = wall(value::time(&part.first("DTSTART")?.value)?, from);
    let mut walls = vec![start];
    for rule in part.all("RRULE").take(MOST).filter_map(|property| Rule::parse(&property.value)) {
        let until = rule.until.map(|until| wall(until, from));
        walls.extend(occurrences(&rule, recent(start, &rule), until, ONSETS, days));
    }
    let dates = part.all("RDATE").flat_map(|property| property.value.split(','));
    walls.extend(dates.take(MOST).filter_map(value::time).map(|date| wall(date, from)));
    Some(walls.into_iter().map(|wall| (wall, from, to)).collect())
}

fn wall(written: Written, from: i32) -> NaiveDateTime {
    match written {
        Written::Day(date) => date.and_time(chrono::NaiveTime::MIN),
        Written::Wall(wall) => wall,
        Written::Offset(time) => time.naive_local(),
        Written::Utc(utc) => {
            FixedOffset::east_opt(from).and_then(|east| utc.checked_add_offset(east)).unwrap_or(utc)
        }
    }
}

/// Many begin in 1601 or 1970. A rule that goes on every year may as well begin later.
fn recent(start: NaiveDateTime, rule: &Rule) -> NaiveDateTime {
    let is_yearly = rule.frequency == Frequency::Yearly && rule.interval == 1 && rule.count.is_none();
    let recent = start.with_year(FIRST_YEAR).filter(|recent| is_yearly && *recent > start);
    recent.unwrap_or(start)
}
