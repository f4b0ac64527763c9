//! Times as `<time>` elements, each written once, for eye and ear: the date is the day's heading's, or a mark
//! beside the time where it is another one; the place is the column's or the row's.

use crate::context::LocaleContext;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::{Instant, Offsets};
use huso_i18n::Texts as _;
use huso_i18n::labels::{ZonedTime, long_date, zoned_range, zoned_time};
use yew::{Html, html};

/// Start, and end if there is one.
pub type Span = (Instant, Option<Instant>);

/// An instant as a zone's clocks show it: `23:30 (mié 9)`, with the mark of its date where that is not `day`.
pub fn zone_time(
    locale: LocaleContext,
    instant: Instant,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
) -> Html {
    marked_time(&zoned_time(instant, zone, day, locale.hour_cycle, locale.locale), "")
}

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`.
pub fn time_range(locale: LocaleContext, span: Span, zone: &dyn Offsets, day: Option<NaiveDate>) -> Html {
    range(locale, span, zone, day, "")
}

/// A span with its date: `jueves 10 de agosto, 23:30–00:30 (vie 11)`.
pub fn dated_range(locale: LocaleContext, span: Span, zone: &dyn Offsets) -> Html {
    let date = zone.wall_time(span.0).date();
    range(locale, span, zone, Some(date), &format!("{}, ", long_date(date, locale.locale)))
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

/// Start and end; `date` stands before the start.
fn range(
    locale: LocaleContext,
    (start, end): Span,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    date: &str,
) -> Html {
    let (cycle, habits) = (locale.hour_cycle, locale.locale);
    let Some(end) = end else {
        return marked_time(&zoned_time(start, zone, day, cycle, habits), date);
    };
    let [first, last] = zoned_range(start, end, zone, day, cycle, habits);
    html! { <>{marked_time(&first, date)}<span class="dash">{"–"}</span>{marked_time(&last, "")}</> }
}

/// The element, and the mark of another date.
fn marked_time(time: &ZonedTime, date: &str) -> Html {
    html! {
        <>
            <time datetime={time.machine.clone()}>
                {date}<span class="clock">{&time.clock}</span>{only_spoken(&time.unseen_half)}
            </time>
            if let Some(mark) = &time.mark {
                <span class="mark">{format!("\u{a0}({mark})")}</span>
            }
        </>
    }
}

/// Words for who can't see what stands around them.
pub fn only_spoken(words: &str) -> Html {
    html! { if !words.is_empty() { <span class="spoken">{words}</span> } }
}
