//! What arrived together with what was taken over.

use crate::frame::{Step, open_step, use_lang};
use crate::workspace::use_workspace;
use huso_i18n::{Texts as _, fill};
use yew::{Html, component, html};

/// Once one of several files was taken over, the way to the next.
#[component]
pub fn NextFile() -> Html {
    let (texts, workspace) = (use_lang().review(), use_workspace());
    let next = workspace.brought.as_ref().filter(|brought| !brought.done.is_empty()).and_then(|brought| {
        let at = brought.reviewed.first()?;
        Some(brought.arrived.get(*at)?.name.clone())
    });
    html! {
        <div role="status">
            if let Some(name) = next {
                <p class="undo">
                    {fill(texts.file_left, &[("name", &name)])}{" "}
                    <button type="button" onclick={|_| open_step(Step::Review)}>{texts.next_file}</button>
                </p>
            }
        </div>
    }
}
