//! A session's links.

use crate::edit::fields::{ChoiceField, LineField, TextField};
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::{Change, Document, Place, session_place};
use huso_i18n::Texts as _;
use serde_json::{Value, json};
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// Properties of [`JoinLink`] and [`Links`].
#[derive(Properties, PartialEq)]
pub struct LinksProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
}

/// The link by which one joins.
#[component]
pub fn JoinLink(LinksProps { index }: &LinksProps) -> Html {
    let (texts, workspace) = (use_lang().edit(), use_workspace());
    let (place, known) = join_place(workspace.document(), *index);
    let change = {
        let (place, document) = (place.clone(), workspace.document().clone());
        Callback::from(move |typed: String| match (typed.is_empty(), known) {
            (true, true) => Change::Remove(place.clone()),
            (false, true) => {
                let mut link = document.get(&place).cloned().unwrap_or_default();
                if let Some(link) = link.as_object_mut() {
                    link.insert("url".to_owned(), typed.into());
                }
                Change::Set(place.clone(), link)
            }
            (_, false) => Change::Set(place.clone(), json!({ "rel": "join", "url": typed })),
        })
    };
    html! {
        <>
            <LineField place={place.key("url")} label={texts.join_link} help={texts.join_link_help} {change} />
            if known { <TextField place={place.key("label")} label={texts.link_label} help={texts.link_label_help} /> }
        </>
    }
}

/// Where the link stands by which one joins, or would; and whether it does.
fn join_place(document: &Document, index: usize) -> (Place, bool) {
    let links = session_place(index).key("links");
    let all = document.list(&links);
    let found = all.iter().position(|link| link.get("rel").and_then(Value::as_str) == Some("join"));
    (links.index(found.unwrap_or(all.len())), found.is_some())
}

/// The other links.
#[component]
pub fn Links(LinksProps { index }: &LinksProps) -> Html {
    let (texts, workspace) = (use_lang().edit(), use_workspace());
    let links = session_place(*index).key("links");
    let count = workspace.document().list(&links).len();
    let (join, has_join) = join_place(workspace.document(), *index);
    let others = (0..count).map(|at| links.index(at)).filter(|place| !has_join || *place != join);
    let kinds = [
        ("recording", texts.recording),
        ("slides", texts.slides),
        ("report", texts.report),
        ("register", texts.register),
        ("more", texts.more),
        ("join", texts.join_link),
    ];
    let kinds: Vec<(AttrValue, AttrValue)> =
        kinds.into_iter().map(|(kind, words)| (kind.into(), words.into())).collect();
    let add = {
        let (workspace, place) = (workspace.clone(), links.index(count));
        move |_| {
            workspace.dispatch(Action::Change(vec![Change::Insert(
                place.clone(),
                json!({ "rel": "more", "url": "" }),
            )]));
            workspace.dispatch(Action::GoTo(place.key("url")));
        }
    };
    html! {
        <div class="links">
            for place in others {
                <div class="link" key={place.to_string()}>
                    <div class="pair">
                        <ChoiceField place={place.key("rel")} label={texts.link_kind} options={kinds.clone()} />
                        <LineField place={place.key("url")} label={texts.link} />
                    </div>
                    <TextField place={place.key("label")} label={texts.link_label} help={texts.link_label_help} />
                    <button type="button" class="plain" onclick={
                        let (workspace, place) = (workspace.dispatcher(), place.clone());
                        move |_| workspace.dispatch(Action::Change(vec![Change::Remove(place.clone())]))
                    }>{texts.remove_link}</button>
                </div>
            }
            <button type="button" class="plain" onclick={add}>{texts.add_link}</button>
        </div>
    }
}
