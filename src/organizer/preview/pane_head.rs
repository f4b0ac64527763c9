//! The pane's head.

use crate::frame::use_lang;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`PaneHead`].
#[derive(Properties, PartialEq)]
pub struct PaneHeadProps {
    /// Whether there are several previews.
    pub is_several: bool,
    /// What the way to the form, or to the agenda, is called, if there is one.
    pub way: Option<&'static str>,
    /// One preview, or several.
    pub on_several: Callback<()>,
    /// Goes that way.
    pub on_way: Callback<()>,
}

/// The title, the way to the form or the agenda, and that to several previews or to one.
#[component]
pub fn PaneHead(props: &PaneHeadProps) -> Html {
    let texts = use_lang().preview();
    html! {
        <div class="title">
            <h2 id="preview">{texts.title}</h2>
            if let Some(way) = props.way {
                <button type="button" class="plain" onclick={props.on_way.reform(|_| ())}>{way}</button>
            }
            <button type="button" class="plain" aria-pressed={props.is_several.to_string()}
                onclick={props.on_several.reform(|_| ())}>{texts.several}</button>
        </div>
    }
}
