//! What is around the fields of an entry: its heading, where it is used, and what takes it away.

use crate::edit::words::{name_of, title_of};
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::{List, session_place, take_away, uses};
use huso_i18n::{Texts as _, fill, plural};
use yew::{AttrValue, Children, Html, Properties, component, html};

/// Most sessions that are named; the others are counted.
const MOST: usize = 5;

/// Properties of [`EntryForm`].
#[derive(Properties, PartialEq)]
pub struct EntryFormProps {
    /// The entry's list.
    pub list: List,
    /// Which of the list it is, from 0.
    pub index: usize,
    /// What it is.
    pub title: AttrValue,
    /// Its fields.
    pub children: Children,
}

/// The form of an entry: where it is used is said before it can be taken away, and it is taken out of there with it.
#[component]
pub fn EntryForm(props: &EntryFormProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, list, index) = (lang.edit(), props.list, props.index);
    let document = workspace.document();
    let Some(entry) = document.get(&list.place().index(index)) else { return Html::default() };
    let used = uses(document, list, entry.get("id").and_then(|id| id.as_str()).unwrap_or_default());
    let remove = {
        let workspace = workspace.clone();
        let name = name_of(document, entry, "name", lang);
        let (count, words) = (
            used.len(),
            if used.is_empty() {
                texts.removed
            } else if used.len() == 1 {
                texts.removed_from_one
            } else {
                texts.removed_from
            },
        );
        let words = fill(words, &[("title", &name), ("count", &count.to_string())]);
        move |_| workspace.dispatch(Action::Take(take_away(workspace.document(), list, index), words.clone()))
    };
    let sessions = used.iter().take(MOST).map(|session| {
        let onclick = {
            let (workspace, place) = (workspace.dispatcher(), session_place(*session).key("title"));
            move |_| workspace.dispatch(Action::GoTo(place.clone()))
        };
        html! { <li key={*session}><button type="button" class="plain" {onclick}>{title_of(document, *session, lang)}</button></li> }
    });
    html! {
        <section class="form" aria-label={props.title.clone()} key={format!("{}-{index}", list.key())}>
            <div class="form-head">
                <h2>{&props.title}</h2>
                <button type="button" class="plain" onclick={remove}>{texts.remove}</button>
            </div>
            {props.children.clone()}
            if !used.is_empty() {
                <div class="uses">
                    <p class="label">{plural(used.len(), texts.used_in_one, texts.used_in)}</p>
                    <ul>{for sessions}</ul>
                    if used.len() > MOST { <p class="faint">{plural(used.len() - MOST, texts.one_more, texts.more_sessions)}</p> }
                    <p class="hint">{texts.remove_help}</p>
                </div>
            }
        </section>
    }
}
