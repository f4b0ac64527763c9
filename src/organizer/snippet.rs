//! What a webmaster pastes.

use crate::element_code::ElementCode;
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use huso_registration::Event as EventFile;
use js_sys::{Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::{
    AttrValue, Callback, Event, Html, Properties, Suspense, TargetCast as _, component, html, use_state,
};

/// Properties of [`Snippet`].
#[derive(Properties, PartialEq)]
pub struct SnippetProps {
    /// The page's language.
    pub lang: Lang,
    /// The file's name.
    pub name: AttrValue,
    /// What is in the file.
    pub event: Rc<EventFile>,
}

/// What a webmaster pastes: the element alone, or with the agenda in it as HTML.
#[component]
pub fn Snippet(SnippetProps { lang, name, event }: &SnippetProps) -> Html {
    let (lang, texts) = (*lang, lang.organizer());
    let is_prerendered = use_state(|| false);
    let onchange = {
        let is_prerendered = is_prerendered.setter();
        Callback::from(move |event: Event| {
            is_prerendered.set(event.target_unchecked_into::<HtmlInputElement>().checked());
        })
    };
    let writing = html! { <p role="status">{texts.rendering}</p> };
    html! {
        <section class="snippet">
            <h2>{texts.snippet}</h2>
            <p>{texts.snippet_help}</p>
            <label>
                <input type="checkbox" checked={*is_prerendered} {onchange} aria-describedby="prerendered-help" />
                {texts.prerendered}
            </label>
            <p class="hint" id="prerendered-help">{texts.prerendered_help}</p>
            <Suspense fallback={writing}>
                <ElementCode {lang} script={script(*is_prerendered)} {name} {event}
                    is_prerendered={*is_prerendered} />
            </Suspense>
        </section>
    }
}

/// Room for the element until its script is here: one with the agenda in it has its own.
const ROOM: &str = "<style>huso-event:not(:defined) { display: block; min-height: 100vh }</style>\n";

/// The lines by which a page has the program.
fn script(is_prerendered: bool) -> String {
    let preload = preload().unwrap_or_default();
    let room = if is_prerendered { "" } else { ROOM };
    format!("{preload}<script type=\"module\" src=\"huso.js\"></script>\n{room}")
}

/// The line by which a page asks for the program at once, if the element is here to say its build's number.
fn preload() -> Option<String> {
    let elements = web_sys::window()?.custom_elements();
    let class = Reflect::get(&elements, &"get".into()).ok()?.dyn_into::<Function>().ok()?;
    let class = class.call1(&elements, &"huso-event".into()).ok()?;
    let build = Reflect::get(&class, &"build".into()).ok()?.as_string().filter(|build| !build.is_empty())?;
    Some(format!("<link rel=\"preload\" href=\"huso_bg.wasm?{build}\" as=\"fetch\" crossorigin>\n"))
}
