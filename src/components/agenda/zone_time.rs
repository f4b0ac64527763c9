//! Times as `<time>` elements.

use crate::components::parts::{block, el, line, text};
use crate::view::View;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::zone::Floating;
use huso_agenda::{Instant, Offsets, Session, When, labels};
use yew::Html;

/// An instant as a zone's clocks show it, with the mark of its date where that is not `day`.
pub fn zone_time(view: &View, instant: Instant, zone: &dyn Offsets, day: Option<NaiveDate>) -> Vec<Html> {
    let zoned = labels::zoned_time(instant, zone, day, view.cycle, view.lang);
    let mut parts = vec![el("time", &["datetime"], vec![zoned.machine.into()], vec![text(&zoned.clock)])];
    if let (Some(mark), Some(spoken)) = (zoned.mark, zoned.spoken_mark) {
        let mark = text(&format!("\u{a0}({mark})"));
        parts.push(el("span", &["class", "aria-hidden"], vec!["mark".into(), "true".into()], vec![mark]));
        parts.push(line("span", "spoken", &format!(", {spoken}")));
    }
    parts
}

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`, `00:35–04:00 (jue 10)`. A date that both
/// ends share is marked once, after them.
pub fn time_range(
    view: &View,
    start: Instant,
    end: Option<Instant>,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
) -> Vec<Html> {
    let Some(end) = end else { return zone_time(view, start, zone, day) };
    let start_day = Some(zone.wall_time(start).date());
    let same_day = start_day == Some(zone.wall_time(end).date());
    let (at_start, at_end) = if same_day { (start_day, day) } else { (day, start_day) };
    let mut parts = zone_time(view, start, zone, at_start);
    let dash = vec!["dash".into(), "true".into()];
    parts.push(el("span", &["class", "aria-hidden"], dash, vec![text("–")]));
    parts.push(line("span", "spoken", " – "));
    parts.extend(zone_time(view, end, zone, at_end));
    parts
}

/// A span on the clocks of wherever one is.
pub fn floating_range(
    view: &View,
    start: NaiveDateTime,
    end: Option<NaiveDateTime>,
    day: Option<NaiveDate>,
) -> Vec<Html> {
    time_range(view, start.and_utc(), end.map(|end| end.and_utc()), &Floating, day)
}

/// When a session takes place for this visitor, date included: for places without a day's heading.
pub fn session_when(view: &View, session: &Session) -> Html {
    let parts = match session.when {
        When::Timed { start, end } => {
            let zone = view.viewer.zone.as_ref();
            let date = zone.wall_time(start).date();
            let mut parts = vec![text(&(labels::long_date(date, view.lang) + ", "))];
            parts.extend(time_range(view, start, end, zone, Some(date)));
            parts
        }
        When::Floating { start, end } => {
            let mut parts = vec![text(&(labels::long_date(start.date(), view.lang) + ", "))];
            parts.extend(floating_range(view, start, end, Some(start.date())));
            parts.push(text(&format!(" {}", view.lang.widget().local_time)));
            parts
        }
        When::AllDay(date) => vec![text(&labels::long_date(date, view.lang))],
        When::Open => vec![text(view.lang.widget().open_time)],
    };
    block("span", "when", parts)
}
