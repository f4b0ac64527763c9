//! What the rows of a sheet are read with: the sheet, its columns, and what the rows above have said.

use super::calendar::{Calendar, Unknown};
use super::grid::Sheet;
use super::mapping::Mapping;
use super::row::{self, Lane};
use crate::{Finding, FindingKind, Origin, Read};
use chrono::NaiveDate;
use std::collections::HashSet;

/// What makes sessions of a sheet's rows.
pub(crate) struct Lister<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) mapping: &'a Mapping,
    pub(crate) read: &'a mut Read,
    pub(crate) origin: &'a dyn Fn(usize, usize) -> Origin,
    pub(super) calendar: Calendar,
    /// The day of the rows that don't say theirs.
    pub(super) current: Option<Known>,
    pub(super) lanes: Vec<Lane>,
    /// Rows of which nothing was made.
    pub(super) left_out: usize,
    /// What was asked already.
    pub(super) asked: HashSet<String>,
    /// The day of the row above, and the minutes at which its sessions begin.
    pub(super) above: Option<(NaiveDate, u32)>,
}

/// A day, or why it is not known.
pub(super) type Known = Result<NaiveDate, (Unknown, String)>;

impl<'a> Lister<'a> {
    pub(crate) fn new(
        sheet: &'a Sheet,
        mapping: &'a Mapping,
        calendar: Calendar,
        read: &'a mut Read,
        origin: &'a dyn Fn(usize, usize) -> Origin,
    ) -> Self {
        let lanes = row::lanes(sheet, mapping);
        Self {
            sheet,
            mapping,
            read,
            origin,
            calendar,
            current: None,
            lanes,
            left_out: 0,
            asked: HashSet::new(),
            above: None,
        }
    }

    pub(crate) fn find(&mut self, row: usize, column: usize, kind: FindingKind) {
        self.read.findings.push(Finding { origin: (self.origin)(row, column), kind });
    }
}
