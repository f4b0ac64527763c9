//! When there is no agenda to show: what the visitor can do, what the organizer must mend, and the
//! fallback that the page put inside the element.

use crate::client::LoadFailure;
use huso_agenda::i18n::fill;
use huso_agenda::{Diagnostic, Lang, Severity};
use yew::{Callback, Html, html};

/// What went wrong, and the fallback below it. `retry` loads again.
pub fn failure(failure: &LoadFailure, lang: Lang, retry: &Callback<()>) -> Html {
    let say = lang.widget();
    let (text, faults) = match failure {
        LoadFailure::NoSource => (say.load_no_source.to_owned(), None),
        LoadFailure::Unreachable => (say.load_unreachable.to_owned(), None),
        LoadFailure::Status(404 | 410) => (say.load_not_found.to_owned(), None),
        LoadFailure::Status(status) => (fill(say.load_status, &[("status", &status.to_string())]), None),
        LoadFailure::Unreadable(faults) => (say.load_unreadable.to_owned(), Some(faults)),
    };
    let retry = retry.reform(|_| ());
    html! {
        <div class="notice" part="failure">
            <p role="alert">{text}</p>
            {faults.map(|faults| fault_list(faults, lang))}
            if *failure != LoadFailure::NoSource {
                <button type="button" class="quiet" onclick={retry}>{say.retry}</button>
            }
            <slot />
        </div>
    }
}

/// The errors in a file, folded away: they are for the organizer.
pub fn fault_list(faults: &[Diagnostic], lang: Lang) -> Html {
    let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error);
    html! {
        <details>
            <summary>{lang.widget().details}</summary>
            <ul class="faults">
                for fault in errors {
                    <li>{fault.line(lang)}</li>
                }
            </ul>
        </details>
    }
}
