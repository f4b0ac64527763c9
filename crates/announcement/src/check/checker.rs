//! What is found so far, and where.

use super::report::Report;
use crate::days::Reference;
use crate::entries::Named;
use crate::finding::{Finding, FindingKind};
use chrono::{NaiveDate, NaiveTime, Timelike as _};
use std::collections::BTreeMap;

pub(super) struct Checker<'t> {
    pub(super) text: &'t str,
    pub(super) lines: Vec<usize>,
    pub(super) today: NaiveDate,
    pub(super) reference: Reference,
    pub(super) report: Report,
    /// What is found, by line and column.
    pub(super) found: BTreeMap<(usize, usize), Vec<Finding>>,
}

impl Checker<'_> {
    pub(super) fn slice(&self, start: usize, end: usize) -> String {
        self.text.get(start..end).unwrap_or_default().to_owned()
    }

    pub(super) fn place_text(&self, place: &Named) -> String {
        self.slice(place.start, place.end)
    }

    /// Line and column of a byte, both from 1.
    pub(super) fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or(0);
        (line, self.text.get(start..byte).unwrap_or_default().chars().count() + 1)
    }

    /// A date that governs two groups is found fault with once.
    pub(super) fn find(&mut self, start: usize, end: usize, kind: FindingKind) {
        let (line, column) = self.position(start);
        let finding = Finding { line, column, text: self.slice(start, end), range: start..end, kind };
        let here = self.found.entry((line, column)).or_default();
        if !here.contains(&finding) {
            here.push(finding);
        }
    }
}

/// Minutes since midnight.
pub(super) fn minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}
