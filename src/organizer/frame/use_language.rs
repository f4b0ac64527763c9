//! The page's language, which can be chosen.

use huso::browser::{remember, remembered};
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use yew::{Callback, hook, use_effect_with, use_state};

/// Where the browser keeps what was chosen.
const KEY: &str = "huso-page:language";

/// The language that was chosen, or the browser's if it is one of ours; and what chooses another.
#[hook]
pub fn use_language() -> (Lang, Callback<Lang>) {
    let lang = use_state(|| chosen().unwrap_or_else(browsers));
    use_effect_with(*lang, |lang| label_page(*lang));
    let choose = {
        let lang = lang.setter();
        Callback::from(move |chosen: Lang| {
            // Where nothing can be kept, it lasts as long as the page.
            remember(KEY, Some(chosen.tag()));
            lang.set(chosen);
        })
    };
    (*lang, choose)
}

fn chosen() -> Option<Lang> {
    remembered(KEY).as_deref().and_then(Lang::from_tag)
}

fn browsers() -> Lang {
    let wanted = web_sys::window().and_then(|window| window.navigator().language());
    wanted.as_deref().and_then(Lang::from_tag).unwrap_or_default()
}

fn label_page(lang: Lang) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(&format!("Huso: {}", lang.frame().for_organizers));
    if let Some(page) = document.document_element() {
        // An attribute's name that is this plain can't be refused.
        let _ = page.set_attribute("lang", lang.tag());
    }
}
