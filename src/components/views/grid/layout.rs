//! Where everything is on the grid, in px where the page's text has 16.

use super::day::GridDay;
use huso_agenda::strands::Place;

/// From this width on, tracks stand beside each other.
const WIDE_FROM: f64 = 640.0;
/// The visitor's times, and the event's.
const OWN_AXIS: f64 = 86.0;
const EVENT_AXIS: f64 = 68.0;
const NARROW_AXIS: f64 = 60.0;
/// The least width of a track's column; with more tracks the grid is wider than its place, and scrolls.
const LEAST_COLUMN: f64 = 150.0;
/// The names of the tracks.
const HEAD: f64 = 36.0;
/// Above the first half hour, whose label stands out.
const TOP: f64 = 4.0;
/// Between columns.
const GAP: f64 = 6.0;
/// Gaps between sessions that follow one another at once.
const BELOW: f64 = 2.0;
/// A strip of the other tracks' sessions.
const SLIVER: f64 = 8.0;

/// Where everything is.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The whole.
    pub width: f64,
    /// The whole.
    pub height: f64,
    /// Where the columns begin, and where the event's times do.
    pub axis: f64,
    /// Where the event's times stand; `None` if below the visitor's.
    pub event_axis: Option<f64>,
    /// How far down the scale begins.
    pub top: f64,
    /// A column's width, with what is free right of it.
    pub column: f64,
    /// On a narrow page, the only strand that is shown in full.
    pub only: Option<usize>,
    /// The sessions.
    pub blocks: Vec<BlockBox>,
    /// The sessions of other tracks, as strips.
    pub slivers: Vec<BlockBox>,
}

/// Where a session is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlockBox {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// Which of the day's strands it is of, from 0.
    pub strand: usize,
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Layout {
    /// The layout on a width. On a narrow one, `picked` is the strand that is shown, or else the first one.
    pub fn new(day: &GridDay, picked: Option<usize>, width: f64) -> Self {
        let columns = &day.arranged.columns;
        let is_wide = width >= WIDE_FROM;
        let only = (!is_wide && columns.len() > 1)
            .then(|| picked.filter(|strand| columns.contains(strand)).or(columns.first().copied()))
            .flatten();
        let event_axis = (is_wide && day.event.is_some()).then_some(OWN_AXIS);
        let axis = match (is_wide, event_axis) {
            (false, _) => NARROW_AXIS,
            (true, None) => OWN_AXIS,
            (true, Some(own)) => own + EVENT_AXIS,
        };
        let top = if is_wide { HEAD + TOP } else { TOP };
        let shown = if only.is_some() { 1 } else { columns.len().max(1) };
        let edge = if only.is_some() { SLIVER + GAP } else { 0.0 };
        let column = ((width - axis - edge + GAP) / shown as f64).max(LEAST_COLUMN);
        let mut layout = Self {
            width: axis + column * shown as f64 - GAP + edge,
            height: top + day.scale.height(),
            axis,
            event_axis,
            top,
            column,
            only,
            blocks: Vec::new(),
            slivers: Vec::new(),
        };
        for place in &day.arranged.places {
            let is_other = only.is_some_and(|only| place.span == 1 && place.strand != only);
            let found = layout.place(day, place, is_other);
            let list = if is_other { &mut layout.slivers } else { &mut layout.blocks };
            list.push(found);
        }
        layout
    }

    fn place(&self, day: &GridDay, place: &Place, is_sliver: bool) -> BlockBox {
        let y = self.top + day.scale.top(place.block.start);
        let height = (self.top + day.scale.top(place.block.end) - y - BELOW).max(BELOW);
        let whole = self.column * if self.only.is_some() { 1.0 } else { place.span as f64 } - GAP;
        let part = whole / place.parts as f64;
        let column = if self.only.is_some() { 0.0 } else { place.column as f64 };
        let (x, width) = if is_sliver {
            (self.width - SLIVER, SLIVER)
        } else {
            (
                self.axis + self.column * column + part * place.part as f64,
                part - if place.parts > 1 { BELOW } else { 0.0 },
            )
        };
        BlockBox { index: place.block.index, strand: place.strand, x, y, width, height }
    }
}
