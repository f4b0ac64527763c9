//! Who invites.

use crate::edit::fields::LineField;
use crate::frame::{Icon, use_lang};
use crate::workspace::{Action, use_workspace};
use huso_edit::{Change, Place};
use huso_i18n::{Texts as _, fill};
use serde_json::json;
use yew::{Html, component, html};

/// Who invites: name and page.
#[component]
pub fn Organizers() -> Html {
    let (texts, workspace) = (use_lang().edit(), use_workspace());
    let list = Place::parse("organizers");
    let all = workspace.document().list(&list);
    let add = {
        let (workspace, place) = (workspace.clone(), list.index(all.len()));
        move |_| {
            workspace.dispatch(Action::Change(vec![Change::Insert(place.clone(), json!({ "name": "" }))]));
            workspace.dispatch(Action::GoTo(place.key("name")));
        }
    };
    html! {
        <div class="organizers">
            <h3>{texts.organizers}</h3>
            for (at, one) in all.iter().enumerate() {
                <div class="pair" key={at}>
                    <LineField place={list.index(at).key("name")} label={texts.name} />
                    <LineField place={list.index(at).key("url")} label={texts.page} />
                    <button type="button" class="square neutral" aria-label={fill(texts.take_out, &[("name", one.get("name").and_then(|name| name.as_str()).unwrap_or_default())])} onclick={
                        let (workspace, place) = (workspace.dispatcher(), list.index(at));
                        move |_| workspace.dispatch(Action::Change(vec![Change::Remove(place.clone())]))
                    }><Icon name="cross" /></button>
                </div>
            }
            <button type="button" class="plain" onclick={add}>{texts.add_organizer}</button>
        </div>
    }
}
