//! What moving a bar changes.

use crate::edit::strip::drag::{Drag, Edge};
use huso_agenda::chrono::{NaiveDate, NaiveTime, TimeDelta};
use huso_agenda::wall_time;
use huso_edit::{Bar, Change, Document, set_span, shift};
use web_sys::PointerEvent;

/// A whole bar takes its duration along; at an edge, start and end are written anew.
pub fn move_bar(document: &Document, bar: &Bar, drag: Drag, day: NaiveDate) -> Vec<Change> {
    if drag.edge == Edge::Whole {
        return shift(document, bar.index, drag.by);
    }
    let (start, end) = drag.span(bar);
    let wall = |minute: i64| day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
    set_span(document, bar.index, wall(start), wall(end))
}

/// The day whose tab or heading is under a pointer.
pub fn day_under(event: &PointerEvent) -> Option<NaiveDate> {
    let document = web_sys::window()?.document()?;
    #[allow(clippy::cast_precision_loss, reason = "px of a window")]
    let under = document.element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    let day = under.closest("[data-day]").ok()??.get_attribute("data-day")?;
    wall_time::date(&day).ok()
}
