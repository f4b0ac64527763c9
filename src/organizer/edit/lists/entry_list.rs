//! The entries of a list.

use crate::edit::lists::add_entry;
use crate::edit::state::{EditAction, use_edit};
use crate::edit::words::name_of;
use crate::frame::{Icon, use_lang};
use crate::workspace::use_workspace;
use huso_edit::{List, uses};
use huso_i18n::{Texts as _, plural};
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`EntryList`].
#[derive(Properties, PartialEq)]
pub struct EntryListProps {
    /// Which list.
    pub list: List,
    /// What it is called.
    pub title: AttrValue,
    /// What it is for, while it is empty.
    pub empty: AttrValue,
    /// What adds an entry.
    pub add: AttrValue,
    /// The entry in the form, if it is one of these.
    pub chosen: Option<usize>,
}

/// The entries of a list, each with how many sessions name it.
#[component]
pub fn EntryList(props: &EntryListProps) -> Html {
    let (lang, workspace, edit) = (use_lang(), use_workspace(), use_edit());
    let (texts, list, document) = (lang.edit(), props.list, workspace.document());
    let entries = document.list(&list.place());
    let row = |(index, entry): (usize, &serde_json::Value)| {
        let id = entry.get("id").and_then(|id| id.as_str()).unwrap_or_default();
        let name = name_of(document, entry, "name", lang);
        let count = uses(document, list, id).len();
        let onclick = {
            let edit = edit.dispatcher();
            move |_| edit.dispatch(EditAction::Entry(list, index))
        };
        html! {
            <li key={index}>
                <button type="button" aria-pressed={(props.chosen == Some(index)).to_string()} {onclick}>
                    <span class="name">{if name.is_empty() { texts.unnamed.to_owned() } else { name }}</span>
                    <span class="faint">{if count == 0 { texts.unused.to_owned() } else { plural(count, texts.one_session, texts.sessions) }}</span>
                </button>
            </li>
        }
    };
    let add = {
        let workspace = workspace.clone();
        move |_| add_entry(&workspace, list)
    };
    html! {
        <section class="entries">
            <h2>{&props.title}</h2>
            if entries.is_empty() { <p class="faint">{&props.empty}</p> }
            <ul>{for entries.iter().enumerate().map(row)}</ul>
            <button type="button" class="neutral" onclick={add}><Icon name="plus" />{&props.add}</button>
        </section>
    }
}
