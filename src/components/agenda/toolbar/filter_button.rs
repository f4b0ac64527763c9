//! The button that opens and closes the filters.

use super::super::icon::{CHEVRON, FILTER, icon};
use crate::context::use_locale;
use huso_i18n::{Texts as _, plural};
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`FilterButton`].
#[derive(Properties, PartialEq)]
pub struct FilterButtonProps {
    /// How many filters are in force.
    pub count: usize,
    /// Whether they are open.
    pub is_open: bool,
    /// Opens or closes them.
    pub on_toggle: Callback<()>,
}

/// Opens and closes the filters, and says how many are in force.
#[component]
pub fn FilterButton(props: &FilterButtonProps) -> Html {
    let texts = use_locale().lang.find();
    let count = props.count;
    let description = (count > 0).then(|| plural(count, texts.filters_one, texts.filters_other));
    html! {
        <button type="button" class="tool filter" aria-description={description} aria-expanded={props.is_open.to_string()}
            onclick={props.on_toggle.reform(|_| ())}>
            {icon(FILTER)}
            <span class="word">{texts.filter}</span>
            if count > 0 {
                {" "}
                <span class="count">{count}</span>
            }
            <span class="chevron">{icon(CHEVRON)}</span>
        </button>
    }
}
