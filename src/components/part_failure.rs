//! That a part of the program didn't come.

use crate::context::use_locale;
use huso_i18n::Texts as _;
use std::rc::Rc;
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`PartFailure`].
#[derive(Properties, PartialEq)]
pub struct PartFailureProps {
    /// What could not be loaded, and what to do, in the reader's language.
    pub message: &'static str,
    /// Which file was looked for where, for whoever runs the page.
    pub details: Rc<str>,
    /// Asks for it again.
    pub on_retry: Callback<()>,
}

/// That a part of the program didn't come, why, and the way to ask for it again.
#[component]
pub fn PartFailure(props: &PartFailureProps) -> Html {
    let texts = use_locale().lang.widget();
    let onclick = props.on_retry.reform(|_: MouseEvent| ());
    html! {
        <div class="notice">
            <p role="alert">{props.message}</p>
            if !props.details.is_empty() {
                <details><summary>{texts.details}</summary><p>{props.details.to_string()}</p></details>
            }
            <button type="button" class="quiet" {onclick}>{texts.retry}</button>
        </div>
    }
}
