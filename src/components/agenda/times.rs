//! Times as `<time>` elements. Under a day's heading, a date is shown and spoken where it is another than the heading's;
//! in running text, with every time.

use crate::context::LocaleContext;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::{Instant, Offsets};
use huso_i18n::Texts as _;
use huso_i18n::labels::{ZonedTime, long_date, zoned_range, zoned_time};
use yew::{Html, html};

/// Start, and end if there is one.
pub type Span = (Instant, Option<Instant>);

/// A time under a day's heading, and the mark of its date where that is another.
pub struct RowTime {
    /// The clock.
    pub clock: Html,
    /// The date, in short for the eye and spelled out for the ear; empty where the heading says it.
    pub mark: Html,
}

/// An instant as a zone's clocks show it, under the heading of `day`.
pub fn row_time(
    locale: LocaleContext,
    instant: Instant,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
) -> RowTime {
    let time = zoned_time(instant, zone, day, locale.hour_cycle, locale.locale);
    RowTime { clock: clock(&time, "", ""), mark: mark_apart(&time) }
}

/// A span as a zone's clocks show it, under the heading of `day`: `23:30–00:30 jue 10`.
pub fn row_range(
    locale: LocaleContext,
    (start, end): Span,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
) -> RowTime {
    let (cycle, habits) = (locale.hour_cycle, locale.locale);
    let Some(end) = end else { return row_time(locale, start, zone, day) };
    let [first, last] = zoned_range(start, end, zone, day, cycle, habits);
    let clock = html! {
        <>
            {clock(&first, "", "")}
            {mark_apart(&first)}
            <span class="end">{dash()}{clock(&last, "", "")}</span>
        </>
    };
    RowTime { clock, mark: mark_apart(&last) }
}

/// A span with its date: `jueves 10 de agosto, 23:30–00:30 (vie 11)`. What is `spoken` stands before it.
pub fn dated_range(locale: LocaleContext, (start, end): Span, zone: &dyn Offsets, spoken: &str) -> Html {
    let (cycle, habits) = (locale.hour_cycle, locale.locale);
    let day = zone.wall_time(start).date();
    let date = format!("{}, ", long_date(day, habits));
    let Some(end) = end else {
        let time = zoned_time(start, zone, Some(day), cycle, habits);
        return html! { <>{clock(&time, spoken, &date)}{mark_in_text(&time)}</> };
    };
    let [first, last] = zoned_range(start, end, zone, Some(day), cycle, habits);
    let is_other_date = first.spoken_date != last.spoken_date;
    let last_date = if is_other_date { format!("{}, ", last.spoken_date) } else { String::new() };
    html! {
        <>
            {clock(&first, spoken, &date)}
            {mark_in_text(&first)}
            {dash()}
            {clock(&last, &last_date, "")}
            {mark_in_text(&last)}
        </>
    }
}

/// The time that holds.
pub fn now_holds(time: Html) -> Html {
    html! { <ins>{time}</ins> }
}

/// The time that held before, struck.
pub fn held_before(locale: LocaleContext, time: Html) -> Html {
    html! {
        <>
            {" "}
            <span class="spoken">{locale.lang.live().before}</span>
            <del>{time}</del>
        </>
    }
}

/// The element. What stands before the clock is `spoken`, or `shown` as well.
fn clock(time: &ZonedTime, spoken: &str, shown: &str) -> Html {
    html! {
        <time datetime={time.machine.clone()}>
            {only_spoken(spoken)}
            if !shown.is_empty() { {shown} }
            <span class="clock">{&time.clock}</span>
            {only_spoken(&time.unseen_half)}
        </time>
    }
}

/// ` jue 10`, spelled out for the ear.
fn mark_apart(time: &ZonedTime) -> Html {
    html! {
        if let Some(mark) = &time.mark {
            {" "}
            <span class="mark">
                <span aria-hidden="true">{mark}</span>
                <span class="spoken">{format!(", {}", time.spoken_date)}</span>
            </span>
        }
    }
}

/// ` (jue 10)`, only seen: the date is spoken with the time.
fn mark_in_text(time: &ZonedTime) -> Html {
    html! {
        if let Some(mark) = &time.mark {
            <span class="mark" aria-hidden="true">{format!("\u{a0}({mark})")}</span>
        }
    }
}

fn dash() -> Html {
    html! {
        <>
            <span class="dash" aria-hidden="true">{"–"}</span>
            <span class="spoken">{" – "}</span>
        </>
    }
}

fn only_spoken(words: &str) -> Html {
    html! { if !words.is_empty() { <span class="spoken">{words}</span> } }
}
