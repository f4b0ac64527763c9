//! What kind of line a line is.

use super::labels;
use super::lines::Line;
use super::segments::{Segment, divides, segments};
use super::source::Source;
use huso_announcement::PieceKind;

/// Longest name of a session, in letters.
const LONGEST_TITLE: usize = 200;
/// Longest line that is a name by itself, in letters.
const LONGEST_HEADING: usize = 140;
/// Longest line with a time that needs no sign beside it, in letters.
const SHORT: usize = 90;
/// Most words beside a date that is that of the times below.
const DATE_WORDS: usize = 6;

/// Whether a line with a time is one of an agenda, and no sentence: its words stand before or behind the time, and
/// are a name.
pub(super) fn is_entry(source: &Source, line: &Line, segments: &[Segment]) -> bool {
    let pieces = line.of(&source.written.pieces);
    let is_table = pieces.iter().any(|piece| divides(source, piece));
    let Some(title) = title(source, segments) else { return true };
    let text = source.slice(&title.range);
    let is_sentence = text.contains(". ") && text.split(". ").any(|part| part.split_whitespace().count() > 7);
    if text.chars().count() > LONGEST_TITLE || is_sentence {
        return false;
    }
    let is_short = source.slice(&line.range).chars().count() <= SHORT;
    let whole = source.slice(&line.range);
    let is_small = text.chars().next().is_some_and(char::is_lowercase);
    if title.follows {
        // "A las 10:00 se dará inicio a la ceremonia."
        return title.parted || is_table || !is_small || (is_short && !whole.ends_with('.'));
    }
    let last = segments
        .iter()
        .rev()
        .find(|segment| segment.range.start > title.range.start && segment.cell == title.cell);
    let ends = last.is_none_or(|last| last.parted);
    is_table || (title.parted && ends) || (is_short && ends && last.is_none() && !whole.ends_with('.'))
}

/// The name among the words of a line: the first that is no label.
pub(super) fn title<'s>(source: &Source, segments: &'s [Segment]) -> Option<&'s Segment> {
    segments.iter().find(|segment| !labels::is_generic(&source.folded(&segment.range)))
}

/// Whether a line names something in several words.
pub(super) fn is_heading(source: &Source, line: &Line) -> bool {
    is_name(source, line) && source.slice(&line.range).split_whitespace().nth(1).is_some()
}

/// Whether a line names something: it is short, and no sentence, list item, label or date.
pub(super) fn is_name(source: &Source, line: &Line) -> bool {
    let text = source.slice(&line.range);
    let ends = text.trim_end_matches(['*', '_', ' ']).ends_with(['.', ':', ';', ',']);
    let is_item = text.starts_with(['•', '-', '–', '·', '|', '>', '▪', '●']) || text.starts_with("* ");
    let has = |kind| line.has(&source.written.pieces, kind);
    text.chars().count() <= LONGEST_HEADING
        && !ends
        && !is_item
        && !has(PieceKind::Time)
        && !has(PieceKind::Date)
        && !has(PieceKind::Stop)
        && !text.contains("://")
        && labels::label(text).is_none()
}

/// Whether a line is the date of the times below it.
pub(super) fn is_date(source: &Source, line: &Line) -> bool {
    if !line.has(&source.written.pieces, PieceKind::Date) || line.has(&source.written.pieces, PieceKind::Time)
    {
        return false;
    }
    let words: usize = segments(source, line)
        .iter()
        .map(|segment| source.slice(&segment.range).split_whitespace().count())
        .sum();
    words <= DATE_WORDS && !source.slice(&line.range).ends_with('.')
}

/// Whether a line says whose clocks the times below are of, and nothing else: `Hora de Chile:`.
pub(super) fn is_zone(source: &Source, line: &Line) -> bool {
    let pieces = line.of(&source.written.pieces);
    pieces.iter().any(|piece| source.is_spot(&piece.range))
        && !line.has(&source.written.pieces, PieceKind::Time)
        && (segments(source, line).is_empty() || source.slice(&line.range).chars().count() <= SHORT)
}
