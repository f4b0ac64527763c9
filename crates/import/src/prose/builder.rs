//! A program as it is put together.

use super::labels::Label;
use super::slots::Slot;
use super::source::Source;
use super::times::Zones;
use super::understood::{Understood, Value};
use crate::finding::{Finding, FindingKind};
use crate::program::Program;
use std::ops::Range;

/// A program as it is put together.
pub(super) struct Builder<'s> {
    pub(super) source: &'s Source<'s>,
    pub(super) zones: Zones<'s>,
    pub(super) columns: Vec<Vec<Option<Label>>>,
    pub(super) program: Program,
    pub(super) findings: Vec<(usize, Finding)>,
    pub(super) understood: Vec<Understood>,
}

/// How many findings back the same one is looked for: those of one line stand together.
const NEAR: usize = 8;

impl Builder<'_> {
    pub(super) fn find(&mut self, range: &Range<usize>, kind: FindingKind) {
        let finding = Finding { origin: self.source.origin(range), kind };
        if !self.findings.iter().rev().take(NEAR).any(|(_, other)| *other == finding) {
            self.findings.push((range.start, finding));
        }
    }

    pub(super) fn left_out(&mut self, range: &Range<usize>) {
        let words = self.source.slice(range).to_owned();
        self.find(range, FindingKind::LeftOut(words));
    }

    pub(super) fn understand(&mut self, session: Option<usize>, value: Value, range: &Range<usize>) {
        self.understood.push(Understood { session, value, origin: self.source.origin(range) });
    }

    /// The bytes of a time's lines.
    pub(super) fn bytes(&self, slot: &Slot) -> Range<usize> {
        let line = |at: usize| self.source.lines.get(at).map(|line| line.range.clone()).unwrap_or_default();
        line(slot.lines.start).start..line(slot.lines.end.saturating_sub(1)).end
    }
}
