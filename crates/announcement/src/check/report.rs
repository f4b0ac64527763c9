//! What came out.

use crate::finding::{Basis, Finding, FindingKind};
use chrono::NaiveDate;
use huso_agenda::zone::Instant;
use std::ops::Range;

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
    /// The bytes of the text that it is.
    pub range: Range<usize>,
    /// The place as written: `Chilean`.
    pub place: String,
    /// The place's zone, an IANA name or `UTC-05:00`.
    pub zone: String,
    /// Whether it is the moment of the others, on all dates; `None` if it was not compared.
    pub right: Option<bool>,
}
