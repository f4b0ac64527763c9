//! The ways to open an event file: drop, choose, paste, address.

use crate::opened::{Attempt, Opened};
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::{
    Callback, DragEvent, Event, Html, InputEvent, Properties, SubmitEvent, TargetCast as _, component, html,
    use_node_ref, use_state,
};

/// The file that comes with the page.
const EXAMPLE: &str = "examples/pacific-alliance-2027.json";

/// Properties of [`OpenPanel`].
#[derive(Properties, PartialEq)]
pub struct OpenProps {
    /// The page's language.
    pub lang: Lang,
    /// Told of each file that was opened, or could not be.
    pub on_attempt: Callback<Attempt>,
}

/// The ways to open an event file.
#[component]
pub fn OpenPanel(props: &OpenProps) -> Html {
    let texts = props.lang.organizer();
    let over = use_state(|| false);
    let address = use_node_ref();
    let ondragover = {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.setter();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (props, over) = (Opener::of(props), over.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            let files = event.data_transfer().and_then(|transfer| transfer.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                props.open_file(file);
            }
        })
    };
    let onchange = {
        let props = Opener::of(props);
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                props.open_file(file);
            }
            // The same file, corrected, can be chosen again.
            input.set_value("");
        })
    };
    let oninput = {
        let props = Opener::of(props);
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            if !text.trim().is_empty() {
                props.open_bytes("event.json", text.as_bytes());
            }
        })
    };
    let onsubmit = {
        let (props, address) = (Opener::of(props), address.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let written = address.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if !written.trim().is_empty() {
                props.open_address(written);
            }
        })
    };
    let example = {
        let props = Opener::of(props);
        Callback::from(move |_| props.open_address(EXAMPLE.to_owned()))
    };
    html! {
        <section class="open">
            <div class={if *over { "drop over" } else { "drop" }} {ondragover} {ondragleave} {ondrop}>
                <label for="file">{texts.drop}{" "}<span class="browse">{texts.browse}</span></label>
                <input id="file" type="file" accept=".json,application/json" {onchange} />
            </div>
            <form {onsubmit} novalidate=true>
                <label for="address">{texts.address}</label>
                <div class="row">
                    <input id="address" type="url" inputmode="url" ref={address} placeholder="https://" />
                    <button type="submit">{texts.open}</button>
                    <button type="button" class="quiet" onclick={example}>{texts.example}</button>
                </div>
            </form>
            <div>
                <label for="paste">{texts.paste}</label>
                <textarea id="paste" rows="3" spellcheck="false" {oninput} />
            </div>
        </section>
    }
}

/// What the handlers keep of the properties.
#[derive(Clone)]
struct Opener {
    lang: Lang,
    on_attempt: Callback<Attempt>,
}

impl Opener {
    fn of(props: &OpenProps) -> Self {
        Self { lang: props.lang, on_attempt: props.on_attempt.clone() }
    }

    fn settle(&self, opened: Option<Opened>, or_else: &'static str, with: (&str, &str)) {
        self.on_attempt.emit(match opened {
            Some(file) => Attempt::Opened(Rc::new(file)),
            None => Attempt::Failed(fill(or_else, &[with])),
        });
    }

    fn open_bytes(&self, name: &str, bytes: &[u8]) {
        self.on_attempt.emit(Attempt::Opened(Rc::new(Opened::from_bytes(name, bytes))));
    }

    fn open_file(&self, file: File) {
        let this = self.clone();
        spawn_local(async move {
            let name = file.name();
            match JsFuture::from(file.array_buffer()).await {
                Ok(bytes) => this.open_bytes(&name, &Uint8Array::new(&bytes).to_vec()),
                Err(_) => this.settle(None, this.lang.organizer().reading_failed, ("name", &name)),
            }
        });
    }

    fn open_address(&self, address: String) {
        let this = self.clone();
        spawn_local(async move {
            let opened = Opened::from_address(&address).await;
            this.settle(opened, this.lang.organizer().unreachable, ("address", &address));
        });
    }
}
