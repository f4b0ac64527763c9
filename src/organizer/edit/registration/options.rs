//! What can be chosen.

use crate::edit::fields::{LineField, TextField};
use crate::frame::{Icon, use_lang};
use crate::workspace::{Action, use_workspace};
use huso_edit::{Change, Place};
use huso_i18n::{Texts as _, fill};
use serde_json::json;
use yew::{Html, Properties, component, html};

/// Properties of [`Options`].
#[derive(Properties, PartialEq)]
pub struct OptionsProps {
    /// The list's place.
    pub place: Place,
}

/// What can be chosen: what is read, and what is stored.
#[component]
pub fn Options(OptionsProps { place }: &OptionsProps) -> Html {
    let (texts, workspace) = (use_lang().builder(), use_workspace());
    let count = workspace.document().list(place).len();
    let add = {
        let (workspace, place) = (workspace.clone(), place.clone());
        move |_| {
            let option = json!({ "value": format!("option-{}", count + 1), "label": "" });
            let place = place.index(count);
            workspace.dispatch(Action::Change(vec![Change::Insert(place.clone(), option)]));
            workspace.dispatch(Action::GoTo(place.key("label")));
        }
    };
    let option = |index: usize| {
        let (workspace, place) = (workspace.clone(), place.index(index));
        let number = (index + 1).to_string();
        let remove = {
            let place = place.clone();
            move |_| workspace.dispatch(Action::Change(vec![Change::Remove(place.clone())]))
        };
        html! {
            <li key={index}>
                <TextField place={place.key("label")} label={fill(texts.option, &[("n", &number)])} />
                <LineField place={place.key("value")} label={texts.stored} />
                <button type="button" class="square neutral" onclick={remove} aria-label={fill(texts.remove_option, &[("n", &number)])}>
                    <Icon name="cross" />
                </button>
            </li>
        }
    };
    html! {
        <div class="choices">
            <ol>{for (0..count).map(option)}</ol>
            <button type="button" class="neutral" onclick={add}><Icon name="plus" />{texts.add_option}</button>
        </div>
    }
}
