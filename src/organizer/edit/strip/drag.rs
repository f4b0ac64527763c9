//! A bar that is being moved.

use crate::edit::strip::layout::Layout;
use huso_edit::Bar;

/// The minutes that a pointer moves by.
const SNAP: i64 = 5;

/// What of a bar is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// All of it.
    Whole,
    /// Its start.
    Start,
    /// Its end.
    End,
}

/// A bar that is being moved by a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drag {
    /// Which session.
    pub index: usize,
    /// What of it.
    pub edge: Edge,
    /// Where the pointer was first, in px of the window.
    pub from_x: i32,
    /// By how many minutes it is moved.
    pub by: i64,
}

impl Drag {
    /// After the pointer went to a place of the window. `scale` is how many px of the drawing one of the window is.
    pub fn at(self, bar: &Bar, client_x: i32, scale: f64, layout: &Layout) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "minutes of a day")]
        let by = layout.minutes(f64::from(client_x - self.from_x) * scale).round() as i64;
        let moving = if self.edge == Edge::End { bar.end } else { bar.start };
        let snapped = (moving + by + SNAP / 2).div_euclid(SNAP) * SNAP;
        Self { by: if by == 0 { 0 } else { snapped - moving }, ..self }
    }

    /// From when to when the bar goes meanwhile. It never gets shorter than what a pointer moves by.
    pub fn span(&self, bar: &Bar) -> (i64, i64) {
        match self.edge {
            Edge::Whole => (bar.start + self.by, bar.end + self.by),
            Edge::Start => ((bar.start + self.by).min(bar.end - SNAP), bar.end),
            Edge::End => (bar.start, (bar.end + self.by).max(bar.start + SNAP)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_edit::Strip;

    #[test]
    fn bars_snap_to_five_minutes() {
        let bar = Bar { index: 0, start: 572, end: 630, has_end: true, row: 0, track: String::new() };
        let strip = Strip { from: 540, to: 660, lanes: Vec::new(), bars: vec![bar.clone()] };
        // A px a minute.
        let layout = Layout::of(&strip, 220.0, 1);
        let drag = |edge, x| Drag { index: 0, edge, from_x: 100, by: 0 }.at(&bar, x, 1.0, &layout).span(&bar);
        assert_eq!(drag(Edge::Whole, 100), (572, 630));
        assert_eq!(drag(Edge::Whole, 111), (585, 643));
        assert_eq!(drag(Edge::End, 120), (572, 650));
        assert_eq!(drag(Edge::End, 0), (572, 577));
        assert_eq!(drag(Edge::Start, 300), (625, 630));
    }
}
