//! The event's days.

use crate::edit::state::{EditAction, use_edit};
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_agenda::chrono::NaiveDate;
use huso_edit::move_to_day;
use huso_i18n::Texts as _;
use huso_i18n::labels::short_date;
use web_sys::DragEvent;
use yew::{Html, Properties, component, html};

/// Properties of [`DayTabs`].
#[derive(Properties, PartialEq)]
pub struct DayTabsProps {
    /// The days.
    pub days: Vec<NaiveDate>,
    /// The one on the strip.
    pub day: Option<NaiveDate>,
}

/// The event's days: one is on the strip. A session that is dropped on another moves there.
#[component]
pub fn DayTabs(props: &DayTabsProps) -> Html {
    let (lang, workspace, edit) = (use_lang(), use_workspace(), use_edit());
    let tab = |day: NaiveDate| {
        let onclick = {
            let edit = edit.dispatcher();
            move |_| edit.dispatch(EditAction::Day(day))
        };
        let ondrop = {
            let workspace = workspace.dispatcher();
            move |event: DragEvent| {
                event.prevent_default();
                let carried = event.data_transfer().and_then(|transfer| transfer.get_data("text/plain").ok());
                if let Some(index) = carried.and_then(|index| index.parse().ok()) {
                    workspace.dispatch(Action::by(move |document| move_to_day(document, index, day)));
                }
            }
        };
        let ondragover = |event: DragEvent| event.prevent_default();
        html! {
            <button type="button" data-day={day.to_string()} aria-pressed={(props.day == Some(day)).to_string()} {onclick} {ondrop} {ondragover}>
                {short_date(day, lang)}
            </button>
        }
    };
    html! {
        <div class="segments days" role="group" aria-label={lang.edit().days}>{for props.days.iter().copied().map(tab)}</div>
    }
}
