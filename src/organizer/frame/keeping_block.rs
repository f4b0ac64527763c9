//! What has to be seen of how the browser keeps the event file.

use crate::frame::saved::clock;
use crate::frame::{Block, Step, Tone, open_step, use_lang};
use crate::workspace::{Action, Brought, Keeping, Kept, use_workspace};
use huso::browser::download;
use huso_edit::Place;
use huso_i18n::{Texts as _, fill};
use huso_import::open;
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`KeepingBlock`].
#[derive(Properties, PartialEq)]
pub struct KeepingBlockProps {
    /// Whether the browser keeps it.
    pub keeping: Keeping,
    /// Keeps it over what another tab has kept.
    pub keep: Callback<()>,
}

/// That another tab has kept something else, and what to go on with; that nothing is kept, and the way to a file.
#[component]
pub fn KeepingBlock(props: &KeepingBlockProps) -> Html {
    let (texts, workspace) = (use_lang().frame(), use_workspace());
    let on_file = {
        let document = workspace.document().clone();
        move |_| {
            let id = document.str(&Place::parse("id"));
            download(&format!("{id}.json"), &document.text(), "application/json");
        }
    };
    let block = match &props.keeping {
        Keeping::Nothing | Keeping::Kept(_) => return Html::default(),
        Keeping::Refused => html! {
            <Block tone={Tone::Warning} title={texts.not_saved}>
                <p>{texts.private}</p>
                <div class="buttons"><button type="button" onclick={on_file}>{texts.save_file}</button></div>
            </Block>
        },
        Keeping::Elsewhere(there) => html! { <OtherTab there={there.clone()} keep={props.keep.clone()} /> },
    };
    html! { <div class="keeping" role="status">{block}</div> }
}

/// Properties of [`OtherTab`].
#[derive(Properties, PartialEq)]
struct OtherTabProps {
    there: Kept,
    keep: Callback<()>,
}

/// Another tab has kept something else: compare, take it, or go on with what is here.
#[component]
fn OtherTab(props: &OtherTabProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.frame();
    let there = &props.there;
    let on_compare = {
        let (workspace, there) = (workspace.clone(), there.clone());
        move |_| {
            let none = Brought::new(Vec::new());
            let text = there.document.text();
            let files = open(text.as_bytes(), lang.review().of_other_tab, 0, &none.context());
            let mut brought = Brought::new(files);
            brought.is_of_tab = true;
            workspace.dispatch(Action::Bring(Rc::new(brought)));
            open_step(Step::Review);
        }
    };
    let on_take = {
        let there = there.clone();
        move |_| {
            let (document, base) = (there.document.clone(), there.base.clone());
            workspace.dispatch(Action::Open { key: workspace.key.clone(), document, base });
        }
    };
    html! {
        <Block tone={Tone::Warning} title={fill(texts.other_tab, &[("time", &clock(&there.at))])}>
            <p>{texts.other_tab_help}</p>
            <div class="buttons">
                <button type="button" onclick={on_compare}>{texts.compare}</button>
                <button type="button" class="neutral" onclick={on_take}>{texts.take_other}</button>
                <button type="button" class="neutral" onclick={props.keep.reform(|_| ())}>{texts.keep_this}</button>
            </div>
        </Block>
    }
}
