//! Rows that are parted by `|` or tabs, and the row that says what their columns are.

use super::labels::{self, Label};
use super::lines::Line;
use super::segments::divides;
use super::source::Source;
use huso_announcement::PieceKind;
use std::ops::Range;

/// The cells of a line, in bytes; one where it is no row.
fn cells(source: &Source, line: &Line) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = line.range.start;
    for piece in line.of(&source.written.pieces).iter().filter(|piece| divides(source, piece)) {
        all.push(start..piece.range.start);
        start = piece.range.end;
    }
    all.push(start..line.range.end);
    all
}

/// Whether a line is a row of a table without a time: its head, or a rule.
pub(super) fn is_row(source: &Source, line: &Line) -> bool {
    let pieces = line.of(&source.written.pieces);
    pieces.iter().any(|piece| divides(source, piece)) && !line.has(&source.written.pieces, PieceKind::Time)
}

/// Whether a row is the head of a table: two of its cells say what stands below.
pub(super) fn is_head(source: &Source, line: &Line) -> bool {
    let known = cells(source, line).into_iter().filter(|cell| labels::column(source.slice(cell)).is_some());
    is_row(source, line) && known.count() > 1
}

/// What the columns of each line's table are, by the last head above it; empty where there is none.
pub(super) fn columns(source: &Source) -> Vec<Vec<Option<Label>>> {
    let mut head: Vec<Option<Label>> = Vec::new();
    let of_line = |line: &Line| {
        if is_head(source, line) {
            head = cells(source, line).iter().map(|cell| labels::column(source.slice(cell))).collect();
        } else if (line.gap > 0 || cells(source, line).len() < 2) && !super::shape::is_date(source, line) {
            head.clear();
        }
        head.clone()
    };
    source.lines.iter().map(of_line).collect()
}
