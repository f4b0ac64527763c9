//! The step.

use crate::edit::diagnostics::Diagnostics;
use crate::edit::event::EventTab;
use crate::edit::fields::ByField;
use crate::edit::lists::{SpeakersTab, TracksTab};
use crate::edit::next_file::NextFile;
use crate::edit::pane_tabs::PaneTabs;
use crate::edit::registration::RegistrationTab;
use crate::edit::sessions::SessionsTab;
use crate::edit::state::{EditAction, EditHandle, EditState, Pane};
use crate::edit::tab::Tab;
use crate::edit::tools::Tools;
use crate::edit::use_spot::use_spot;
use crate::frame::{UndoLine, use_lang};
use crate::preview::Preview;
use crate::workspace::{Checked, use_workspace};
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{ContextProvider, Html, Properties, UseReducerHandle, component, html, use_callback, use_memo};

/// Properties of [`Edit`].
#[derive(Properties, PartialEq)]
pub struct EditProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
    /// What of it is looked at.
    pub edit: UseReducerHandle<EditState>,
}

/// Editing the event file.
#[component]
pub fn Edit(EditProps { checked, edit }: &EditProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    use_spot(&workspace, edit);
    let by_field = use_memo(checked.clone(), ByField::of);
    let on_show = use_callback(edit.dispatcher(), |(), edit| edit.dispatch(EditAction::Show(Pane::Review)));
    let is_behind = !Rc::ptr_eq(&checked.document, workspace.document());
    let question = (edit.tab == Tab::Registration).then_some(edit.question);
    html! {
        <ContextProvider<EditHandle> context={edit.clone()}>
            <ContextProvider<Checked> context={checked.clone()}>
            <ContextProvider<ByField> context={(*by_field).clone()}>
                <h1 class="spoken">{lang.frame().edit}</h1>
                <PaneTabs />
                <div class={format!("editor show-{}", pane_class(edit.pane))}>
                    <div class="edited">
                        <Tools />
                        {match edit.tab {
                            Tab::Sessions => html! { <SessionsTab /> },
                            Tab::Speakers => html! { <SpeakersTab /> },
                            Tab::Tracks => html! { <TracksTab /> },
                            Tab::Event => html! { <EventTab /> },
                            Tab::Registration => html! { <RegistrationTab /> },
                        }}
                        <div class="at-foot"><UndoLine /><NextFile /></div>
                    </div>
                    <section class="review" id="diagnostics" tabindex="-1" aria-label={lang.edit().review} aria-busy={is_behind.then_some("true")}>
                        <Diagnostics checked={checked.clone()} {on_show} />
                    </section>
                    <div class="seen"><Preview checked={checked.clone()} {question} /></div>
                </div>
            </ContextProvider<ByField>>
            </ContextProvider<Checked>>
        </ContextProvider<EditHandle>>
    }
}

fn pane_class(pane: Pane) -> &'static str {
    match pane {
        Pane::List => "list",
        Pane::Form => "form",
        Pane::Review => "review",
        Pane::Preview => "preview",
    }
}
