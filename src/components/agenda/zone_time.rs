//! Times as `<time>` elements.

use crate::components::parts::{block, el, line, text};
use crate::view::View;
use huso_agenda::chrono::NaiveDate;
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

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`. The end's date is marked only where it
/// is not the start's.
pub fn time_range(
    view: &View,
    start: Instant,
    end: Option<Instant>,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
) -> Vec<Html> {
    let mut parts = zone_time(view, start, zone, day);
    if let Some(end) = end {
        let dash = vec!["dash".into(), "true".into()];
        parts.push(el("span", &["class", "aria-hidden"], dash, vec![text("–")]));
        parts.push(line("span", "spoken", " – "));
        parts.extend(zone_time(view, end, zone, Some(zone.wall_time(start).date())));
    }
    parts
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
        When::AllDay(date) => vec![text(&labels::long_date(date, view.lang))],
        When::Open => vec![text(view.lang.widget().open_time)],
    };
    block("span", "when", parts)
}
