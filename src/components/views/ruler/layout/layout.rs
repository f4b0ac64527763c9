//! What a layout is, however it was made.

use std::ops::Range;

/// Where everything is.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Whether time goes down.
    pub is_upright: bool,
    /// The whole.
    pub width: f64,
    /// The whole.
    pub height: f64,
    /// Where the scale begins along it.
    pub start: f64,
    /// Px a minute.
    pub per_minute: f64,
    /// Across the scale, where each place's ruler is, in the day's order.
    pub rulers: Vec<Range<f64>>,
    /// Across the scale, where the lanes of tracks are, if those are drawn.
    pub lanes: Vec<Range<f64>>,
    /// The sessions, in the day's order.
    pub boxes: Vec<SessionBox>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// Where a session is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SessionBox {
    /// Its bar.
    pub bar: Rect,
    /// Its title.
    pub title: Rect,
    /// On how many lines that may stand.
    pub lines: usize,
    /// Whether it ends where its bar does.
    pub is_flush_right: bool,
}

impl Layout {
    /// Where a minute of the scale is along it.
    pub fn along(&self, minute: i64) -> f64 {
        self.start + minute as f64 * self.per_minute
    }

    /// All rulers.
    pub fn across(&self) -> Range<f64> {
        let start = self.rulers.iter().map(|ruler| ruler.start).fold(f64::INFINITY, f64::min);
        let end = self.rulers.iter().map(|ruler| ruler.end).fold(0.0, f64::max);
        start.min(end)..end
    }

    /// The rectangle from some minutes to others along the scale, and over a range across it.
    pub fn rect(&self, minutes: Range<i64>, across: &Range<f64>) -> Rect {
        let (from, to) = (self.along(minutes.start), self.along(minutes.end));
        let (thickness, length) = (across.end - across.start, to - from);
        if self.is_upright {
            Rect { x: across.start, y: from, width: thickness, height: length }
        } else {
            Rect { x: from, y: across.start, width: length, height: thickness }
        }
    }

    /// The line at a minute over a range across the scale: its path.
    pub fn line(&self, minute: i64, across: &Range<f64>) -> String {
        let (along, Range { start, end }) = (self.along(minute), across);
        if self.is_upright { format!("M{start} {along}H{end}") } else { format!("M{along} {start}V{end}") }
    }
}

impl Rect {
    /// The least rectangle around both, with a margin.
    pub fn around(&self, other: &Self, margin: f64) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self {
            x: x - margin,
            y: y - margin,
            width: right - x + 2.0 * margin,
            height: bottom - y + 2.0 * margin,
        }
    }
}
