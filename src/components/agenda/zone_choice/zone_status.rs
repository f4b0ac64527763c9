//! What screen readers have to be told of the choice of a zone.

use super::reducer::ZoneProblem;
use crate::context::{use_locale, use_zones};
use huso_i18n::{Texts as _, fill, plural};
use yew::{Html, Properties, component, html};

/// Properties of [`ZoneStatus`].
#[derive(Properties, PartialEq)]
pub struct ZoneStatusProps {
    /// Whether the places are on their way.
    pub is_loading: bool,
    /// Why the last choice was not taken.
    pub problem: Option<ZoneProblem>,
    /// How many places are offered.
    pub count: usize,
}

/// The problem, else that places are on their way, else how many are offered, else whose time is shown now.
#[component]
pub fn ZoneStatus(props: &ZoneStatusProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let texts = locale.lang.widget();
    let (class, words) = match (&props.problem, props.count) {
        (Some(ZoneProblem::Several(names)), _) => ("fault", fill(texts.zone_several, &[("names", names)])),
        (Some(ZoneProblem::Unknown), _) => ("fault", texts.zone_none.to_owned()),
        (Some(ZoneProblem::NotRemembered), _) => ("fault", texts.zone_not_kept.to_owned()),
        (None, _) if props.is_loading => ("loading", texts.part_loading.to_owned()),
        (None, 0) => ("spoken", zones.your_time(locale)),
        (None, count) => ("spoken", plural(count, texts.zone_found_one, texts.zone_found_other)),
    };
    html! { <p role="status"><span {class}>{words}</span></p> }
}
