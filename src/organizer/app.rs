//! The whole page.

use crate::fault_list::FaultList;
use crate::open_panel::OpenPanel;
use crate::opened::{Attempt, Opened};
use crate::preview_strip::PreviewStrip;
use crate::snippet::Snippet;
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{Html, component, html, use_effect_with, use_memo, use_state};

/// The whole page.
#[component]
pub fn App() -> Html {
    let lang = *use_memo((), |()| page_language());
    use_effect_with(lang, |lang| label_page(*lang));
    let opened = use_state(|| None::<Rc<Opened>>);
    let failure = use_state(|| None::<String>);
    let on_attempt = {
        let (opened, failure) = (opened.setter(), failure.setter());
        move |attempt| match attempt {
            Attempt::Opened(file) => {
                opened.set(Some(file));
                failure.set(None);
            }
            // What was open stays open.
            Attempt::Failed(reason) => failure.set(Some(reason)),
        }
    };
    let texts = lang.organizer();
    html! {
        <>
            <header>
                <p class="brand">{"Huso"}</p>
                <h1>{texts.title}</h1>
                <p class="intro">{texts.intro}</p>
            </header>
            <main>
                <OpenPanel {lang} {on_attempt} />
                <p class="failure" role="alert">{(*failure).clone()}</p>
                if let Some(file) = (*opened).clone() {
                    <FaultList {lang} file={file.clone()} />
                    if let Some(event) = file.event.clone() {
                        <PreviewStrip {lang} file={file.clone()} />
                        <Snippet {lang} name={file.name.clone()} {event} />
                    }
                } else {
                    <p class="nothing">{texts.nothing}</p>
                }
            </main>
        </>
    }
}

/// The browser's language, if it is one of ours.
fn page_language() -> Lang {
    let wanted = web_sys::window().and_then(|window| window.navigator().language());
    wanted.as_deref().and_then(Lang::from_tag).unwrap_or_default()
}

fn label_page(lang: Lang) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(&format!("Huso: {}", lang.organizer().title));
    if let Some(page) = document.document_element() {
        // An attribute's name that is this plain can't be refused.
        let _ = page.set_attribute("lang", lang.tag());
    }
}
