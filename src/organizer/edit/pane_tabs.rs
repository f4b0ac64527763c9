//! What a narrow window shows.

use crate::edit::state::{EditAction, Pane, use_edit};
use crate::edit::tab::Tab;
use crate::frame::use_lang;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// What a window shows that is too narrow for all of it side by side.
#[component]
pub fn PaneTabs() -> Html {
    let (texts, edit) = (use_lang().edit(), use_edit());
    let has_form = edit.tab == Tab::Sessions && edit.chosen.is_some();
    let panes = [
        (Pane::List, texts.pane_list, true),
        (Pane::Form, texts.pane_form, has_form),
        (Pane::Review, texts.review, true),
        (Pane::Preview, texts.pane_preview, true),
    ];
    html! {
        <div class="segments panes" role="group" aria-label={texts.panes}>
            for (pane, name, is_there) in panes {
                if is_there {
                    <button type="button" class={(pane == Pane::Form).then_some("form-pane")} aria-pressed={(pane == edit.pane).to_string()} onclick={
                        let edit = edit.dispatcher();
                        move |_| edit.dispatch(EditAction::Show(pane))
                    }>{name}</button>
                }
            }
        </div>
    }
}
