//! How many sessions are shown, and the filters that make them so.

use super::super::icon::{CROSS, icon};
use super::awake_hours::hours;
use super::facet_names::FacetNames;
use crate::browse::{Browse, BrowseAction};
use crate::context::{use_event, use_locale};
use huso_agenda::Text;
use huso_i18n::{Texts as _, fill, plural};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`FiltersInForce`].
#[derive(Properties, PartialEq)]
pub struct FiltersInForceProps {
    /// What is looked for.
    pub browse: Browse,
    /// How many sessions are shown.
    pub found: usize,
    /// What the form calls audiences, by their values.
    pub audiences: Rc<Vec<(String, Text)>>,
    /// Looks for something else.
    pub on_browse: Callback<BrowseAction>,
}

/// How many sessions are shown, and the filters that make them so, each of which takes itself away. The region for the
/// number is there from the start, so that screen readers tell of it.
#[component]
pub fn FiltersInForce(props: &FiltersInForceProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let (agenda, texts) = (event.agenda(), locale.lang.find());
    let FiltersInForceProps { browse, found, on_browse, .. } = props;
    let names = FacetNames { agenda, locale, audiences: &props.audiences };
    let count = browse.filters.count();
    let numbers = [("n", &*found.to_string()), ("total", &*agenda.sessions.len().to_string())];
    let is_looking = count > 0 || !browse.query.trim().is_empty();
    let awake = browse.filters.awake.map(|awake| fill(texts.awake_chip, &[("hours", &hours(awake, locale))]));
    html! {
        <div class="in-force">
            <p class="found" role="status">
                if is_looking {
                    <b>{fill(if *found == 1 { texts.found_one } else { texts.found_other }, &numbers)}</b>
                    if count > 0 {
                        <span class="counted">{", "}{plural(count, texts.filters_one, texts.filters_other)}</span>
                    }
                }
            </p>
            if count > 0 {
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
                <button type="button" class="plain unfilter" onclick={on_browse.reform(|_| BrowseAction::Unfilter)}>{texts.clear}</button>
            }
        </div>
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
