//! Where things are on the strip, in px where the page's text has 16.

use huso_edit::{Bar, Strip};

/// Room for the names of places and tracks.
pub const LABEL: f64 = 100.0;
/// How high a place's hours are.
pub const HOURS: f64 = 18.0;
/// How high a row of bars is.
pub const ROW: f64 = 26.0;
/// How high a bar is.
pub const BAR: f64 = 22.0;
/// Between the hours and the rows.
const GAP: f64 = 8.0;

/// Where things are on the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// All of its width.
    pub width: f64,
    /// Px a minute.
    pub per_minute: f64,
    /// The first minute.
    from: i64,
    /// Where the rows begin.
    pub top: f64,
    /// All of its height.
    pub height: f64,
}

impl Layout {
    /// The layout of a day for a width, with the hours of some places.
    pub fn of(strip: &Strip, width: f64, places: usize) -> Self {
        let minutes = (strip.to - strip.from).max(60);
        let rows = strip.lanes.iter().map(|lane| lane.first + lane.rows).max().unwrap_or_default();
        let top = to_f64(places) * HOURS + GAP;
        Self {
            width,
            per_minute: (width - LABEL).max(1.0) / minutes as f64,
            from: strip.from,
            top,
            height: top + to_f64(rows) * ROW + 4.0,
        }
    }

    /// Where a minute is.
    pub fn x(&self, minute: i64) -> f64 {
        LABEL + (minute - self.from) as f64 * self.per_minute
    }

    /// Where a row begins.
    pub fn y(&self, row: usize) -> f64 {
        self.top + to_f64(row) * ROW
    }

    /// How many minutes some px are.
    pub fn minutes(&self, px: f64) -> f64 {
        px / self.per_minute
    }
}

/// Where a bar's title stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Title {
    /// Right of the bar.
    Right(f64),
    /// Left of it.
    Left(f64),
    /// In it, shortened.
    Inside(f64, String),
}

fn to_f64(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The next bar's start and the last one's end in the row of a bar: so far its title has room.
pub fn room(bars: &[Bar], bar: &Bar, layout: &Layout) -> (f64, f64) {
    let same = || bars.iter().filter(|other| other.row == bar.row && other.index != bar.index);
    let before = same().filter(|other| other.end <= bar.start).map(|other| other.end).max();
    let after = same().filter(|other| other.start >= bar.end).map(|other| other.start).min();
    (before.map_or(LABEL, |end| layout.x(end)), after.map_or(layout.width, |start| layout.x(start)))
}
