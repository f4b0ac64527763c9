//! The paragraphs that say what a session is about.

use super::labels::{self, Label};
use super::repeated::Repeated;
use super::shape::{is_date, is_heading, is_zone};
use super::slots::Slot;
use super::source::Source;
use super::table;
use std::ops::Range;

/// What the lines below a session are.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// What it is about, by lines' bytes.
    pub(super) summary: Vec<Range<usize>>,
    /// Labels, and the bytes of what stands behind each.
    pub(super) labels: Vec<(Label, Range<usize>)>,
    /// What was not understood.
    pub(super) left_out: Vec<Range<usize>>,
    /// The line behind it.
    pub(super) end: usize,
}

/// Most empty lines within what is said of one session.
const WIDEST_GAP: usize = 1;

/// For each session, what the lines up to the next one are. Below the last it is the first paragraph only, and below an
/// empty line only where the others have theirs there.
pub(super) fn blocks(source: &Source, slots: &[Slot], repeated: &Repeated) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for (at, slot) in slots.iter().enumerate() {
        let next = slots.get(at + 1).filter(|next| next.lines.start >= slot.lines.end);
        let is_shared = slots.get(at + 1).is_some_and(|next| next.lines.start < slot.lines.end);
        let block = match next {
            _ if is_shared => Block { end: slot.lines.end, ..Block::default() },
            Some(next) => block(source, slot.lines.end..next.lines.start, repeated),
            None => block(source, slot.lines.end..end(source, slot, slots, &all), repeated),
        };
        all.push(block);
    }
    all
}

/// The line behind what is said of the last session.
fn end(source: &Source, last: &Slot, slots: &[Slot], before: &[Block]) -> usize {
    let gap = |at: usize| source.lines.get(at).map_or(usize::MAX, |line| line.gap);
    let below = |slot: &&Slot| gap(slot.lines.end) > 0;
    let with_text = slots.iter().zip(before).filter(|(_, block)| !block.summary.is_empty());
    let apart = with_text.clone().filter(|(slot, _)| below(slot)).count();
    let is_apart = apart > 0 && apart * 2 >= with_text.count();
    let start = last.lines.end;
    let mut end = start;
    while gap(end) == 0 || (end == start && gap(end) <= WIDEST_GAP && is_apart) {
        end += 1;
    }
    end
}

fn block(source: &Source, lines: Range<usize>, repeated: &Repeated) -> Block {
    let mut block = Block { end: lines.start, ..Block::default() };
    // Behind a wide gap or another heading it is not the session's.
    let mut is_its_own = true;
    for at in lines.clone() {
        let Some(line) = source.lines.get(at) else { break };
        let text = source.slice(&line.range);
        if repeated.lines.contains(&at) {
            continue;
        }
        is_its_own &= line.gap <= WIDEST_GAP || at == lines.start;
        let is_empty_row = table::is_row(source, line) && super::segments::segments(source, line).is_empty();
        if is_date(source, line) || is_zone(source, line) || table::is_head(source, line) || is_empty_row {
            is_its_own = false;
            continue;
        }
        // A name above an empty line, that is not the first: what follows is of something else.
        is_its_own &= !(at > lines.start && line.gap > 0 && is_heading(source, line));
        match labels::label(text) {
            Some((label, value))
                if is_its_own && label != Label::Title && line.range.start + value < line.range.end =>
            {
                block.labels.push((label, line.range.start + value..line.range.end));
            }
            _ if is_its_own && !text.ends_with(':') && !table::is_row(source, line) => {
                block.summary.push(unbulleted(source, line.range.clone()));
            }
            _ => block.left_out.push(line.range.clone()),
        }
        block.end = at + 1;
    }
    block.end = block.end.max(lines.end);
    block
}

/// A line without the sign of a list.
fn unbulleted(source: &Source, range: Range<usize>) -> Range<usize> {
    let rest = source.slice(&range).trim_start_matches(['•', '-', '–', '*', '·', '▪', '●', '>', ' ', '\t']);
    range.end - rest.len()..range.end
}
