//! When there is no agenda to show: what the visitor can do, what the organizer must mend, and the
//! fallback that the page put inside the element.

use super::tree::Tree;
use crate::client::LoadFailure;
use huso_agenda::{Diagnostic, Lang, Severity};
use huso_i18n::{Message as _, Texts as _, fill};
use web_sys::MouseEvent;
use yew::Callback;

/// What went wrong, and the fallback below it. `retry` loads again.
pub fn failure(tree: &mut Tree, failure: &LoadFailure, lang: Lang, retry: Callback<MouseEvent>) {
    let say = lang.widget();
    let words = match failure {
        LoadFailure::NoSource => say.load_no_source,
        LoadFailure::Unreachable => say.load_unreachable,
        LoadFailure::Status(404 | 410) => say.load_not_found,
        LoadFailure::Status(_) => say.load_status,
        LoadFailure::Unreadable(_) => say.load_unreadable,
    };
    let status = if let LoadFailure::Status(status) = failure { status.to_string() } else { String::new() };
    tree.el("div|class=notice|part=failure", |tree| {
        tree.line("p|role=alert", &fill(words, &[("status", &status)]));
        if let LoadFailure::Unreadable(faults) = failure {
            fault_list(tree, faults.iter(), lang);
        }
        if *failure != LoadFailure::NoSource {
            tree.button("quiet", say.retry, retry);
        }
        tree.el("slot", |_| {});
    });
}

/// The errors in a file, folded away: they are for the organizer.
pub fn fault_list<'a>(tree: &mut Tree, faults: impl Iterator<Item = &'a Diagnostic>, lang: Lang) {
    tree.el("details", |tree| {
        tree.line("summary", lang.widget().details);
        tree.el("ul|class=faults", |tree| {
            for fault in faults.filter(|fault| fault.severity() == Severity::Error) {
                tree.line("li|class=entry", &fault.line(lang));
            }
        });
    });
}
