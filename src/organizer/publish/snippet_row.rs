//! The snippet.

use crate::frame::{Icon, use_lang};
use crate::publish::copy_act::CopyAct;
use crate::publish::publishing::{Publishing, use_publishing};
use crate::publish::row::Row;
use crate::publish::snippet_code::snippet;
use crate::publish::state::State;
use crate::publish::task::Task;
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Html, component, hook, html, use_effect_with, use_state};

/// Copies the snippet, and shows it.
#[component]
pub fn SnippetRow() -> Html {
    let texts = use_lang().publish();
    let code = use_snippet();
    let Some(publishing) = use_publishing() else { return Html::default() };
    let is_next = publishing.state(Task::Snippet) == State::Next;
    let integrity = match publishing.package.package.script {
        Some(_) => ("check", texts.with_integrity, texts.with_integrity_about.to_owned()),
        None => ("warning", texts.without_integrity, texts.without_integrity_about.to_owned()),
    };
    let page = fill(texts.with_page_about, &[("name", &publishing.file_name(".html"))]);
    let facts = [
        integrity,
        ("check", texts.with_agenda, texts.with_agenda_about.to_owned()),
        ("check", texts.with_page, page),
    ];
    let fact = |(name, what, about): (&'static str, &'static str, String)| {
        html! { <li><Icon {name} /><span><strong>{what}</strong>{" "}{about}</span></li> }
    };
    let copy = html! { <CopyAct task={Task::Snippet} label={texts.snippet_copy} text={code.clone()} is_first=true /> };
    html! {
        <Row task={Task::Snippet} title={texts.snippet_title} about={html! { {texts.snippet_about} }} actions={copy}>
            <details open={is_next}>
                <summary>{texts.snippet_code}</summary>
                <pre tabindex="0" role="region" aria-label={texts.snippet_code}><code>{code.as_deref().unwrap_or_default().to_owned()}</code></pre>
            </details>
            <ul class="facts">{for facts.into_iter().map(fact)}</ul>
        </Row>
    }
}

/// The snippet, once it is written.
#[hook]
fn use_snippet() -> Option<Rc<str>> {
    let publishing = use_publishing();
    let code = use_state(|| None::<Rc<str>>);
    let of = publishing.as_ref().map(|publishing| (publishing.event.clone(), publishing.package.clone()));
    use_effect_with(of, {
        let code = code.setter();
        move |_| {
            if let Some(publishing) = publishing {
                spawn_local(write(publishing, move |written| code.set(Some(written.into()))));
            }
        }
    });
    (*code).clone()
}

async fn write(publishing: Publishing, done: impl FnOnce(String)) {
    done(snippet(&publishing).await);
}
