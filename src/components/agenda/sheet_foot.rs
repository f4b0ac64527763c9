//! What a printed sheet ends with: where it is from, by which rules, and of when.

use crate::browser;
use crate::context::{use_event, use_locale, use_zones};
use huso_agenda::Instant;
use huso_i18n::{Texts as _, fill, labels};
use yew::{Html, Properties, component, html};

/// Properties of [`SheetFoot`].
#[derive(Properties, PartialEq)]
pub struct SheetFootProps {
    /// Now.
    pub now: Instant,
}

/// `example.org/agenda · Horarios según tzdata 2026f · impreso el 9 ago`, on paper only.
#[component]
pub fn SheetFoot(props: &SheetFootProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let texts = locale.lang.widget();
    let mut words = vec![fill(texts.rules, &[("release", &event.agenda().database.used())])];
    if !event.is_prerendered {
        words.insert(0, browser::page_address());
        let day = zones.device.wall_time(props.now).date();
        words.push(fill(texts.printed_on, &[("date", &labels::full_date(day, locale.locale))]));
    }
    html! { <p class="printed print-foot" aria-hidden="true">{words.join(" · ")}</p> }
}
