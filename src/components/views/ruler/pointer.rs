//! What a pointer over the drawing means.

use super::day::RulerDay;
use super::layout::{Layout, Rect};
use crate::browser::share_of;
use huso_agenda::ruler::snap;
use web_sys::Element;

/// How much a bar is larger for who wants to hit it.
const NEAR_BAR: f64 = 4.0;

/// What a pointer is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// The minute that it means.
    pub minute: i64,
    /// The session whose bar it is on, of the day's from 0.
    pub session: Option<usize>,
}

/// What a pointer at a place of the window is at; `None` beside the scale.
pub fn pointed(drawing: &Element, client: (i32, i32), day: &RulerDay, layout: &Layout) -> Option<Pointed> {
    let (x, y) = share_of(drawing, client.0, client.1)?;
    let (x, y) = (x * layout.width, y * layout.height);
    let along = if layout.is_upright { y } else { x } - layout.start;
    if along < 0.0 {
        return None;
    }
    let starts: Vec<i64> = day.blocks.iter().map(|(_, block)| day.span(block).0).collect();
    let minute = snap(along / layout.per_minute, &starts, layout.per_minute, day.scale.minutes());
    let session = layout.boxes.iter().position(|session| is_near(&session.bar, x, y));
    Some(Pointed { minute, session })
}

fn is_near(bar: &Rect, x: f64, y: f64) -> bool {
    let is_in = |at: f64, start: f64, length: f64| at >= start - NEAR_BAR && at <= start + length + NEAR_BAR;
    is_in(x, bar.x, bar.width) && is_in(y, bar.y, bar.height)
}
