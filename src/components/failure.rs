//! When there is no agenda to show: what the visitor can do, what the organizer must mend, and the
//! fallback that the page put inside the element.

use super::parts::{block, button, el, line, text};
use crate::client::LoadFailure;
use huso_agenda::i18n::fill;
use huso_agenda::{Diagnostic, Lang, Severity};
use web_sys::MouseEvent;
use yew::{Callback, Html};

/// What went wrong, and the fallback below it. `retry` loads again.
pub fn failure(failure: &LoadFailure, lang: Lang, retry: Callback<MouseEvent>) -> Html {
    let say = lang.widget();
    let (words, faults) = match failure {
        LoadFailure::NoSource => (say.load_no_source.to_owned(), None),
        LoadFailure::Unreachable => (say.load_unreachable.to_owned(), None),
        LoadFailure::Status(404 | 410) => (say.load_not_found.to_owned(), None),
        LoadFailure::Status(status) => (fill(say.load_status, &[("status", &status.to_string())]), None),
        LoadFailure::Unreadable(faults) => (say.load_unreadable.to_owned(), Some(faults)),
    };
    let mut parts = vec![el("p", &["role"], vec!["alert".into()], vec![text(&words)])];
    parts.extend(faults.map(|faults| fault_list(faults, lang)));
    if *failure != LoadFailure::NoSource {
        parts.push(button("quiet", say.retry, retry));
    }
    parts.push(el("slot", &[], Vec::new(), Vec::new()));
    el("div", &["class", "part"], vec!["notice".into(), "failure".into()], parts)
}

/// The errors in a file, folded away: they are for the organizer.
pub fn fault_list(faults: &[Diagnostic], lang: Lang) -> Html {
    let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error);
    let errors = errors.map(|fault| line("li", "entry", &fault.line(lang))).collect();
    let summary = el("summary", &[], Vec::new(), vec![text(lang.widget().details)]);
    el("details", &[], Vec::new(), vec![summary, block("ul", "faults", errors)])
}
