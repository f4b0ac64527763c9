//! Times as `<time>` elements. What a screen reader says of one holds its place and its date, which the
//! eye has from the heads of column and day.

use crate::components::parts::{block, el, line, text};
use crate::view::View;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::labels::{ZonedTime, long_date, zoned_range, zoned_time};
use huso_agenda::zone::Floating;
use huso_agenda::{Instant, Offsets, Session, When};
use yew::Html;

/// An instant as a zone's clocks show it, with the mark of its date where that is not `day`.
pub fn zone_time(
    view: &View,
    instant: Instant,
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) -> Vec<Html> {
    let time = zoned_time(instant, zone, day, view.cycle, view.locale);
    let lead = spoken(&[place, ", ", &time.spoken_date, ", "]);
    clock_and_mark(time, vec![lead])
}

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`.
pub fn time_range(
    view: &View,
    start: Instant,
    end: Option<Instant>,
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) -> Vec<Html> {
    let date = long_date(zone.wall_time(start).date(), view.locale);
    range(view, (start, end), zone, day, vec![spoken(&[place, ", ", &date, ", "])])
}

/// A span on the clocks of wherever one is.
pub fn floating_range(
    view: &View,
    start: NaiveDateTime,
    end: Option<NaiveDateTime>,
    day: Option<NaiveDate>,
) -> Vec<Html> {
    let (start, end) = (start.and_utc(), end.map(|end| end.and_utc()));
    time_range(view, start, end, &Floating, view.lang.widget().local_time, day)
}

/// When a session takes place for this visitor, date included: for places without a day's heading.
pub fn session_when(view: &View, session: &Session) -> Html {
    block("span", "when", when(view, session.when))
}

/// A time for this visitor, date included.
pub fn when(view: &View, when: When) -> Vec<Html> {
    match when {
        When::Timed { start, end } => {
            let zone = view.viewer.zone.as_ref();
            let date = zone.wall_time(start).date();
            let lead = vec![spoken(&[&view.your_time(), ", "]), text(&(long_date(date, view.locale) + ", "))];
            range(view, (start, end), zone, Some(date), lead)
        }
        When::Floating { start, end } => {
            let local = view.lang.widget().local_time;
            let lead = vec![text(&(long_date(start.date(), view.locale) + ", "))];
            let ends = (start.and_utc(), end.map(|end| end.and_utc()));
            let mut parts = range(view, ends, &Floating, Some(start.date()), lead);
            parts.push(text(&[" ", local].concat()));
            parts
        }
        When::AllDay(date) => vec![text(&long_date(date, view.locale))],
        When::Open => vec![text(view.lang.widget().open_time)],
    }
}

/// The time that holds, and beside it the one before, struck.
pub fn now_and_before(view: &View, now: Vec<Html>, before: Vec<Html>) -> Vec<Html> {
    vec![
        el("ins", &[], Vec::new(), now),
        text(" "),
        line("span", "spoken", view.lang.live().before),
        el("del", &[], Vec::new(), before),
    ]
}

/// Start and end; `lead` stands before the start. The end's date is spoken where it is another.
fn range(
    view: &View,
    (start, end): (Instant, Option<Instant>),
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    lead: Vec<Html>,
) -> Vec<Html> {
    let Some(end) = end else {
        return clock_and_mark(zoned_time(start, zone, day, view.cycle, view.locale), lead);
    };
    let [first, last] = zoned_range(start, end, zone, day, view.cycle, view.locale);
    let other_date = (first.spoken_date != last.spoken_date).then(|| spoken(&[&last.spoken_date, ", "]));
    let mut parts = clock_and_mark(first, lead);
    let dash = vec!["dash".into(), "true".into()];
    parts.push(el("span", &["class", "aria-hidden"], dash, vec![text("–")]));
    parts.push(spoken(&[" – "]));
    parts.extend(clock_and_mark(last, other_date.into_iter().collect()));
    parts
}

/// The element, and the mark that is only seen. `lead` stands before the clock.
fn clock_and_mark(time: ZonedTime, mut lead: Vec<Html>) -> Vec<Html> {
    lead.push(line("span", "clock", &time.clock));
    if !time.unseen_half.is_empty() {
        lead.push(spoken(&[&time.unseen_half]));
    }
    let mut parts = vec![el("time", &["datetime"], vec![time.machine.into()], lead)];
    if let Some(mark) = time.mark {
        let mark = text(&("\u{a0}(".to_owned() + &mark + ")"));
        parts.push(el("span", &["class", "aria-hidden"], vec!["mark".into(), "true".into()], vec![mark]));
    }
    parts
}

fn spoken(words: &[&str]) -> Html {
    line("span", "spoken", &words.concat())
}
