//! The field in which one searches.

use super::super::icon::{SEARCH, icon};
use crate::context::use_locale;
use huso_i18n::Texts as _;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{AttrValue, Callback, Html, NodeRef, Properties, TargetCast as _, component, html};

/// Properties of [`SearchField`].
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// The words.
    pub query: AttrValue,
    /// Takes them.
    pub on_search: Callback<String>,
    /// Somebody is about to search.
    pub on_focus: Callback<()>,
    /// The field.
    pub node: NodeRef,
}

/// The field in which one searches; what is found is shown at every letter.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let label = use_locale().lang.find().search;
    let oninput =
        props.on_search.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class="search" role="search">
            {icon(SEARCH)}
            <input type="search" id="search" aria-label={label} placeholder={label} autocomplete="off" spellcheck="false"
                value={&props.query} ref={&props.node} {oninput} onfocus={props.on_focus.reform(|_| ())} />
        </div>
    }
}
