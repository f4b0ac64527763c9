//! All of it in one file.

use crate::frame::use_lang;
use crate::publish::act::Act;
use crate::publish::done::Deed;
use crate::publish::files::archive;
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::state::State;
use crate::publish::task::Task;
use huso::browser::download_bytes;
use huso_i18n::Texts as _;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html, component, html, use_state};

/// Saves all that is published as one archive.
#[component]
pub fn ArchiveRow() -> Html {
    let lang = use_lang();
    let texts = lang.publish();
    let state = use_state(|| None::<State>);
    let Some(publishing) = use_publishing() else { return Html::default() };
    let onclick = {
        let (publishing, state) = (publishing.clone(), state.setter());
        Callback::from(move |()| {
            let (publishing, state) = (publishing.clone(), state.clone());
            state.set(Some(State::Working));
            spawn_local(async move {
                match archive(&publishing, lang).await {
                    Some(bytes) => {
                        download_bytes(&publishing.file_name(".zip"), &bytes, "application/zip");
                        publishing.did(Task::Archive, Deed::Saved);
                        state.set(None);
                    }
                    None => state.set(Some(State::Failed)),
                }
            });
        })
    };
    let save =
        html! { <Act task={Task::Archive} label={texts.zip_save} icon="download" is_first=true {onclick} /> };
    html! {
        <Row task={Task::Archive} title={texts.zip_title} about={html! { {texts.zip_about} }} state={(*state).clone()} actions={save} />
    }
}
