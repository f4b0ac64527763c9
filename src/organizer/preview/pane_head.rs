//! The pane's head.

use crate::frame::use_lang;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`PaneHead`].
#[derive(Properties, PartialEq)]
pub struct PaneHeadProps {
    /// Whether there are several previews.
    pub is_several: bool,
    /// Whether there is a form to go to.
    pub has_form: bool,
    /// One preview, or several.
    pub on_several: Callback<()>,
    /// Goes to the form.
    pub on_form: Callback<()>,
}

/// The title, the way to the form, and that to several previews or to one.
#[component]
pub fn PaneHead(props: &PaneHeadProps) -> Html {
    let texts = use_lang().preview();
    html! {
        <div class="title">
            <h2 id="preview">{texts.title}</h2>
            if props.has_form {
                <button type="button" class="plain" onclick={props.on_form.reform(|_| ())}>{texts.to_form}</button>
            }
            <button type="button" class="plain" aria-pressed={props.is_several.to_string()}
                onclick={props.on_several.reform(|_| ())}>{texts.several}</button>
        </div>
    }
}
