//! How many sessions are shown, and the filters that make them so.

use crate::browse::{Browse, BrowseAction};
use crate::context::{use_event, use_locale};
use huso_i18n::{Texts as _, fill, plural};
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`FiltersInForce`].
#[derive(Properties, PartialEq)]
pub struct FiltersInForceProps {
    /// What is looked for.
    pub browse: Browse,
    /// How many sessions are shown; `None` while that is not known.
    pub found: Option<usize>,
    /// The filters by their names.
    pub chips: Html,
    /// Looks for something else.
    pub on_browse: Callback<BrowseAction>,
}

/// How many sessions are shown, and the filters that make them so. The region for the number is there from the start, so
/// that screen readers tell of it.
#[component]
pub fn FiltersInForce(props: &FiltersInForceProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.find();
    let FiltersInForceProps { browse, found, on_browse, .. } = props;
    let (count, total) = (browse.filters.count(), event.agenda().sessions.len());
    let words = |found: usize| {
        let text = if found == 1 { texts.found_one } else { texts.found_other };
        fill(text, &[("n", &found.to_string()), ("total", &total.to_string())])
    };
    html! {
        <div class="in-force">
            <p class="found" role="status">
                if let Some(found) = found.filter(|_| browse.is_looking()) {
                    <b>{words(found)}</b>
                    if count > 0 {
                        <span class="counted">{", "}{plural(count, texts.filters_one, texts.filters_other)}</span>
                    }
                }
            </p>
            if count > 0 {
                {props.chips.clone()}
                <button type="button" class="plain unfilter" onclick={on_browse.reform(|_| BrowseAction::Unfilter)}>{texts.clear}</button>
            }
        </div>
    }
}
