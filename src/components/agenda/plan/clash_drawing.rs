//! Two sessions that overlap, as bars on one scale.

use huso_agenda::Instant;
use yew::{Html, html};

/// Pixels from the top: the first bar, the second, and how high each is.
const BARS: [i32; 2] = [20, 28];
const HEIGHT: i32 = 8;

/// What is drawn of a session.
pub struct Bar {
    /// When it starts.
    pub start: Instant,
    /// When it ends.
    pub end: Instant,
    /// Its title, short.
    pub title: String,
}

/// Two bars, and what they have in common, hatched between the clocks at which that begins and ends. The words beside it
/// say the same.
pub fn clash_drawing(
    first: &Bar,
    second: &Bar,
    (from, from_clock): (Instant, &str),
    (to, to_clock): (Instant, &str),
) -> Html {
    let (left, right) = (first.start.min(second.start), first.end.max(second.end));
    let share = |instant: Instant| instant.signed_duration_since(left).num_seconds();
    // In hundredths of a percent.
    let place = |instant: Instant| 10_000 * share(instant) / share(right).max(1);
    let percent = |place: i64| format!("{}.{:02}%", place / 100, place % 100);
    let x = |instant| percent(place(instant));
    let width = |start, end| percent(place(end) - place(start));
    let is_right = place(to) > 8_000;
    let is_left = place(from) < 2_000;
    let bar = |bar: &Bar, y: i32| html! { <rect class="bar" x={x(bar.start)} y={y.to_string()} width={width(bar.start, bar.end)} height={HEIGHT.to_string()} /> };
    let [top, bottom] = BARS;
    html! {
        <svg class="clash-drawing" width="100%" height="56" aria-hidden="true">
            <defs>
                <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path d="M0 0v5" />
                </pattern>
            </defs>
            {bar(first, top)}
            {bar(second, bottom)}
            <rect class="common" x={x(from)} y={top.to_string()} width={width(from, to)} height={(2 * HEIGHT).to_string()} fill="url(#hatch)" />
            <line x1={x(to)} x2={x(to)} y1="2" y2={(bottom + HEIGHT).to_string()} />
            <line x1={x(from)} x2={x(from)} y1={top.to_string()} y2="54" />
            <text x="0" y="14">{&first.title}</text>
            <text class="clock" x={x(to)} y="12" dx={if is_right { "-6" } else { "6" }} text-anchor={if is_right { "end" } else { "start" }}>{to_clock}</text>
            <text class="clock" x={x(from)} y="52" dx={if is_left { "6" } else { "-6" }} text-anchor={if is_left { "start" } else { "end" }}>{from_clock}</text>
            <text x="100%" y="52" text-anchor="end">{&second.title}</text>
        </svg>
    }
}
