//! The field in which a place is typed.

use super::zone_list::option_id;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{AttrValue, Callback, Html, Properties, TargetCast as _, component, html};

/// Properties of [`ZoneField`].
#[derive(Properties, PartialEq)]
pub struct ZoneFieldProps {
    /// What stands in it.
    pub typed: AttrValue,
    /// Whether places are offered.
    pub is_open: bool,
    /// The offer that arrows have led to, counted from 0.
    pub active: Option<usize>,
    /// Takes what was typed.
    pub on_type: Callback<String>,
    /// Takes keys that are meant for the list.
    pub on_key: Callback<ZoneKey>,
}

/// A key that means something in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneKey {
    /// To the next place that is offered, or back.
    Arrow {
        /// Down or up.
        is_forward: bool,
    },
    /// Takes what is meant.
    Enter,
    /// Takes the offers away.
    Escape,
}

/// The field in which a place is typed.
#[component]
pub fn ZoneField(props: &ZoneFieldProps) -> Html {
    let oninput =
        props.on_type.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let is_open = props.is_open;
    let onkeydown = {
        let on_key = props.on_key.clone();
        move |event: KeyboardEvent| {
            if let Some(key) = key(&event, is_open) {
                // The key has no other meaning then.
                event.prevent_default();
                on_key.emit(key);
            }
        }
    };
    html! {
        <input id="zone" role="combobox" aria-autocomplete="list" aria-controls="zone-list"
            aria-expanded={is_open.to_string()} aria-activedescendant={props.active.map(option_id)}
            autocomplete="off" spellcheck="false" value={&props.typed} {oninput} {onkeydown} />
    }
}

/// What a key means. Without a list, Escape is for the page around.
fn key(event: &KeyboardEvent, is_open: bool) -> Option<ZoneKey> {
    // Enter that ends the composing of a word is not meant for us.
    if event.is_composing() {
        return None;
    }
    match event.key().as_str() {
        "ArrowDown" if is_open => Some(ZoneKey::Arrow { is_forward: true }),
        "ArrowUp" if is_open => Some(ZoneKey::Arrow { is_forward: false }),
        "Enter" => Some(ZoneKey::Enter),
        "Escape" if is_open => Some(ZoneKey::Escape),
        _ => None,
    }
}
