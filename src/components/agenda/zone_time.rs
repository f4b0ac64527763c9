//! Times as `<time>` elements.

use crate::view::View;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::labels::{self, ZonedTime};
use huso_agenda::{Instant, Offsets, Session, When};
use yew::{Html, html};

/// A time with the mark of its date where that is not the day above it.
fn time(zoned: ZonedTime) -> Html {
    html! {
        <>
            <time datetime={zoned.machine}>{zoned.clock}</time>
            if let (Some(mark), Some(spoken)) = (zoned.mark, zoned.spoken_mark) {
                <span class="mark" aria-hidden="true">{format!("\u{a0}({mark})")}</span>
                <span class="spoken">{format!(", {spoken}")}</span>
            }
        </>
    }
}

/// An instant as a zone's clocks show it.
pub fn zone_time(view: &View, instant: Instant, zone: &dyn Offsets, day: Option<NaiveDate>) -> Html {
    time(labels::zoned_time(instant, zone, day, view.cycle, view.lang))
}

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`. The end's date is marked only where it
/// is not the start's.
pub fn time_range(
    view: &View,
    start: Instant,
    end: Option<Instant>,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
) -> Html {
    let start_day = Some(zone.wall_time(start).date());
    html! {
        <>
            {zone_time(view, start, zone, day)}
            if let Some(end) = end {
                <span class="dash" aria-hidden="true">{"–"}</span>
                <span class="spoken">{" – "}</span>
                {zone_time(view, end, zone, start_day)}
            }
        </>
    }
}

/// When a session takes place for this visitor, date included: for places without a day's heading.
pub fn session_when(view: &View, session: &Session) -> Html {
    match session.when {
        When::Timed { start, end } => {
            let zone = view.viewer.zone.as_ref();
            let date = zone.wall_time(start).date();
            html! {
                <>{labels::long_date(date, view.lang)}{", "}{time_range(view, start, end, zone, Some(date))}</>
            }
        }
        When::AllDay(date) => html! { {labels::long_date(date, view.lang)} },
        When::Open => html! { {view.lang.widget().open_time} },
    }
}
