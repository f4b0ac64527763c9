//! Nothing to show: no sessions yet, or none that is looked for.

use crate::edit::sessions::add_session;
use crate::edit::state::{EditAction, use_edit};
use crate::frame::{Step, open_step, use_lang};
use crate::workspace::use_workspace;
use huso_edit::did_you_mean;
use huso_i18n::{Texts as _, fill};
use yew::{Html, component, html, use_memo};

/// No sessions yet.
#[component]
pub fn NoSessions() -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.edit();
    let onclick = move |_| add_session(&workspace, None);
    html! {
        <div class="nothing">
            <h2>{texts.no_sessions}</h2>
            <p class="faint">{texts.no_sessions_help}</p>
            <div class="buttons">
                <button type="button" class="filled" onclick={|_| open_step(Step::Bring)}>{lang.frame().bring}</button>
                <button type="button" {onclick}>{texts.write_first}</button>
            </div>
        </div>
    }
}

/// Nothing is found; perhaps something else was meant.
#[component]
pub fn NoResult() -> Html {
    let (texts, workspace, edit) = (use_lang().edit(), use_workspace(), use_edit());
    let meant = use_memo((workspace.document().clone(), edit.query.clone()), |(document, query)| {
        did_you_mean(document, query)
    });
    let search = |query: &str| {
        let (edit, query) = (edit.dispatcher(), query.to_owned());
        move |_| edit.dispatch(EditAction::Search(query.clone()))
    };
    let count = workspace.document().sessions().len().to_string();
    html! {
        <div class="nothing" role="status">
            <h2>{fill(texts.no_result, &[("query", edit.query.trim()), ("count", &count)])}</h2>
            if let Some(meant) = &*meant {
                <p>{texts.did_you_mean}{" "}<button type="button" class="plain" onclick={search(meant)}>{meant}</button>{"?"}</p>
            }
            <div class="buttons"><button type="button" class="neutral" onclick={search("")}>{texts.clear_search}</button></div>
        </div>
    }
}
