//! The link with the whole agenda in it.

use crate::frame::use_lang;
use crate::publish::copy_act::CopyAct;
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::task::Task;
use huso::browser::resolve;
use huso_i18n::{Texts as _, fill};
use huso_publish::share::{LONG, TOO_LONG, fragment};
use std::rc::Rc;
use yew::{Html, component, html, use_memo};

/// The page of the package that opens such links (embed/share.js).
const PAGE: &str = "share.html";

/// Copies the link, and says how long it is.
#[component]
pub fn LinkRow() -> Html {
    let texts = use_lang().publish();
    let publishing = use_publishing();
    let file = publishing.as_ref().map(|publishing| publishing.checked.text.clone()).unwrap_or_default();
    let link = use_memo(file, |file| Some([page(), fragment(file)?].join("#")));
    let Some(link) = link.as_deref() else { return Html::default() };
    let length = link.chars().count();
    let about = if length > TOO_LONG { texts.link_too_long } else { texts.link_about };
    let about = fill(about, &[("n", &length.to_string())]);
    let text = (length <= TOO_LONG).then(|| Rc::from(link));
    let copy = html! { <CopyAct task={Task::Link} {text} /> };
    html! {
        <Row task={Task::Link} title={texts.link_title} about={html! { {about} }} actions={copy}>
            if (LONG..=TOO_LONG).contains(&length) { <p>{texts.link_long}</p> }
            if is_local() { <p>{texts.link_local}</p> }
        </Row>
    }
}

fn page() -> String {
    let location = web_sys::window().map(|window| window.location());
    let here = location.and_then(|location| location.href().ok()).unwrap_or_default();
    resolve(PAGE, here.split('#').next().unwrap_or_default())
}

/// Whether this page is one that others can't open.
fn is_local() -> bool {
    let host = web_sys::window().and_then(|window| window.location().hostname().ok()).unwrap_or_default();
    ["", "localhost", "127.0.0.1", "[::1]"].contains(&&*host)
}
