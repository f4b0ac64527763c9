//! The address of the agenda as a calendar, for programs that are given one.

use crate::browser;
use crate::context::use_locale;
use huso_i18n::{Texts as _, fill};
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Html, Properties, component, html, use_state};

/// Properties of [`CopyAddress`].
#[derive(Properties, PartialEq)]
pub struct CopyAddressProps {
    /// The address.
    pub address: AttrValue,
}

/// A button that copies the address, and what came of it, with the address itself: where a page may not
/// copy, it can be selected.
#[component]
pub fn CopyAddress(props: &CopyAddressProps) -> Html {
    let texts = use_locale().lang.widget();
    let is_copied = use_state(|| None);
    let result = match *is_copied {
        Some(true) => texts.address_copied,
        Some(false) => texts.address_not_copied,
        None => "",
    };
    let copy = {
        let (address, is_copied) = (props.address.clone(), is_copied.setter());
        move |_| {
            let (address, is_copied) = (address.clone(), is_copied.clone());
            spawn_local(async move { is_copied.set(Some(browser::copy(&address).await)) });
        }
    };
    html! {
        <li class="copy">
            <button type="button" class="plain" onclick={copy}>{texts.copy_address}</button>
            <p role="status">{fill(result, &[("address", &props.address)])}</p>
        </li>
    }
}
