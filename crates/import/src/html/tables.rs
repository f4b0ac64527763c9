//! Tables as their tags come, closed or not.

use super::lines::Lines;
use crate::table::PastedCell;

/// Tables within each other that are told from one another.
const DEEPEST: usize = 100;

/// A table whose end has not come yet.
#[derive(Default)]
pub(super) struct OpenTable {
    rows: Vec<Vec<PastedCell>>,
    /// The text of the cell that is open.
    cell: Option<Lines>,
}

impl OpenTable {
    pub(super) fn row(&mut self) {
        self.end_cell();
        self.rows.push(Vec::new());
    }

    /// Opens a cell, and says whether it is the first of its row.
    pub(super) fn cell(&mut self, columns: usize, rows: usize) -> bool {
        self.end_cell();
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.cell = Some(Lines::default());
        let Some(row) = self.rows.last_mut() else { return true };
        row.push(PastedCell { text: String::new(), columns, rows, links: Vec::new() });
        row.len() == 1
    }

    /// Notes where words of the cell that is open lead to.
    pub(super) fn link(&mut self, url: String) {
        let row = self.rows.last_mut().filter(|_| self.cell.is_some());
        if let Some(cell) = row.and_then(|row| row.last_mut()) {
            cell.links.push(url);
        }
    }

    /// The text of the cell that is open.
    pub(super) fn lines(&mut self) -> Option<&mut Lines> {
        self.cell.as_mut()
    }

    fn end_cell(&mut self) {
        let Some(mut lines) = self.cell.take() else { return };
        lines.end();
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.text = lines.text;
        }
    }
}

/// Tables that are open, the innermost last; `None` for one that has tables in it: it lays something out, and its rows
/// say nothing.
#[derive(Default)]
pub(super) struct OpenTables(Vec<Option<OpenTable>>);

impl OpenTables {
    pub(super) fn open(&mut self, is_layout: bool) {
        if self.0.len() < DEEPEST {
            self.0.push((!is_layout).then(OpenTable::default));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Closes the innermost table: its rows, if they say something by being rows.
    pub(super) fn close(&mut self) -> Option<Vec<Vec<PastedCell>>> {
        let mut table = self.0.pop()??;
        table.end_cell();
        table.rows.retain(|row| !row.is_empty());
        let is_table = table.rows.len() > 1 && table.rows.iter().any(|row| row.len() > 1);
        is_table.then_some(table.rows)
    }

    pub(super) fn innermost(&mut self) -> Option<&mut OpenTable> {
        self.0.last_mut()?.as_mut()
    }
}
