//! An address in place of a file.

use crate::frame::use_lang;
use huso_i18n::Texts as _;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, Properties, SubmitEvent, component, html, use_node_ref};

/// Properties of [`AddressField`].
#[derive(Properties, PartialEq)]
pub struct AddressFieldProps {
    /// Opens an address.
    pub on_address: Callback<String>,
}

/// An address in place of a file.
#[component]
pub fn AddressField(props: &AddressFieldProps) -> Html {
    let texts = use_lang().bring();
    let field = use_node_ref();
    let onsubmit = {
        let (field, on_address) = (field.clone(), props.on_address.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let written = field.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if !written.trim().is_empty() {
                on_address.emit(written.trim().to_owned());
            }
        }
    };
    html! {
        <form class="address" {onsubmit} novalidate=true>
            <label for="address">{texts.address}</label>
            <input id="address" type="url" inputmode="url" ref={field} placeholder="https://" />
            <button type="submit">{texts.open}</button>
        </form>
    }
}
