//! What stops steps of publishing, and the way to it.

use crate::frame::{Block, Step, Tone, open_step, use_lang};
use crate::publish::announcement_card::field_id;
use crate::publish::publishing::{Publishing, use_publishing};
use crate::workspace::{Action, use_workspace};
use huso_agenda::Severity;
use huso_edit::Place;
use huso_i18n::language_names::language_name;
use huso_i18n::{Texts as _, fill};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::{Callback, Html, MouseEvent, component, html};

/// What stops steps of publishing: how many errors, the first of them, the way to it, and which steps.
#[component]
pub fn Stops() -> Html {
    let lang = use_lang();
    let (texts, workspace, publishing) = (lang.publish(), use_workspace(), use_publishing());
    let Some(publishing) = publishing else { return Html::default() };
    let stopped: Vec<String> = publishing.stops().into_iter().map(|task| task.number().to_string()).collect();
    let faults = publishing.checked.count(Severity::Error);
    let wrong = publishing.announcements.iter().find_map(|one| Some((one.lang.tag(), one.errors().next()?)));
    let first = publishing.checked.faults.iter().find(|fault| fault.severity() == Severity::Error);
    let (message, onclick) = match (first, wrong) {
        (Some(fault), _) => {
            let place = Place::parse(&fault.path);
            let go = Callback::from(move |_: MouseEvent| {
                workspace.dispatch(Action::GoTo(place.clone()));
                open_step(Step::Edit);
            });
            (fault.message(lang), go)
        }
        (None, Some((tag, finding))) => {
            let (language, message) = (language_name(tag, lang), finding.message(lang));
            let message =
                fill(texts.announcement_in, &[("language", &language.to_lowercase()), ("message", &message)]);
            (message, Callback::from(move |_: MouseEvent| focus(&field_id(tag))))
        }
        (None, None) => return Html::default(),
    };
    let errors = if faults > 0 { faults } else { wrong_times(&publishing) };
    let title = if errors == 1 { texts.stops_one } else { texts.stops_other };
    let title = fill(title, &[("n", &errors.to_string()), ("m", &stopped.len().to_string())]);
    html! {
        <Block tone={Tone::Error} {title}>
            <p class="sentence">{message}</p>
            <div class="buttons">
                <button type="button" {onclick}>{texts.go_to_error}</button>
                <p class="faint">{fill(texts.stops_steps, &[("steps", &stopped.join(", "))])}</p>
            </div>
        </Block>
    }
}

fn wrong_times(publishing: &Publishing) -> usize {
    publishing.announcements.iter().map(|one| one.errors().count()).sum()
}

fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // What can't take the focus keeps its place.
        let _ = field.focus();
    }
}
