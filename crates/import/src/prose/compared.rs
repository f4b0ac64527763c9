//! When a text's moments are, as the announcement checker compared them.

use chrono::NaiveDate;
use huso_agenda::Instant;
use huso_announcement::{Context, Finding, Group, Moment, StatedTime, WrittenTime, check};
use std::collections::HashMap;

/// What the announcement checker says of a text.
pub(super) struct Compared {
    groups: Vec<Group>,
    pub(super) findings: Vec<Finding>,
    /// By the first byte of each time, its group.
    of_times: HashMap<usize, usize>,
}

/// When a moment is: its start, its end where that is said, and its days.
pub(super) type At = (Instant, Option<Instant>, Vec<NaiveDate>);

impl Compared {
    pub(super) fn new(text: &str, context: &Context) -> Self {
        let report = check(text, context);
        let groups = report.groups.iter().enumerate();
        let of_times =
            groups.flat_map(|(at, group)| group.times.iter().map(move |time| (time.range.start, at)));
        Self { of_times: of_times.collect(), groups: report.groups, findings: report.findings }
    }

    fn group(&self, time: &WrittenTime) -> Option<&Group> {
        self.groups.get(*self.of_times.get(&time.range.start)?)
    }

    /// Whether a time is the moment of those beside it; `None` where it was compared with none.
    pub(super) fn agrees(&self, time: &WrittenTime) -> Option<bool> {
        let is_it = |stated: &&StatedTime| stated.range == time.range;
        let mut all = self.group(time)?.times.iter().filter(is_it).map(|stated| stated.right);
        let first = all.next()??;
        Some(first && all.all(|right| right == Some(true)))
    }

    /// Whether it is known whose clocks a time is of.
    pub(super) fn knows(&self, time: &WrittenTime) -> bool {
        self.group(time).is_some()
    }

    /// When a moment is; `None` where nothing says whose clocks or which day it is of.
    pub(super) fn at(&self, moment: &Moment) -> Option<At> {
        let group = moment.times.iter().find_map(|time| self.group(time))?;
        let days = group.date.into_iter().chain(group.more_dates.iter().copied()).collect();
        Some((group.instant?, group.end, days))
    }
}

/// Whether two are the same: an end that only one has contradicts none.
pub(super) fn is_same((start, end, days): &At, (other_start, other_end, other_days): &At) -> bool {
    let ends = end.zip(*other_end);
    start == other_start && days.len() == other_days.len() && ends.is_none_or(|(end, other)| end == other)
}
