//! The times of all places at one instant, in words.

use super::day::RulerDay;
use crate::context::LocaleContext;
use huso_agenda::Instant;
use huso_agenda::ruler::is_night;
use huso_i18n::Texts as _;
use huso_i18n::labels::{clock, long_date, short_date};

/// What a place's clocks show.
pub struct PlaceTime<'a> {
    /// What the place is called.
    pub label: &'a str,
    /// Whether it is the visitor's own.
    pub is_mine: bool,
    /// `11:30`
    pub clock: String,
    /// The date where it is not the day's: `jue 12`.
    pub mark: Option<String>,
    /// The same in full.
    pub date: Option<String>,
    /// Whether it is night there.
    pub is_night: bool,
}

/// The times of all places: the visitor's first, then in the list's order.
pub fn times(day: &RulerDay, instant: Instant, locale: LocaleContext) -> Vec<PlaceTime<'_>> {
    let mut places: Vec<_> = day.places.iter().collect();
    places.sort_by_key(|place| place.rank);
    let time = |place: &super::day::RulerPlace| {
        let wall = place.zone.wall_time(instant);
        let other = Some(wall.date()).filter(|date| *date != day.date);
        (
            clock(wall.time(), locale.hour_cycle, locale.locale),
            other.map(|date| short_date(date, locale.locale)),
            other.map(|date| long_date(date, locale.locale)),
            is_night(wall),
        )
    };
    places
        .into_iter()
        .map(|place| {
            let (clock, mark, date, is_night) = time(place);
            PlaceTime { label: &place.label, is_mine: place.is_mine, clock, mark, date, is_night }
        })
        .collect()
}

/// `11:30 Buenos Aires (su hora), 10:30 Chile, 03:30 Madrid, jueves 12 de agosto, de noche`
pub fn spoken(times: &[PlaceTime], locale: LocaleContext) -> String {
    let texts = locale.lang.views();
    let place = |time: &PlaceTime| {
        let yours = if time.is_mine { format!(" ({})", texts.yours) } else { String::new() };
        let date = time.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
        let night = if time.is_night { format!(", {}", texts.at_night) } else { String::new() };
        format!("{} {}{yours}{date}{night}", time.clock, time.label)
    };
    times.iter().map(place).collect::<Vec<_>>().join("; ")
}
