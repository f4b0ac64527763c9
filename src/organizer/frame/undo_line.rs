//! What the last change took away, and the way back.

use crate::frame::{Icon, use_lang};
use crate::workspace::{Action, use_workspace};
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// What the last change took away, and the way back; it stays until the next change.
#[component]
pub fn UndoLine() -> Html {
    let (texts, workspace) = (use_lang().frame(), use_workspace());
    let onclick = {
        let workspace = workspace.clone();
        move |_| workspace.dispatch(Action::Undo)
    };
    html! {
        <div role="status">
            if let Some(removed) = &workspace.removed {
                <p class="undo">{removed}{" "}<button type="button" {onclick}><Icon name="undo" />{texts.undo}</button></p>
            }
        </div>
    }
}
