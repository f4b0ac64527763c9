//! What a webmaster pastes.

use crate::opened::Opened;
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use js_sys::{Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html, Properties, component, html, use_state};

/// Properties of [`Snippet`].
#[derive(Properties, PartialEq)]
pub struct SnippetProps {
    /// The page's language.
    pub lang: Lang,
    /// The file.
    pub file: Rc<Opened>,
}

/// What a webmaster pastes, and a button that copies it.
#[component]
pub fn Snippet(props: &SnippetProps) -> Html {
    let texts = props.lang.organizer();
    let name = props.file.name.replace('&', "&amp;").replace('"', "&quot;");
    let code = format!(
        "{}<script type=\"module\" src=\"huso.js\"></script>\n<huso-event src=\"{name}\"></huso-event>\n",
        preload().unwrap_or_default()
    );
    let status = use_state(|| "");
    let copy = {
        let (status, code) = (status.setter(), code.clone());
        Callback::from(move |_| {
            let (status, code) = (status.clone(), code.clone());
            spawn_local(async move {
                let written = huso::browser::copy(&code).await;
                status.set(if written { texts.copied } else { texts.copy_failed });
            });
        })
    };
    html! {
        <section class="snippet">
            <h2>{texts.snippet}</h2>
            <p>{texts.snippet_help}</p>
            <pre tabindex="0"><code>{code}</code></pre>
            <p class="row"><button type="button" onclick={copy}>{texts.copy}</button><span role="status">{*status}</span></p>
        </section>
    }
}

/// The line by which a page asks for the program at once, if the element is here to say its build's number.
fn preload() -> Option<String> {
    let elements = web_sys::window()?.custom_elements();
    let class = Reflect::get(&elements, &"get".into()).ok()?.dyn_into::<Function>().ok()?;
    let class = class.call1(&elements, &"huso-event".into()).ok()?;
    let build = Reflect::get(&class, &"build".into()).ok()?.as_string().filter(|build| !build.is_empty())?;
    Some(format!("<link rel=\"preload\" href=\"huso_bg.wasm?{build}\" as=\"fetch\" crossorigin>\n"))
}
