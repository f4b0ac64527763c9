//! The event file.

use crate::frame::use_lang;
use crate::publish::act::Act;
use crate::publish::done::Deed;
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::task::Task;
use huso::browser::download;
use huso_i18n::{Texts as _, fill};
use yew::{Callback, Html, component, html};

/// Saves the event file.
#[component]
pub fn FileRow() -> Html {
    let texts = use_lang().publish();
    let Some(publishing) = use_publishing() else { return Html::default() };
    let name = publishing.file_name(".json");
    let size = format!("{}\u{a0}kB", publishing.checked.text.len().div_ceil(1_000));
    let about = fill(texts.file_about, &[("name", &name), ("size", &size)]);
    let onclick = Callback::from(move |()| {
        download(&name, &publishing.checked.text, "application/json");
        publishing.did(Task::EventFile, Deed::Saved);
    });
    let save =
        html! { <Act task={Task::EventFile} label={texts.save} icon="download" is_first=true {onclick} /> };
    html! { <Row task={Task::EventFile} title={texts.file_title} about={html! { {about} }} actions={save} /> }
}
