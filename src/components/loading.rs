//! While the event file is on its way.

use crate::browser::notify;
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use web_sys::HtmlElement;
use yew::{Html, Properties, component, html, use_effect_with};

/// Properties of [`Loading`].
#[derive(Properties, PartialEq)]
pub struct LoadingProps {
    /// The language of its texts.
    pub lang: Lang,
    /// The element.
    pub host: HtmlElement,
}

/// Says that the agenda is loading, above what the page put inside the element.
#[component]
pub fn Loading(props: &LoadingProps) -> Html {
    use_effect_with(props.host.clone(), |host| notify(host, "huso-loading", ""));
    html! {
        <div part="loading">
            <p class="notice" role="status">{props.lang.widget().loading}</p>
            <slot />
        </div>
    }
}
