//! The QR code.

use crate::frame::use_lang;
use crate::publish::act::Act;
use crate::publish::done::Deed;
use crate::publish::files::{codes, published_at, type_of};
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::state::State;
use crate::publish::task::Task;
use crate::workspace::{Action, use_object_url_of, use_workspace};
use huso::browser::download_bytes;
use huso_edit::{Change, Place};
use huso_i18n::{Texts as _, fill};
use huso_publish::archive::File;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast as _, component, html};

/// Saves a QR code of the page's address, which is the event's own and stands in its file.
#[component]
pub fn CodeRow() -> Html {
    let (texts, workspace) = (use_lang().publish(), use_workspace());
    let publishing = use_publishing();
    let written = workspace.document().str(&Place::parse("url")).to_owned();
    let url = published_at(&written);
    let files = publishing.as_ref().map(codes).unwrap_or_default();
    let svg = files.first().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    let picture = use_object_url_of(&svg.into(), "image/svg+xml");
    let Some(publishing) = publishing else { return Html::default() };
    let oninput = {
        let workspace = workspace.clone();
        Callback::from(move |event: InputEvent| {
            let url = event.target_unchecked_into::<HtmlInputElement>().value();
            let place = Place::parse("url");
            workspace.dispatch(Action::Type(match url.trim() {
                "" => Change::Remove(place),
                url => Change::Set(place, url.into()),
            }));
        })
    };
    let button = |file: &File| {
        let (publishing, file) = (publishing.clone(), file.clone());
        let label = file.name.rsplit('.').next().map(|ending| format!(".{ending}")).unwrap_or_default();
        let onclick = Callback::from(move |()| {
            download_bytes(&file.name, &file.bytes, type_of(&file.name));
            publishing.did(Task::Code, Deed::Saved);
        });
        html! { <Act task={Task::Code} {label} icon="download" {onclick} /> }
    };
    let is_wrong = !written.is_empty() && url.is_none();
    let state = files.is_empty().then_some(State::NeedsAddress);
    let actions = html! { {for files.iter().map(button)} };
    html! {
        <Row task={Task::Code} title={texts.code_title} about={html! { {texts.code_about} }} {state} {actions}>
            <div class="code">
                <div class="field">
                    <label for="page-address">{texts.code_address}</label>
                    <input type="url" id="page-address" value={written.clone()} placeholder="https://" {oninput}
                        aria-invalid={is_wrong.then_some("true")} aria-describedby="page-address-help" />
                    <p class="hint" id="page-address-help">{if is_wrong { texts.code_wrong } else { texts.code_help }}</p>
                    if url.is_some() && files.is_empty() && publishing.agenda().url.as_deref() == Some(&*written) {
                        <p role="alert">{texts.code_too_long}</p>
                    }
                </div>
                if let (Some(src), Some(url)) = (picture.filter(|_| !files.is_empty()), url) {
                    <img {src} alt={fill(texts.code_alt, &[("url", url)])} width="120" height="120" />
                }
            </div>
        </Row>
    }
}
