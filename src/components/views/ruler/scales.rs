//! The rulers themselves: day and night, and a tick each quarter of an hour.

use super::day::{RulerDay, RulerPlace};
use super::layout::{Layout, Rect};
use huso_agenda::ruler::TickKind;
use std::ops::Range;
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// How long ticks are, by the part of the hour.
const HOUR: f64 = 14.0;
const HALF: f64 = 8.0;
const QUARTER: f64 = 4.0;

/// Properties of [`Scales`].
#[derive(Properties, PartialEq)]
pub struct ScalesProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where.
    pub layout: Rc<Layout>,
}

/// The rulers, without their hours, some of which the cursor covers.
#[component]
pub fn Scales(props: &ScalesProps) -> Html {
    let ScalesProps { day, layout } = props;
    html! {
        <g aria-hidden="true">
            for (place, across) in day.places.iter().zip(&layout.rulers) { {scale(place, across, day, layout)} }
        </g>
    }
}

fn scale(place: &RulerPlace, across: &Range<f64>, day: &RulerDay, layout: &Layout) -> Html {
    let whole = layout.rect(0..day.scale.minutes(), across);
    let nights = || place.clock.nights.iter().map(|night| layout.rect(night.clone(), across));
    let dusks = place.clock.nights.iter().flat_map(|night| [night.start, night.end]);
    let dusks = dusks.filter(|minute| *minute > 0 && *minute < day.scale.minutes());
    html! {
        <g class={classes!("scale", place.is_mine.then_some("own"))}>
            {rect("day", &whole)}
            for night in nights() {
                {rect("night", &night)}
                <rect class="hatch" x={px(night.x)} y={px(night.y)} width={px(night.width)} height={px(night.height)}
                    fill="url(#night-hatch)" />
            }
            <path class="ticks" d={ticks(place, across, layout, false)} />
            <path class="ticks at-night" d={ticks(place, across, layout, true)} />
            for minute in dusks { <path class="dusk" d={layout.line(minute, across)} /> }
            for tick in place.clock.ticks.iter().filter(|tick| tick.is_new_date && tick.minute > 0) {
                <path class="midnight" d={layout.line(tick.minute, across)} />
            }
            for change in &place.clock.changes { <path class="change" d={layout.line(change.minute, across)} /> }
            <path class="edges" d={edges(&whole, layout)} />
        </g>
    }
}

/// Ticks hang from the ruler's first edge: those by day, or those at night.
fn ticks(place: &RulerPlace, across: &Range<f64>, layout: &Layout, at_night: bool) -> String {
    let is_in = |minute: i64| place.clock.nights.iter().any(|night| night.contains(&minute));
    let per_hour = layout.per_minute * 60.0;
    let least = if per_hour >= 40.0 {
        QUARTER
    } else if per_hour >= 20.0 {
        HALF
    } else {
        HOUR
    };
    place
        .clock
        .ticks
        .iter()
        .filter(|tick| tick.minute > 0 && is_in(tick.minute) == at_night)
        .filter_map(|tick| {
            let length = match tick.kind {
                TickKind::Hour => HOUR,
                TickKind::Half => HALF,
                TickKind::Quarter => QUARTER,
            };
            (length >= least).then(|| layout.line(tick.minute, &(across.start..across.start + length)))
        })
        .collect()
}

/// The two edges along the scale.
fn edges(whole: &Rect, layout: &Layout) -> String {
    let Rect { x, y, width, height } = whole;
    if layout.is_upright {
        format!("M{x} {y}v{height}M{} {y}v{height}", x + width)
    } else {
        format!("M{x} {y}h{width}M{x} {}h{width}", y + height)
    }
}

/// A rectangle of a class.
pub fn rect(class: &'static str, rect: &Rect) -> Html {
    html! {
        <rect {class} x={px(rect.x)} y={px(rect.y)} width={px(rect.width)} height={px(rect.height)} />
    }
}

/// A number as SVG has it, to a tenth.
pub fn px(number: f64) -> String {
    format!("{}", (number * 10.0).round() / 10.0)
}
