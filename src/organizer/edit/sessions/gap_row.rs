//! Time without a session, with an offer.

use crate::edit::sessions::grid_keys::Cell;
use crate::frame::use_lang;
use crate::workspace::{Action, Workspace};
use huso_edit::Gap;
use huso_i18n::labels::length;
use huso_i18n::{Texts as _, fill};
use yew::{Html, Properties, UseReducerDispatcher, component, html};

/// Properties of [`GapRow`].
#[derive(Properties, PartialEq)]
pub struct GapRowProps {
    /// The time.
    pub gap: Gap,
    /// Whether Tab stops at it.
    pub is_active: bool,
    /// Changes the event file.
    pub workspace: UseReducerDispatcher<Workspace>,
}

/// Time without a session, with the offer of a break.
#[component]
pub fn GapRow(GapRowProps { gap, is_active, workspace }: &GapRowProps) -> Html {
    let texts = use_lang().edit();
    let onclick = {
        let (gap, workspace) = (gap.clone(), workspace.clone());
        move |_| {
            let gap = gap.clone();
            workspace.dispatch(Action::by(move |document| vec![gap.pause(document, texts.pause)]));
        }
    };
    let clock = |time: huso_agenda::chrono::NaiveDateTime| time.format("%H:%M").to_string();
    html! {
        <tr class="gap">
            <td class="handle" />
            <td class="time">{clock(gap.start)}</td>
            <td class="time">{clock(gap.end)}</td>
            <td colspan="3">
                {fill(texts.idle, &[("length", &length(gap.minutes()))])}{" "}
                <button type="button" class="plain" data-cell={Cell { row: row_name(gap), column: 0 }.name()} tabindex={if *is_active { "0" } else { "-1" }} {onclick}>
                    {texts.add_pause}
                </button>
            </td>
        </tr>
    }
}

/// What its row is called among the table's cells.
pub fn row_name(gap: &Gap) -> String {
    format!("gap-{}", gap.start)
}
