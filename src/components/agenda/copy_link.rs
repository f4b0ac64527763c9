//! The address that leads to a session.

use crate::browse::Address;
use crate::browser::{address_with, copy, fragment};
use crate::context::{use_event, use_locale};
use huso_i18n::{Texts as _, fill};
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Html, Properties, component, html, use_state};

/// Properties of [`CopyLink`].
#[derive(Properties, PartialEq)]
pub struct CopyLinkProps {
    /// The session's id.
    pub id: AttrValue,
}

/// A button that copies the address of a session, and what came of it, with the address itself: where a page may not copy, it
/// can be selected.
#[component]
pub fn CopyLink(props: &CopyLinkProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.find();
    let copied = use_state(|| None);
    let result = (*copied).as_ref().map(|(address, is_copied): &(String, bool)| {
        let text = if *is_copied { texts.link_copied } else { texts.link_not_copied };
        fill(text, &[("address", address)])
    });
    let onclick = {
        let (id, copied) = (props.id.to_string(), copied.setter());
        move |_| {
            let link = Address { session: Some(id.clone()), ..Address::default() };
            let address = address_with(&link.write(&fragment(), &event.agenda().id));
            let copied = copied.clone();
            spawn_local(async move {
                let is_copied = copy(&address).await;
                copied.set(Some((address, is_copied)));
            });
        }
    };
    html! {
        <li class="copy">
            <button type="button" class="plain" {onclick}>{texts.copy_link}</button>
            <p role="status">{result}</p>
        </li>
    }
}
