//! What is shown and why, where the visitor's browser would show another time.

use crate::context::{use_event, use_locale, use_zones};
use huso_agenda::chrono::TimeDelta;
use huso_agenda::timetable::instants;
use huso_i18n::{Texts as _, fill, labels};
use yew::{Html, component, html, use_effect_with, use_state_eq};

/// A note on the first time at which the browser's rules for the visitor's zone differ from ours.
#[component]
pub fn OtherRules() -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let difference = use_state_eq(|| None);
    let found = difference.setter();
    use_effect_with((event.clone(), zones.clone()), move |(event, zones)| {
        let agenda = event.agenda();
        found.set(zones.viewer.disagreement(&instants(&agenda.sessions), &agenda.database));
    });
    let Some((instant, offset)) = *difference else { return Html::default() };
    let Some(theirs) = instant.naive_utc().checked_add_signed(TimeDelta::seconds(offset.into())) else {
        return Html::default();
    };
    let values = [
        ("place", zones.viewer_place()),
        ("ours", &zones.moment(instant, locale)),
        ("theirs", &labels::clock(theirs.time(), locale.hour_cycle, locale.locale)),
        ("release", event.agenda().database.release()),
    ];
    html! { <p class="notice">{fill(locale.lang.widget().other_rules, &values)}</p> }
}
