//! What moving a bar changes.

use crate::edit::strip::drag::{Drag, Edge};
use huso_agenda::chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use huso_agenda::wall_time;
use huso_edit::{Bar, Change, Document, When, set_span, shift};
use web_sys::PointerEvent;

/// A whole bar takes its duration along; at an edge, start and end are written anew. What counts is where the session is
/// in the event file by then: keys come faster than bars are drawn.
pub fn move_bar(document: &Document, bar: &Bar, drag: Drag, day: NaiveDate) -> Vec<Change> {
    if drag.edge == Edge::Whole {
        return shift(document, bar.index, drag.by);
    }
    let midnight = day.and_time(NaiveTime::MIN);
    let minute = |wall: NaiveDateTime| wall.signed_duration_since(midnight).num_minutes();
    let when = document.sessions().get(bar.index).map(|session| When::of(session, None)).unwrap_or_default();
    let start = when.start.map_or(bar.start, minute);
    let end = when.end.map_or(start + bar.end - bar.start, minute);
    let (start, end) = drag.span(&Bar { start, end, ..bar.clone() });
    set_span(document, bar.index, midnight + TimeDelta::minutes(start), midnight + TimeDelta::minutes(end))
}

/// The day whose tab or heading is under a pointer.
pub fn day_under(event: &PointerEvent) -> Option<NaiveDate> {
    let document = web_sys::window()?.document()?;
    #[allow(clippy::cast_precision_loss, reason = "px of a window")]
    let under = document.element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    let day = under.closest("[data-day]").ok()??.get_attribute("data-day")?;
    wall_time::date(&day).ok()
}
