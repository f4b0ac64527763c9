//! The filters in force.

use super::super::icon::{CROSS, icon};
use super::awake_hours::hours;
use super::facet_names::FacetNames;
use crate::browse::{Browse, BrowseAction};
use crate::context::{use_event, use_locale};
use huso_agenda::Text;
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`FilterChips`].
#[derive(Properties, PartialEq)]
pub struct FilterChipsProps {
    /// What is looked for.
    pub browse: Browse,
    /// What the form calls audiences, by their values.
    pub audiences: Rc<Vec<(String, Text)>>,
    /// Looks for something else.
    pub on_browse: Callback<BrowseAction>,
}

/// The filters in force, each of which takes itself away.
#[component]
pub fn FilterChips(props: &FilterChipsProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.find();
    let FilterChipsProps { browse, audiences, on_browse } = props;
    let names = FacetNames { agenda: event.agenda(), locale, audiences };
    let awake = browse.filters.awake.map(|awake| fill(texts.awake_chip, &[("hours", &hours(awake, locale))]));
    html! {
        <ul class="chips">
            for (facet, value) in browse.filters.iter() {
                <li key={format!("{} {value}", facet.key())}>
                    {chip(names.value(facet, value), BrowseAction::Toggle(facet, value.to_owned()), on_browse, texts.remove_filter)}
                </li>
            }
            if let Some(words) = awake {
                <li key="awake">{chip(words, BrowseAction::Awake(None), on_browse, texts.remove_filter)}</li>
            }
        </ul>
    }
}

/// A filter that takes itself away.
fn chip(
    name: String,
    action: BrowseAction,
    on_browse: &Callback<BrowseAction>,
    remove: &'static str,
) -> Html {
    let onclick = on_browse.reform(move |_| action.clone());
    html! {
        <button type="button" class="chip" {onclick}>
            <span class="spoken">{remove}{" "}</span>{name}{icon(CROSS)}
        </button>
    }
}
