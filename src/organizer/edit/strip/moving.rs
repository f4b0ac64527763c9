//! What is said and drawn of a bar while it moves.

use crate::edit::strip::drag::{Drag, Edge};
use crate::edit::strip::layout::Layout;
use crate::edit::words::elsewhere;
use crate::workspace::Checked;
use huso_agenda::chrono::{NaiveDate, NaiveTime, TimeDelta};
use huso_agenda::{Lang, Zone};
use huso_edit::Bar;
use huso_i18n::labels::{HourCycle, clock, length};
use yew::{Html, html};

/// The minute that moves.
fn moving(bar: &Bar, drag: Option<Drag>) -> i64 {
    let (start, end) = drag.map_or((bar.start, bar.end), |drag| drag.span(bar));
    if drag.is_some_and(|drag| drag.edge == Edge::End) { end } else { start }
}

/// `65 min · 11:35 Chile · 09:35 México`, after the time itself where it isn't drawn.
pub fn moving_words(
    bar: &Bar,
    drag: Option<Drag>,
    day: NaiveDate,
    checked: &Checked,
    zone: &Zone,
    lang: Lang,
) -> Html {
    let (start, end) = drag.map_or((bar.start, bar.end), |drag| drag.span(bar));
    let wall = |minute: i64| day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
    let at = wall(moving(bar, drag));
    let words = elsewhere(checked, zone, zone.resolve(at).instant(), None, lang).join(" · ");
    let span = format!(
        "{} – {}",
        clock(wall(start).time(), HourCycle::H23, lang),
        clock(wall(end).time(), HourCycle::H23, lang)
    );
    html! { <><strong>{span}{" · "}{length(end - start)}</strong>{" · "}{words}</> }
}

/// A line where the edge is, with its time.
pub fn cursor(bar: &Bar, drag: Drag, layout: &Layout) -> Html {
    let minute = moving(bar, Some(drag));
    let x = layout.x(minute);
    let clock = format!("{:02}:{:02}", minute.div_euclid(60).rem_euclid(24), minute.rem_euclid(60));
    html! {
        <g class="cursor" aria-hidden="true">
            <path d={format!("M{x} 0V{}", layout.y(bar.row) + 4.0)} />
            <rect x={(x - 25.0).to_string()} y="0" width="50" height="20" rx="2" />
            <text x={x.to_string()} y="14" text-anchor="middle">{clock}</text>
        </g>
    }
}
