//! The hours over the strip: the event's own, and the other countries'.

use crate::edit::strip::layout::{HOURS, Layout};
use crate::workspace::Checked;
use huso_agenda::chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike as _};
use huso_agenda::timetable::{agree, columns_at};
use huso_agenda::{Instant, Lang, Offsets as _, Zone};
use huso_edit::Strip;
use yew::{Html, html};

/// The least px between two hours that are written.
const LEAST: f64 = 24.0;

/// A place's hours.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceHours {
    /// The place.
    pub label: String,
    /// Minutes of the strip, and what its clocks show then.
    pub hours: Vec<(i64, String)>,
    /// Whether they are the event's.
    pub is_own: bool,
}

/// The hours of the event's place, then of the other countries whose clocks show something else on the day.
pub fn place_hours(
    strip: &Strip,
    day: NaiveDate,
    zone: &Zone,
    own: &str,
    checked: &Checked,
    lang: Lang,
) -> Vec<PlaceHours> {
    let minutes: Vec<i64> = (strip.from / 60..=strip.to / 60).map(|hour| hour * 60).collect();
    let instant =
        |minute: &i64| zone.resolve(day.and_time(NaiveTime::MIN) + TimeDelta::minutes(*minute)).instant();
    let instants: Vec<Instant> = minutes.iter().map(instant).collect();
    let hours = |zone: &Zone| {
        minutes.iter().copied().zip(instants.iter().map(|instant| hour(*instant, zone))).collect()
    };
    let agenda = checked.event.as_ref().map(|event| &event.agenda);
    let columns = agenda
        .map(|agenda| columns_at(&agenda.shown_zones, &instants, lang, agenda.language))
        .unwrap_or_default();
    let (same, others): (Vec<_>, Vec<_>) =
        columns.into_iter().partition(|column| agree(&column.zone, zone, &instants));
    let label = same.into_iter().next().map_or_else(|| own.to_owned(), |column| column.label);
    let own = PlaceHours { label, hours: hours(zone), is_own: true };
    let others = others.into_iter().map(|column| PlaceHours {
        hours: hours(&column.zone),
        label: column.label,
        is_own: false,
    });
    [own].into_iter().chain(others).collect()
}

/// `9`, or `9:30` where clocks are half an hour off.
fn hour(instant: Instant, zone: &Zone) -> String {
    let wall = zone.wall_time(instant);
    match wall.minute() {
        0 => wall.hour().to_string(),
        minute => format!("{}:{minute:02}", wall.hour()),
    }
}

/// The hours, hidden from screen readers: each bar says its time.
pub fn axis(places: &[PlaceHours], layout: &Layout) -> Html {
    let step = (LEAST / (layout.per_minute * 60.0)).ceil().max(1.0);
    let is_written = |at: usize| f64::from(u32::try_from(at).unwrap_or_default()) % step == 0.0;
    let row = |(at, place): (usize, &PlaceHours)| {
        let y = (f64::from(u32::try_from(at).unwrap_or_default()) + 1.0) * HOURS - 4.0;
        let hours = place.hours.iter().enumerate().filter(|(at, _)| is_written(*at));
        html! {
            <g class={if place.is_own { "own" } else { "other" }}>
                <text x="0" y={y.to_string()}>{&place.label}</text>
                for (_, (minute, hour)) in hours.take(place.hours.len().saturating_sub(1)) {
                    <text x={(layout.x(*minute) + 5.0).to_string()} y={y.to_string()}>{hour}</text>
                }
            </g>
        }
    };
    let lines = places.first().map(|place| place.hours.iter()).into_iter().flatten();
    html! {
        <g aria-hidden="true">
            <path class="rule" d={format!("M0 .75H{}", layout.width)} />
            for (minute, _) in lines { <path class="hour" d={format!("M{} 0V{}", layout.x(*minute), layout.height)} /> }
            {for places.iter().enumerate().map(row)}
        </g>
    }
}
