//! A time for this visitor, date included: for places without a day's heading.

use super::times::dated_range;
use crate::context::{use_locale, use_zones};
use huso_agenda::When;
use huso_agenda::zone::Floating;
use huso_i18n::Texts as _;
use huso_i18n::labels::long_date;
use yew::{Html, Properties, component, html};

/// Properties of [`MomentRange`] and [`SessionWhen`](super::SessionWhen).
#[derive(Properties, PartialEq)]
pub struct WhenProps {
    /// The time.
    pub when: When,
}

/// A time for this visitor, date included.
#[component]
pub fn MomentRange(props: &WhenProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let texts = locale.lang.widget();
    match props.when {
        When::Timed { start, end } => {
            let your_time = format!("{}, ", zones.your_time(locale));
            dated_range(locale, (start, end), zones.viewer.zone.as_ref(), &your_time)
        }
        When::Floating { start, end } => {
            let span = (start.and_utc(), end.map(|end| end.and_utc()));
            html! { <>{dated_range(locale, span, &Floating, "")}{" "}{texts.local_time}</> }
        }
        When::AllDay(date) => long_date(date, locale.locale).into(),
        When::Open => texts.open_time.into(),
    }
}
