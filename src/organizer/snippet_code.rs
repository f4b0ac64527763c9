//! Code, and a button that copies it.

use huso_agenda::Lang;
use huso_i18n::Texts as _;
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Html, Properties, component, html, use_callback, use_state};

/// Properties of [`SnippetCode`].
#[derive(Properties, PartialEq)]
pub struct SnippetCodeProps {
    /// The page's language.
    pub lang: Lang,
    /// The code.
    pub code: AttrValue,
}

/// Code, and a button that copies it.
#[component]
pub fn SnippetCode(SnippetCodeProps { lang, code }: &SnippetCodeProps) -> Html {
    let texts = lang.organizer();
    let status = use_state(|| "");
    let copy = use_callback((code.clone(), status.setter()), move |_, (code, status)| {
        let (code, status) = (code.clone(), status.clone());
        spawn_local(async move {
            let is_written = huso::browser::copy(&code).await;
            status.set(if is_written { texts.copied } else { texts.copy_failed });
        });
    });
    html! {
        <>
            <pre tabindex="0"><code>{code}</code></pre>
            <p class="row"><button type="button" onclick={copy}>{texts.copy}</button><span role="status">{*status}</span></p>
        </>
    }
}
