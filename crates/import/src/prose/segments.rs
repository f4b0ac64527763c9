//! What a line says besides times, dates, lengths and places of clocks.

use super::lines::Line;
use super::source::Source;
use huso_announcement::{Piece, PieceKind};
use std::ops::Range;

/// Words of a line that stand together.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) range: Range<usize>,
    /// Which cell of the line it stands in, from 0; cells are parted by `|` and tabs.
    pub(super) cell: usize,
    /// Whether something that was read stands before it on the line.
    pub(super) follows: bool,
    /// Whether a sign parts it from what was read before it, or behind it.
    pub(super) parted: bool,
}

/// What a line says besides times, dates, lengths and places of clocks; cut at these, and at `|` and tabs.
pub(super) fn segments(source: &Source, line: &Line) -> Vec<Segment> {
    let pieces = line.of(&source.written.pieces);
    let mut all = Vec::new();
    let (mut start, mut cell, mut follows) = (0, 0, false);
    let mut cut = |start: usize, end: usize, cell, follows, leads| {
        all.extend(pieces.get(start..end).and_then(|words| segment(source, words, cell, follows, leads)));
    };
    for (at, piece) in pieces.iter().enumerate() {
        let divides = divides(source, piece);
        if !divides && !is_read(source, pieces, at) {
            continue;
        }
        cut(start, at, cell, follows, !divides);
        (start, follows) = (at + 1, !divides);
        cell += usize::from(divides);
    }
    cut(start, pieces.len(), cell, follows, false);
    all
}

/// Whether it parts the cells of a table.
pub(super) fn divides(source: &Source, piece: &Piece) -> bool {
    matches!(source.slice(&piece.range), "|" | "\t" | "│")
}

/// Whether a piece was read as a time, a date, a length or a place of clocks.
fn is_read(source: &Source, pieces: &[Piece], at: usize) -> bool {
    let Some(piece) = pieces.get(at) else { return false };
    match piece.kind {
        PieceKind::Length(_) => is_whole(source, pieces, at),
        PieceKind::Time | PieceKind::Date | PieceKind::Day | PieceKind::Aside | PieceKind::Hour => true,
        _ => source.is_spot(&piece.range),
    }
}

/// Whether a length is said of the whole: not in words, `talks of 15 min`, and not the end of a range, `15-20 minutes`.
pub(super) fn is_whole(source: &Source, pieces: &[Piece], at: usize) -> bool {
    let before = |by: usize| at.checked_sub(by).and_then(|at| pieces.get(at));
    let is_number = |piece: &Piece| source.slice(&piece.range).bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |piece: &Piece| piece.kind == PieceKind::Word;
    !before(1).is_some_and(is_word) && !before(2).is_some_and(|piece| is_word(piece) && is_number(piece))
}

/// Pieces without what stands at their edges and says nothing; nothing where no word is left.
fn segment(source: &Source, pieces: &[Piece], cell: usize, follows: bool, leads: bool) -> Option<Segment> {
    if !pieces.iter().any(|piece| matches!(piece.kind, PieceKind::Word | PieceKind::Place)) {
        return None;
    }
    let sign = |piece: &Piece| is_edge(source.slice(&piece.range));
    // "10:00 de la economía" goes on; "10:00 – La economía" begins.
    let word = |piece: &Piece| {
        piece.kind == PieceKind::Link
            && source.slice(&piece.range).chars().all(|letter| letter.is_lowercase())
    };
    let first = pieces.iter().take_while(|piece| sign(piece)).count();
    let joined = pieces.get(first..)?.iter();
    let first =
        first + joined.take_while(|piece| follows && first == 0 && (word(piece) || sign(piece))).count();
    let last = pieces.iter().rev().take_while(|piece| sign(piece) || (leads && word(piece))).count();
    let last = pieces.len().checked_sub(last)?;
    let parted = (follows && pieces.first().is_some_and(sign))
        || (leads && pieces.last().is_some_and(sign))
        || (!follows && !leads);
    let inside = pieces.get(first..last)?;
    let range = unbracketed(source, inside.first()?.range.start..inside.last()?.range.end);
    let range = unnumbered(source, range);
    (!range.is_empty()).then_some(Segment { range, cell, follows, parted })
}

/// Signs that say nothing at the edge of a name.
fn is_edge(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|sign| "-–—―−‐‑|/:;,.•·*→=+&#>_~▪◦‣●○■□✓►–\t│".contains(sign))
}

/// Without a bracket that has no other: that of `(hora de Chile)`.
fn unbracketed(source: &Source, mut range: Range<usize>) -> Range<usize> {
    let count = |range: &Range<usize>, signs: [char; 2]| {
        source.slice(range).chars().filter(|sign| signs.contains(sign)).count()
    };
    loop {
        let (opened, closed) = (count(&range, ['(', '[']), count(&range, [')', ']']));
        let text = source.slice(&range);
        if opened > closed && text.ends_with(['(', '[']) {
            range.end -= 1;
        } else if opened > closed && text.starts_with(['(', '['])
            || closed > opened && text.starts_with([')', ']'])
        {
            range.start += 1;
        } else if closed > opened && text.ends_with([')', ']']) {
            range.end -= 1;
        } else {
            return trimmed(source, range);
        }
        range = trimmed(source, range);
    }
}

/// Without spaces and signs at its edges.
fn trimmed(source: &Source, range: Range<usize>) -> Range<usize> {
    let is_edge = |letter: char| letter.is_whitespace() || is_edge(letter.encode_utf8(&mut [0; 4]));
    let text = source.slice(&range);
    let start = range.start + text.len() - text.trim_start_matches(is_edge).len();
    start..(range.start + text.trim_end_matches(is_edge).len()).max(start)
}

/// Without the number of a list: `1. Inauguración`, `a) Panel`.
fn unnumbered(source: &Source, range: Range<usize>) -> Range<usize> {
    let text = source.slice(&range);
    let number = text.find(['.', ')']).filter(|at| {
        let label = text.get(..*at).unwrap_or_default();
        (1..=2).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit())
            || label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    match number.and_then(|at| text.get(at + 1..)) {
        Some(rest) if rest.starts_with([' ', '\t']) && !rest.trim().is_empty() => {
            range.end - rest.trim_start().len()..range.end
        }
        _ => range,
    }
}
