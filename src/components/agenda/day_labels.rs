//! The heads of a day's columns. Only seen: each time says its place.

use super::row_column::RowColumn;
use crate::context::{use_locale, use_zones};
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// Properties of [`DayLabels`].
#[derive(Properties, PartialEq)]
pub struct DayLabelsProps {
    /// The day's columns.
    pub columns: Rc<Vec<RowColumn>>,
}

/// The heads of a day's columns.
#[component]
pub fn DayLabels(props: &DayLabelsProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let texts = locale.lang.widget();
    let place = zones.viewer_place();
    html! {
        <div class="labels" aria-hidden="true">
            // Where one can choose the zone, it is said there.
            <span class={classes!("mine-label", zones.is_choosable.then_some("said-above"))}>
                <span class="yours">{texts.your_time}</span>
                if !place.is_empty() { <span class="colon">{": "}</span><span class="whose">{place.to_owned()}</span> }
            </span>
            <span class="zone-labels">
                for RowColumn { column, spoken, .. } in props.columns.iter() {
                    <span class={spoken.is_none().then_some("own")}>{&column.label}</span>
                }
            </span>
            <span class="activity-label">{texts.activity}</span>
        </div>
    }
}
