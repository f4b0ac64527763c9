//! The whole page.

use crate::bring::Bring;
use crate::checker::Checker;
use crate::edit::{Edit, EditState};
use crate::frame::{Header, KeepingBlock, LanguageContext, Step, use_language, use_step, use_step_focus};
use crate::guide::Guide;
use crate::publish::{Done, Publish};
use crate::review::Review;
use crate::workspace::{
    Workspace, WorkspaceDispatcher, WorkspaceHandle, use_checked, use_keeping, use_undo_keys,
};
use huso::browser::uuid;
use huso_agenda::Severity;
use yew::{ContextProvider, Html, component, html, use_reducer};

/// The whole page.
#[component]
pub fn App() -> Html {
    let (lang, choose) = use_language();
    let step = use_step();
    let main = use_step_focus(step);
    let workspace = use_reducer(|| Workspace::new(uuid()));
    // What is published was checked, however soon after the last letter.
    let checked = use_checked(&workspace, step == Step::Publish);
    let (keeping, keep) = use_keeping(&workspace);
    let edit = use_reducer(EditState::default);
    use_undo_keys(&workspace);
    let done = use_reducer(Done::default);
    // What was not begun has no errors yet.
    let errors = if workspace.is_empty() { 0 } else { checked.count(Severity::Error) };
    let open = [0, usize::from(workspace.brought.is_some()), errors, 0];
    html! {
        <ContextProvider<LanguageContext> context={LanguageContext(lang)}>
            <ContextProvider<WorkspaceDispatcher> context={workspace.dispatcher()}>
            <ContextProvider<WorkspaceHandle> context={workspace}>
                <Header {step} {open} keeping={keeping.clone()} {choose} />
                <KeepingBlock {keeping} {keep} />
                <main ref={main} class={step.fragment()} tabindex="-1" aria-label={step.name(lang)}>
                    {match step {
                        Step::Bring => html! { <Bring /> },
                        Step::Review => html! { <Review /> },
                        Step::Edit => html! { <Edit {checked} {edit} /> },
                        Step::Publish => html! { <Publish {checked} {done} /> },
                        Step::Guide => html! { <Guide /> },
                        Step::Checker => html! { <Checker /> },
                    }}
                </main>
            </ContextProvider<WorkspaceHandle>>
            </ContextProvider<WorkspaceDispatcher>>
        </ContextProvider<LanguageContext>>
    }
}
