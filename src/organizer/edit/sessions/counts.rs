//! How many faults there are, with the way to them.

use crate::edit::state::{EditAction, Pane, use_edit};
use crate::frame::{Mark, Tone, use_lang};
use crate::workspace::Checked;
use huso::browser::go_to;
use huso_agenda::Severity;
use huso_i18n::{Texts as _, plural};
use yew::{Html, component, html, use_context};

/// How many errors, warnings and notes there are. They lead to the list.
#[component]
pub fn Counts() -> Html {
    let (texts, edit) = (use_lang().edit(), use_edit());
    let checked = use_context::<Checked>();
    let count = |severity| checked.as_ref().map_or(0, |checked| checked.count(severity));
    let all = [
        (Tone::Error, count(Severity::Error), texts.one_error, texts.errors),
        (Tone::Warning, count(Severity::Warning), texts.one_warning, texts.warnings),
        (Tone::Note, count(Severity::Note), texts.one_note, texts.notes),
    ];
    let onclick = {
        let edit = edit.dispatcher();
        move |_| {
            edit.dispatch(EditAction::Show(Pane::Review));
            let document = web_sys::window().and_then(|window| window.document());
            if let Some(list) = document.and_then(|document| document.get_element_by_id("diagnostics")) {
                go_to(&list);
            }
        }
    };
    html! {
        <p class="counts">
            for (tone, n, one, other) in all {
                if n > 0 {
                    <button type="button" class="count" onclick={onclick.clone()}><Mark {tone} words={plural(n, one, other)} /></button>
                }
            }
        </p>
    }
}
