//! When there is no agenda to show: what the visitor can do, what the organizer must mend, and the
//! fallback that the page put inside the element.

use super::fault_list::FaultList;
use crate::browser::LoadFailure;
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill};
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`Failure`].
#[derive(Properties, PartialEq)]
pub struct FailureProps {
    /// What went wrong.
    pub failure: LoadFailure,
    /// The language to say it in.
    pub lang: Lang,
    /// Loads again.
    pub on_retry: Callback<()>,
}

/// What went wrong, and the fallback below it.
#[component]
pub fn Failure(props: &FailureProps) -> Html {
    let onclick = props.on_retry.reform(|_: MouseEvent| ());
    html! {
        <div class="notice" part="failure">
            <p role="alert">{message(&props.failure, props.lang)}</p>
            if let LoadFailure::Unreadable(faults) = &props.failure {
                <FaultList faults={faults.clone()} lang={props.lang} />
            }
            if props.failure != LoadFailure::NoSource {
                <button type="button" class="quiet" {onclick}>{props.lang.widget().retry}</button>
            }
            <slot />
        </div>
    }
}

fn message(failure: &LoadFailure, lang: Lang) -> String {
    let texts = lang.widget();
    match failure {
        LoadFailure::NoSource => texts.load_no_source.to_owned(),
        LoadFailure::Unreachable => texts.load_unreachable.to_owned(),
        LoadFailure::Slow => texts.load_slow.to_owned(),
        LoadFailure::Status(404 | 410) => texts.load_not_found.to_owned(),
        LoadFailure::Status(status) => fill(texts.load_status, &[("status", &status.to_string())]),
        LoadFailure::Unreadable(_) => texts.load_unreadable.to_owned(),
    }
}
