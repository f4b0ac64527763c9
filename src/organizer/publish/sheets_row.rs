//! Sheets to print.

use crate::frame::use_lang;
use crate::publish::act::Act;
use crate::publish::done::Deed;
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::task::Task;
use huso::browser::print_page;
use huso_agenda::timetable::Column;
use huso_i18n::Texts as _;
use huso_publish::sheet::{countries, sheet};
use yew::{Callback, Html, component, html};

/// Prints a sheet for each country.
#[component]
pub fn SheetsRow() -> Html {
    let lang = use_lang();
    let texts = lang.publish();
    let Some(publishing) = use_publishing() else { return Html::default() };
    let button = |country: Column| {
        let (publishing, label) = (publishing.clone(), country.label.clone());
        let onclick = Callback::from(move |()| {
            print_page(&sheet(publishing.agenda(), &country, lang));
            publishing.did(Task::Sheets, Deed::Opened);
        });
        html! { <Act task={Task::Sheets} {label} {onclick} /> }
    };
    let actions = html! { {for countries(publishing.agenda(), lang).into_iter().map(button)} };
    html! { <Row task={Task::Sheets} title={texts.sheets_title} about={html! { {texts.sheets_about} }} {actions} /> }
}
