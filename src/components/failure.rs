//! When there is no agenda to show: what the visitor can do, what the organizer must mend, and the
//! fallback that the page put inside the element.

use crate::client::LoadFailure;
use huso_agenda::i18n::fill;
use huso_agenda::{Diagnostic, Lang, Severity};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`Failure`].
#[derive(Properties, PartialEq)]
pub struct FailureProps {
    /// What went wrong.
    pub failure: Rc<LoadFailure>,
    /// The reader's language.
    pub lang: Lang,
    /// Loads again.
    pub retry: Callback<()>,
}

/// What went wrong, and the fallback below it.
#[component]
pub fn Failure(props: &FailureProps) -> Html {
    let say = props.lang.widget();
    let (text, can_retry) = match props.failure.as_ref() {
        LoadFailure::NoSource => (say.load_no_source.to_owned(), false),
        LoadFailure::Unreachable => (say.load_unreachable.to_owned(), true),
        LoadFailure::Status(404 | 410) => (say.load_not_found.to_owned(), true),
        LoadFailure::Status(status) => (fill(say.load_status, &[("status", &status.to_string())]), true),
        LoadFailure::Unreadable(_) => (say.load_unreadable.to_owned(), true),
    };
    let retry = props.retry.reform(|_| ());
    html! {
        <div class="notice" part="failure">
            <p role="alert">{text}</p>
            if let LoadFailure::Unreadable(faults) = props.failure.as_ref() {
                <Faults faults={faults.clone()} lang={props.lang} />
            }
            if can_retry {
                <button type="button" class="quiet" onclick={retry}>{say.retry}</button>
            }
            <slot />
        </div>
    }
}

/// Properties of [`Faults`].
#[derive(Properties, PartialEq)]
pub struct FaultsProps {
    /// What is wrong with the file.
    pub faults: Vec<Diagnostic>,
    /// The reader's language.
    pub lang: Lang,
}

/// What is wrong with the file, folded away: it is for the organizer.
#[component]
pub fn Faults(props: &FaultsProps) -> Html {
    let errors = props.faults.iter().filter(|fault| fault.severity() == Severity::Error);
    html! {
        <details>
            <summary>{props.lang.widget().details}</summary>
            <ul class="faults">
                for fault in errors {
                    <li>
                        if !fault.place.is_empty() {
                            <code>{fault.place.clone()}</code>{": "}
                        }
                        {fault.message(props.lang)}
                    </li>
                }
            </ul>
        </details>
    }
}
