//! Calendar, schedules and tables.

use crate::frame::use_lang;
use crate::publish::act::Act;
use crate::publish::done::Deed;
use crate::publish::files::{others, type_of};
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::task::Task;
use huso::browser::download_bytes;
use huso_i18n::{Texts as _, plural};
use huso_publish::schedule;
use yew::{Callback, Html, component, html};

/// What its buttons are called, in the order of [`others`].
const LABELS: [&str; 5] = [".ics", ".xlsx", ".csv", "schedule.json", "schedule.xml"];

/// Saves what other programs read.
#[component]
pub fn OthersRow() -> Html {
    let lang = use_lang();
    let texts = lang.publish();
    let Some(publishing) = use_publishing() else { return Html::default() };
    let left_out = schedule::left_out(publishing.agenda());
    let button = |(index, label): (usize, &'static str)| {
        let publishing = publishing.clone();
        let onclick = Callback::from(move |()| {
            if let Some(file) = others(&publishing, lang).into_iter().nth(index) {
                download_bytes(&file.name, &file.bytes, type_of(&file.name));
                publishing.did(Task::Others, Deed::Saved);
            }
        });
        html! { <Act task={Task::Others} {label} {onclick} /> }
    };
    let actions = html! { {for LABELS.into_iter().enumerate().map(button)} };
    html! {
        <Row task={Task::Others} title={texts.others_title} about={html! { {texts.others_about} }} {actions}>
            if left_out > 0 { <p>{plural(left_out, texts.others_left_one, texts.others_left_other)}</p> }
        </Row>
    }
}
