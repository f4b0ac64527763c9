//! The cursor: a line through all rulers, the span of the session that is looked at, and where now is.

use super::day::RulerDay;
use super::layout::{Layout, Rect};
use super::scales::{px, rect};
use crate::context::{use_locale, use_zones};
use huso_agenda::Instant;
use huso_i18n::labels::clock;
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`CursorLine`].
#[derive(Properties, PartialEq)]
pub struct CursorLineProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// Where the cursor is, in minutes of the scale.
    pub cursor: i64,
    /// Which of the day's sessions is looked at, from 0.
    pub looked_at: Option<usize>,
    /// Now.
    pub now: Instant,
}

/// The cursor, and now if it is on the scale.
#[component]
pub fn CursorLine(props: &CursorLineProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let CursorLineProps { day, layout, cursor, looked_at, now } = props;
    let across = layout.across();
    let whole = if layout.is_upright { 0.0..layout.width } else { across.start..layout.height };
    let along = layout.along(*cursor);
    let head = if layout.is_upright { None } else { Some(head(along, across.start)) };
    let now_at = day.scale.within(*now);
    html! {
        <g aria-hidden="true">
            if let Some(span) = looked_at.and_then(|index| span(index, day, layout)) { {rect("lit", &span)} }
            if let Some(minute) = now_at { <path class="now-line" d={layout.line(minute, &whole)} /> }
            <path class="cursor" d={layout.line(*cursor, &whole)} />
            if let Some(head) = head { <path class="cap" d={head} /> }
            if let Some(minute) = now_at.filter(|_| !layout.is_upright) {
                <text class="now-label" x={px(layout.along(minute).clamp(layout.start + 36.0, layout.width - 36.0))}
                    y={px(across.start - 10.0)} text-anchor="middle">
                    {fill(locale.lang.views().now_at, &[(
                        "time",
                        &clock(zones.viewer.zone.wall_time(*now).time(), locale.hour_cycle, locale.locale),
                    )])}
                </text>
            }
        </g>
    }
}

/// A triangle whose point is on the line.
fn head(along: f64, edge: f64) -> String {
    format!("M{} {}h12l-6 7z", along - 6.0, edge - 8.0)
}

/// The session's time over all rulers, down to its bar.
fn span(index: usize, day: &RulerDay, layout: &Layout) -> Option<Rect> {
    let (_, block) = day.blocks.get(index)?;
    let (from, to) = day.span(block);
    let bar = layout.boxes.get(index)?.bar;
    let across = layout.across();
    let end = if layout.is_upright { bar.x + bar.width } else { bar.y + bar.height };
    Some(layout.rect(from..to, &(across.start..end.max(across.end))))
}
