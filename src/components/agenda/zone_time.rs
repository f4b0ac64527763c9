//! Times as `<time>` elements. What a screen reader says of one holds its place and its date, which the
//! eye has from the heads of column and day.

use crate::components::tree::Tree;
use crate::view::View;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::zone::Floating;
use huso_agenda::{Instant, Offsets, Session, When};
use huso_i18n::Texts as _;
use huso_i18n::labels::{ZonedTime, long_date, zoned_range, zoned_time};

/// An instant as a zone's clocks show it, with the mark of its date where that is not `day`.
pub fn zone_time(
    tree: &mut Tree,
    view: &View,
    instant: Instant,
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) {
    let time = zoned_time(instant, zone, day, view.cycle, view.locale);
    clock_and_mark(tree, &time, &[place, ", ", &time.spoken_date, ", "].concat(), "");
}

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`.
pub fn time_range(
    tree: &mut Tree,
    view: &View,
    ends: (Instant, Option<Instant>),
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) {
    let date = long_date(zone.wall_time(ends.0).date(), view.locale);
    range(tree, view, ends, zone, day, &[place, ", ", &date, ", "].concat(), "");
}

/// A span on the clocks of wherever one is.
pub fn floating_range(
    tree: &mut Tree,
    view: &View,
    start: NaiveDateTime,
    end: Option<NaiveDateTime>,
    day: Option<NaiveDate>,
) {
    let ends = (start.and_utc(), end.map(|end| end.and_utc()));
    time_range(tree, view, ends, &Floating, view.lang.widget().local_time, day);
}

/// When a session takes place for this visitor, date included: for places without a day's heading.
pub fn session_when(tree: &mut Tree, view: &View, session: &Session) {
    tree.el("span|class=when", |tree| when(tree, view, session.when));
}

/// A time for this visitor, date included.
pub fn when(tree: &mut Tree, view: &View, when: When) {
    let say = view.lang.widget();
    match when {
        When::Timed { start, end } => {
            let zone = view.viewer.zone.as_ref();
            let date = zone.wall_time(start).date();
            let (mine, shown) = (view.your_time() + ", ", long_date(date, view.locale) + ", ");
            range(tree, view, (start, end), zone, Some(date), &mine, &shown);
        }
        When::Floating { start, end } => {
            let shown = long_date(start.date(), view.locale) + ", ";
            let ends = (start.and_utc(), end.map(|end| end.and_utc()));
            range(tree, view, ends, &Floating, Some(start.date()), "", &shown);
            tree.text(&[" ", say.local_time].concat());
        }
        When::AllDay(date) => tree.text(&long_date(date, view.locale)),
        When::Open => tree.text(say.open_time),
    }
}

/// The time that holds, and beside it the one before, struck.
pub fn now_and_before(
    tree: &mut Tree,
    view: &View,
    now: &mut dyn FnMut(&mut Tree),
    before: &mut dyn FnMut(&mut Tree),
) {
    tree.el("ins", now);
    tree.text(" ");
    tree.line("span|class=spoken", view.lang.live().before);
    tree.el("del", before);
}

/// Start and end; what stands before the start is `spoken`, or `shown` as well. The end's date is spoken
/// where it is another.
fn range(
    tree: &mut Tree,
    view: &View,
    (start, end): (Instant, Option<Instant>),
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    spoken: &str,
    shown: &str,
) {
    let Some(end) = end else {
        clock_and_mark(tree, &zoned_time(start, zone, day, view.cycle, view.locale), spoken, shown);
        return;
    };
    let [first, last] = zoned_range(start, end, zone, day, view.cycle, view.locale);
    clock_and_mark(tree, &first, spoken, shown);
    tree.line("span|class=dash|aria-hidden=true", "–");
    tree.line("span|class=spoken", " – ");
    let other_date = first.spoken_date != last.spoken_date;
    let date = if other_date { last.spoken_date.clone() + ", " } else { String::new() };
    clock_and_mark(tree, &last, &date, "");
}

/// The element, and the mark that is only seen. What stands before the clock is `spoken`, or `shown` as
/// well.
fn clock_and_mark(tree: &mut Tree, time: &ZonedTime, spoken: &str, shown: &str) {
    tree.with("time|datetime", &[&time.machine], |tree| {
        speak(tree, spoken);
        if !shown.is_empty() {
            tree.text(shown);
        }
        tree.line("span|class=clock", &time.clock);
        speak(tree, &time.unseen_half);
    });
    if let Some(mark) = &time.mark {
        tree.line("span|class=mark|aria-hidden=true", &["\u{a0}(", mark, ")"].concat());
    }
}

fn speak(tree: &mut Tree, words: &str) {
    if !words.is_empty() {
        tree.line("span|class=spoken", words);
    }
}
