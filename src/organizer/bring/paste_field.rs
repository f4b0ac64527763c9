//! A field to paste into, where pages may not read the clipboard.

use crate::bring::piece::Piece;
use crate::frame::use_lang;
use huso_i18n::Texts as _;
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Event, HtmlTextAreaElement};
use yew::{Callback, Html, Properties, SubmitEvent, component, html, use_effect_with, use_node_ref};

/// Properties of [`PasteField`].
#[derive(Properties, PartialEq)]
pub struct PasteFieldProps {
    /// Reads what was pasted or written.
    pub read: Callback<Vec<Piece>>,
}

/// A field to paste or write into.
#[component]
pub fn PasteField(props: &PasteFieldProps) -> Html {
    let texts = use_lang().bring();
    let field = use_node_ref();
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                // It has just been asked for; focusing can't fail.
                let _ = field.focus();
            }
        }
    });
    let names = [texts.pasted_text, texts.pasted_table];
    let onpaste = {
        let read = props.read.clone();
        move |event: Event| {
            let transfer = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let pieces = transfer.map(|transfer| Piece::of_transfer(&transfer, names)).unwrap_or_default();
            if !pieces.is_empty() {
                event.prevent_default();
                read.emit(pieces);
            }
        }
    };
    let onsubmit = {
        let (read, field) = (props.read.clone(), field.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            read.emit(Piece::of_clipboard("", &text, names).into_iter().collect());
        }
    };
    html! {
        <form class="paste-field" {onsubmit}>
            <label for="paste">{texts.paste_here}</label>
            <textarea id="paste" rows="4" spellcheck="false" ref={field} {onpaste} />
            <button type="submit">{texts.read_text}</button>
        </form>
    }
}
