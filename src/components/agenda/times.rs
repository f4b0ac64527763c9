//! Times as `<time>` elements. What a screen reader says of one holds its place and its date, which the
//! eye has from the heads of column and day.

use crate::context::LocaleContext;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::{Instant, Offsets};
use huso_i18n::Texts as _;
use huso_i18n::labels::{ZonedTime, long_date, zoned_range, zoned_time};
use yew::{Html, html};

/// Start, and end if there is one.
pub type Span = (Instant, Option<Instant>);

/// An instant as a zone's clocks show it, with the mark of its date where that is not `day`.
pub fn zone_time(
    locale: LocaleContext,
    instant: Instant,
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) -> Html {
    let time = zoned_time(instant, zone, day, locale.hour_cycle, locale.locale);
    let spoken = format!("{place}, {}, ", time.spoken_date);
    time_and_mark(&time, &spoken, "")
}

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`.
pub fn time_range(
    locale: LocaleContext,
    span: Span,
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) -> Html {
    let date = long_date(zone.wall_time(span.0).date(), locale.locale);
    range(locale, span, zone, day, &format!("{place}, {date}, "), "")
}

/// A span with its date: `jueves 10 de agosto, 23:30–00:30 (vie 11)`. What is `spoken` stands before it.
pub fn dated_range(locale: LocaleContext, span: Span, zone: &dyn Offsets, spoken: &str) -> Html {
    let date = zone.wall_time(span.0).date();
    range(locale, span, zone, Some(date), spoken, &format!("{}, ", long_date(date, locale.locale)))
}

/// The time that holds, and beside it the one before, struck.
pub fn now_and_before(locale: LocaleContext, now: Html, before: Html) -> Html {
    html! {
        <>
            <ins>{now}</ins>{" "}
            <span class="spoken">{locale.lang.live().before}</span>
            <del>{before}</del>
        </>
    }
}

/// Start and end. What stands before the start is `spoken`, or `shown` as well; the end's date is spoken
/// where it is another.
fn range(
    locale: LocaleContext,
    (start, end): Span,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    spoken: &str,
    shown: &str,
) -> Html {
    let (cycle, habits) = (locale.hour_cycle, locale.locale);
    let Some(end) = end else {
        return time_and_mark(&zoned_time(start, zone, day, cycle, habits), spoken, shown);
    };
    let [first, last] = zoned_range(start, end, zone, day, cycle, habits);
    let is_other_date = first.spoken_date != last.spoken_date;
    let date = if is_other_date { format!("{}, ", last.spoken_date) } else { String::new() };
    html! {
        <>
            {time_and_mark(&first, spoken, shown)}
            <span class="dash" aria-hidden="true">{"–"}</span>
            <span class="spoken">{" – "}</span>
            {time_and_mark(&last, &date, "")}
        </>
    }
}

/// The element, and the mark that is only seen.
fn time_and_mark(time: &ZonedTime, spoken: &str, shown: &str) -> Html {
    html! {
        <>
            <time datetime={time.machine.clone()}>
                {only_spoken(spoken)}
                if !shown.is_empty() { {shown} }
                <span class="clock">{&time.clock}</span>
                {only_spoken(&time.unseen_half)}
            </time>
            if let Some(mark) = &time.mark {
                <span class="mark" aria-hidden="true">{format!("\u{a0}({mark})")}</span>
            }
        </>
    }
}

fn only_spoken(words: &str) -> Html {
    html! { if !words.is_empty() { <span class="spoken">{words}</span> } }
}
