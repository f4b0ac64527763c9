//! While the event file is on its way.

use huso_agenda::Lang;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html, use_effect_with};

/// Properties of [`Loading`].
#[derive(Properties, PartialEq)]
pub struct LoadingProps {
    /// The language of its texts.
    pub lang: Lang,
    /// Called once it is shown.
    pub on_shown: Callback<()>,
}

/// Says that the agenda is loading, above what the page put inside the element.
#[component]
pub fn Loading(props: &LoadingProps) -> Html {
    use_effect_with(props.on_shown.clone(), |on_shown| on_shown.emit(()));
    html! {
        <div part="loading">
            <p class="notice" role="status">{props.lang.widget().loading}</p>
            <slot />
        </div>
    }
}
