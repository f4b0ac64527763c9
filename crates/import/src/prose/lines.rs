//! A text's lines.

use huso_announcement::{Piece, PieceKind};
use std::ops::Range;

/// A line that is not empty.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its bytes, without the space around them.
    pub(super) range: Range<usize>,
    /// Its pieces, by their indices.
    pub(super) pieces: Range<usize>,
    /// How many empty lines stand before it.
    pub(super) gap: usize,
}

/// The lines that are not empty.
pub(super) fn lines(text: &str, pieces: &[Piece]) -> Vec<Line> {
    let mut all = Vec::new();
    let (mut start, mut gap) = (0, 0);
    for raw in text.split_inclusive('\n') {
        let line = raw.trim();
        let first = start + (raw.len() - raw.trim_start().len());
        start += raw.len();
        if line.is_empty() {
            gap += 1;
            continue;
        }
        let range = first..first + line.len();
        let from = pieces.partition_point(|piece| piece.range.end <= range.start);
        let to = pieces.partition_point(|piece| piece.range.start < range.end);
        all.push(Line { range, pieces: from..to.max(from), gap });
        gap = 0;
    }
    all
}

impl Line {
    /// Its pieces.
    pub(super) fn of<'p>(&self, pieces: &'p [Piece]) -> &'p [Piece] {
        pieces.get(self.pieces.clone()).unwrap_or_default()
    }

    pub(super) fn has(&self, pieces: &[Piece], kind: PieceKind) -> bool {
        self.of(pieces).iter().any(|piece| piece.kind == kind)
    }
}
