//! The hours on the rulers, and the exact time of each place at the cursor.

use super::day::{RulerDay, RulerPlace};
use super::layout::Layout;
use super::scales::px;
use crate::context::{LocaleContext, use_locale};
use huso_agenda::chrono::{NaiveDateTime, Timelike as _};
use huso_agenda::ruler::{Tick, TickKind};
use huso_i18n::labels::{HourCycle, clock, short_date};
use std::ops::Range;
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// A tag, level and upright; with hours up to 12 it says which half of the day.
const TAG: (f64, f64) = (50.0, 22.0);
const UPRIGHT_TAG: (f64, f64) = (39.0, 20.0);
const LONG_TAG: f64 = 76.0;
/// Where an hour stands after its tick.
const AFTER_TICK: f64 = 5.0;
/// How much room a digit and a date need.
const DIGIT: f64 = 8.0;
const DATE: f64 = 42.0;
/// Under so many px an hour, not every hour has a label.
const DENSE: f64 = 20.0;

/// Properties of [`Hours`].
#[derive(Properties, PartialEq)]
pub struct HoursProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// Where the cursor is, in minutes of the scale.
    pub cursor: i64,
}

/// The hours and the tags. Hours under a tag are left out.
#[component]
pub fn Hours(props: &HoursProps) -> Html {
    let locale = use_locale();
    let HoursProps { day, layout, cursor } = props;
    html! {
        <g class="hours" aria-hidden="true">
            for (place, across) in day.places.iter().zip(&layout.rulers) {
                <g class={classes!(place.is_mine.then_some("own"))}>
                    for tick in labelled(place, layout) {
                        {hour(tick, place, across, layout, *cursor, locale)}
                    }
                    {tag(place, across, day, layout, *cursor, locale)}
                </g>
            }
        </g>
    }
}

/// Each hour, or where there is little room every third one; dates before hours that stand too near.
fn labelled<'a>(place: &'a RulerPlace, layout: &'a Layout) -> impl Iterator<Item = &'a Tick> {
    let is_dense = layout.per_minute * 60.0 < DENSE;
    let near = if layout.is_upright { 0.0 } else { DATE / layout.per_minute };
    let ticks = place.clock.ticks.iter();
    let dates: Vec<i64> = ticks.clone().filter(|tick| tick.is_new_date).map(|tick| tick.minute).collect();
    ticks.filter(move |tick| {
        let is_hour = tick.kind == TickKind::Hour && (!is_dense || tick.wall.hour().is_multiple_of(3));
        // A date stands right of its line, and at the edge left of it.
        let is_near = |date: &i64| {
            let after = tick.minute - date;
            let after = if is_at_edge(layout.along(*date), layout) { -after } else { after };
            after > 0 && (after as f64) < near
        };
        let is_free = !dates.iter().any(is_near);
        tick.is_new_date || (is_hour && is_free)
    })
}

/// Whether a date has room left of its line alone.
fn is_at_edge(along: f64, layout: &Layout) -> bool {
    !layout.is_upright && along + DATE > layout.width
}

fn hour(
    tick: &Tick,
    place: &RulerPlace,
    across: &Range<f64>,
    layout: &Layout,
    cursor: i64,
    locale: LocaleContext,
) -> Html {
    let label = match tick.is_new_date {
        true => short_date(tick.wall.date(), locale.locale),
        false => hour_label(tick.wall, locale.hour_cycle),
    };
    let is_night = place.clock.nights.iter().any(|night| night.contains(&tick.minute));
    let class = classes!(
        "hour",
        is_night.then_some("at-night"),
        tick.is_new_date.then_some("date"),
        is_covered(tick, &label, layout, cursor, locale.hour_cycle).then_some("covered"),
    );
    let along = layout.along(tick.minute);
    let (x, y, anchor) = if layout.is_upright {
        let middle = (across.start + across.end) / 2.0;
        (if tick.is_new_date { middle } else { middle + 4.0 }, along + 16.0, "middle")
    } else {
        let is_last = tick.is_new_date && is_at_edge(along, layout);
        let (x, anchor) = if is_last { (along - AFTER_TICK, "end") } else { (along + AFTER_TICK, "start") };
        (x, across.start + 32.0, anchor)
    };
    html! { <text {class} x={px(x)} y={px(y)} text-anchor={anchor}>{label}</text> }
}

fn hour_label(wall: NaiveDateTime, cycle: HourCycle) -> String {
    match cycle {
        HourCycle::H23 => wall.hour().to_string(),
        HourCycle::H12 => wall.hour12().1.to_string(),
    }
}

/// Whether the cursor's tag is over it.
fn is_covered(tick: &Tick, label: &str, layout: &Layout, cursor: i64, cycle: HourCycle) -> bool {
    let from = layout.along(tick.minute) - layout.along(cursor);
    if layout.is_upright {
        let half = UPRIGHT_TAG.1 / 2.0;
        return from < half && from + 20.0 > -half;
    }
    let length = if tick.is_new_date { DATE } else { DIGIT * label.len() as f64 };
    let half = tag_size(layout, cycle).0 / 2.0 + 2.0;
    from + AFTER_TICK < half && from + AFTER_TICK + length > -half
}

fn tag_size(layout: &Layout, cycle: HourCycle) -> (f64, f64) {
    match (layout.is_upright, cycle) {
        (true, _) => UPRIGHT_TAG,
        (false, HourCycle::H23) => TAG,
        (false, HourCycle::H12) => (LONG_TAG, TAG.1),
    }
}

/// The exact time of a place, reversed. It stays on the drawing.
fn tag(
    place: &RulerPlace,
    across: &Range<f64>,
    day: &RulerDay,
    layout: &Layout,
    cursor: i64,
    locale: LocaleContext,
) -> Html {
    let wall = place.zone.wall_time(day.scale.instant(cursor));
    let words = clock(wall.time(), locale.hour_cycle, locale.locale);
    let (width, height) = tag_size(layout, locale.hour_cycle);
    let along = layout.along(cursor);
    let (x, y) = if layout.is_upright {
        (
            (across.start + across.end - width) / 2.0,
            (along - height / 2.0).clamp(layout.start, layout.height - height),
        )
    } else {
        ((along - width / 2.0).clamp(layout.start, layout.width - width), across.start + 17.0)
    };
    let words =
        if layout.is_upright { words.split('\u{a0}').next().unwrap_or_default().to_owned() } else { words };
    html! {
        <g class="tag">
            <rect x={px(x)} y={px(y)} width={px(width)} height={px(height)} rx="2" />
            <text x={px(x + width / 2.0)} y={px(y + height / 2.0 + 4.5)} text-anchor="middle">{words}</text>
        </g>
    }
}
