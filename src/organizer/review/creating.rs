//! The button that makes an agenda of what was brought.

use crate::frame::{FootBar, Step, open_step, use_lang};
use crate::review::reviewed::Reviewed;
use crate::workspace::{Action, use_workspace};
use huso_i18n::{Texts as _, plural};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`Creating`].
#[derive(Properties, PartialEq)]
pub struct CreatingProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
}

/// What will happen, and the button that does it; while a question is open it says which.
#[component]
pub fn Creating(props: &CreatingProps) -> Html {
    let (texts, workspace) = (use_lang().review(), use_workspace());
    let reviewed = &props.reviewed;
    let will_not = if workspace.is_empty() { texts.agenda_is_empty } else { "" };
    let Some(document) = reviewed.document.clone() else {
        let sessions = reviewed.files.iter().map(|file| file.program.sessions.len()).sum();
        let missing = if reviewed.needs_date() { texts.missing_day } else { texts.missing_zone };
        return html! {
            <FootBar will={plural(sessions, texts.add_one, texts.add_other)} {will_not}>
                <span class="faint" id="missing">{missing}</span>
                <button type="button" aria-disabled="true" aria-describedby="missing">{texts.create}</button>
            </FootBar>
        };
    };
    let sessions = document.sessions().len();
    let onclick = move |_| {
        workspace.dispatch(Action::Import { base: document.clone(), document: document.clone() });
        open_step(Step::Edit);
    };
    html! {
        <FootBar will={plural(sessions, texts.add_one, texts.add_other)} {will_not}>
            <button type="button" class="filled" {onclick}>{texts.create}</button>
        </FootBar>
    }
}
