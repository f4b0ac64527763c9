//! What is always at hand: add, undo, redo, search, and the tabs.

use crate::edit::lists::add_entry;
use crate::edit::sessions::add_session;
use crate::edit::state::{EditAction, use_edit};
use crate::edit::tab::Tab;
use crate::frame::{Icon, use_lang};
use crate::workspace::{Action, use_workspace};
use huso_edit::List;
use huso_i18n::Texts as _;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Html, TargetCast as _, component, html};

/// Adding, undo and redo, search, and what is edited.
#[component]
pub fn Tools() -> Html {
    let (lang, workspace, edit) = (use_lang(), use_workspace(), use_edit());
    let (texts, frame) = (lang.edit(), lang.frame());
    let add = {
        let (workspace, edit) = (workspace.clone(), edit.clone());
        move |_| match edit.tab {
            Tab::Speakers => add_entry(&workspace, List::Speakers),
            Tab::Tracks => add_entry(&workspace, List::Tracks),
            _ => add_session(&workspace, edit.day),
        }
    };
    let add_words = match edit.tab {
        Tab::Sessions => Some(texts.add_session),
        Tab::Speakers => Some(texts.add_speaker),
        Tab::Tracks => Some(texts.add_track),
        Tab::Event | Tab::Registration => None,
    };
    let step = |action: fn() -> Action| {
        let workspace = workspace.clone();
        move |_| workspace.dispatch(action())
    };
    let oninput = {
        let edit = edit.dispatcher();
        move |event: InputEvent| {
            edit.dispatch(EditAction::Search(event.target_unchecked_into::<HtmlInputElement>().value()));
        }
    };
    html! {
        <div class="tools">
            if let Some(words) = add_words {
                <button type="button" class="add" onclick={add}><Icon name="plus" />{words}</button>
            }
            <button type="button" class="neutral" aria-disabled={(!workspace.history.can_undo()).then_some("true")} onclick={step(|| Action::Undo)}>
                <Icon name="undo" />{frame.undo}
            </button>
            <button type="button" class="neutral square" aria-label={frame.redo} title={frame.redo}
                aria-disabled={(!workspace.history.can_redo()).then_some("true")} onclick={step(|| Action::Redo)}><Icon name="redo" /></button>
            if edit.tab == Tab::Sessions {
                <label class="search">
                    <Icon name="search" /><span class="spoken">{texts.search}</span>
                    <input type="search" placeholder={texts.search} value={edit.query.clone()} {oninput} />
                </label>
            }
            <div class="segments tabs" role="group" aria-label={texts.tabs}>
                for tab in Tab::ALL {
                    <button type="button" aria-pressed={(tab == edit.tab).to_string()} onclick={
                        let edit = edit.dispatcher();
                        move |_| edit.dispatch(EditAction::Open(tab))
                    }>{tab.name(lang)}</button>
                }
            </div>
        </div>
    }
}
