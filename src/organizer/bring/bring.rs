//! The step.

use crate::bring::open_panel::OpenPanel;
use crate::fault_list::FaultList;
use crate::frame::{Step, open_step, use_lang};
use crate::opened::{Attempt, Opened};
use crate::workspace::{Action, use_workspace};
use huso::browser::uuid;
use huso_edit::Document;
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{Html, component, html, use_state};

/// Bringing what there is.
#[component]
pub fn Bring() -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let failure = use_state(|| None::<String>);
    let opened = use_state(|| None::<Rc<Opened>>);
    let on_attempt = {
        let (failure, opened, workspace) = (failure.setter(), opened.setter(), workspace.clone());
        move |attempt| match attempt {
            Attempt::Opened(file) => {
                if let Some(document) = Document::parse(&file.text) {
                    workspace.dispatch(Action::Open { key: uuid(), document, base: None });
                    open_step(Step::Edit);
                }
                opened.set(Some(file));
                failure.set(None);
            }
            // What was open stays open.
            Attempt::Failed(reason) => failure.set(Some(reason)),
        }
    };
    html! {
        <>
            <h1>{lang.bring().title}</h1>
            <OpenPanel {lang} {on_attempt} />
            <p class="failure" role="alert">{(*failure).clone()}</p>
            if let Some(file) = (*opened).clone() { <FaultList {lang} name={file.name.clone()} faults={file.faults.clone()} /> }
        </>
    }
}
