//! What stands behind the sessions: half hours and their times, folded time, now.

use super::super::ruler::{XHTML, px};
use super::day::GridDay;
use super::layout::Layout;
use crate::context::{LocaleContext, use_locale, use_zones};
use huso_agenda::Instant;
use huso_agenda::grid::{AxisTick, Fold};
use huso_i18n::labels::{clock, length, short_date};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// How far below its line a time's baseline is, and that of what stands below it.
const BASELINE: f64 = 13.0;
const NEXT_LINE: f64 = 15.0;
/// From a baseline up to the middle of its figures.
const MIDDLE: f64 = 4.5;
/// The tag that says when now is: its height, what a letter takes, and what is free beside them.
const TAG: f64 = 20.0;
const LETTER: f64 = 7.6;
const BESIDE: f64 = 6.0;

/// Properties of [`Lines`].
#[derive(Properties, PartialEq)]
pub struct LinesProps {
    /// What is on the grid.
    pub day: Rc<GridDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// Now: its tag covers the times below it.
    pub now: Instant,
}

/// Half hours, their times, and folded time.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    let locale = use_locale();
    let LinesProps { day, layout, now } = props;
    let tag = layout.top + day.scale.top(*now);
    let is_covered = |y: f64| day.scale.shows(*now) && (y - MIDDLE - tag).abs() < TAG / 2.0 + MIDDLE;
    let left = layout.axis - 6.0;
    let line = |tick: &AxisTick| format!("M{} {}H{}", px(left), px(layout.top + tick.top), px(layout.width));
    let of =
        |is_hour| day.own.iter().filter(move |tick| tick.is_hour == is_hour).map(line).collect::<String>();
    html! {
        <g aria-hidden="true">
            <path class="hour-lines" d={of(true)} />
            <path class="half-lines" d={of(false)} />
            for tick in day.own.iter().filter(|tick| !is_covered(layout.top + tick.top + BASELINE)) {
                {time(tick, 0.0, true, layout, locale)}
            }
            if let Some((_, ticks)) = &day.event {
                if let Some(x) = layout.event_axis {
                    for tick in ticks { {time(tick, x, false, layout, locale)} }
                } else {
                    for (tick, own) in ticks.iter().zip(&day.own).filter(|(_, own)| own.is_hour) {
                        if !is_covered(below(own, layout)) { {time_below(tick, own, layout, locale)} }
                    }
                }
            }
            for fold in &day.scale.folds { {folded(fold, layout, locale)} }
        </g>
    }
}

fn time(tick: &AxisTick, x: f64, is_own: bool, layout: &Layout, locale: LocaleContext) -> Html {
    let y = layout.top + tick.top + BASELINE;
    let class = classes!("time", is_own.then_some("own"), tick.is_hour.then_some("full"));
    html! {
        <>
            <text {class} x={px(x)} y={px(y)}>{clock(tick.wall.time(), locale.hour_cycle, locale.locale)}</text>
            if tick.is_new_date && is_own {
                <text class="time own full" x={px(x)} y={px(y + NEXT_LINE)}>
                    {short_date(tick.wall.date(), locale.locale)}
                </text>
            }
        </>
    }
}

/// The baseline below the visitor's own time, and its date if that is another.
fn below(own: &AxisTick, layout: &Layout) -> f64 {
    let lines = if own.is_new_date { 2.0 } else { 1.0 };
    layout.top + own.top + BASELINE + NEXT_LINE * lines
}

/// On a narrow page, the event's time below the visitor's full hours.
fn time_below(tick: &AxisTick, own: &AxisTick, layout: &Layout, locale: LocaleContext) -> Html {
    let y = below(own, layout);
    html! {
        <text class="time" x="0" y={px(y)}>{clock(tick.wall.time(), locale.hour_cycle, locale.locale)}</text>
    }
}

/// `6 h sin actividades`, and a dotted line.
fn folded(fold: &Fold, layout: &Layout, locale: LocaleContext) -> Html {
    let words = fill(locale.lang.views().idle, &[("time", &length(fold.minutes()))]);
    html! {
        <foreignObject x={px(layout.axis)} y={px(layout.top + fold.top + 1.0)} width={px(layout.width - layout.axis)}
            height={px(fold.height - 2.0)}>
            <div xmlns={XHTML} class="fold">{words}</div>
        </foreignObject>
    }
}

/// Properties of [`NowLine`].
#[derive(Properties, PartialEq)]
pub struct NowLineProps {
    /// What is on the grid.
    pub day: Rc<GridDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// Now.
    pub now: Instant,
}

/// Where now is, if it is on the grid.
#[component]
pub fn NowLine(props: &NowLineProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let NowLineProps { day, layout, now } = props;
    if !day.scale.shows(*now) {
        return Html::default();
    }
    let y = layout.top + day.scale.top(*now);
    let time = clock(zones.viewer.zone.wall_time(*now).time(), locale.hour_cycle, locale.locale);
    let words = match layout.only {
        Some(_) => time,
        None => fill(locale.lang.views().now_at, &[("time", &time)]),
    };
    let width = words.chars().count() as f64 * LETTER + 2.0 * BESIDE;
    html! {
        <g aria-hidden="true">
            <path class="cursor" d={format!("M0 {}H{}", px(y), px(layout.width))} />
            <g class="tag">
                <rect x="0" y={px(y - TAG / 2.0)} width={px(width)} height={px(TAG)} rx="2" />
                <text class="now-tag" x={px(BESIDE)} y={px(y + MIDDLE)}>{words}</text>
            </g>
        </g>
    }
}
