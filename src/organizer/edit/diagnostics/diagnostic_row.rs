//! One of what is said of the event file.

use crate::edit::diagnostics::entry::Entry;
use crate::edit::diagnostics::field_place::field_place;
use crate::edit::diagnostics::mend_buttons::MendButtons;
use crate::edit::diagnostics::place_words::place_words;
use crate::edit::diagnostics::use_row_focus::{RowFocus, row_id};
use crate::frame::{Mark, Tone, use_lang};
use crate::workspace::{Action, use_dispatcher};
use yew::{Html, Properties, component, html};

/// Properties of [`DiagnosticRow`].
#[derive(Properties, PartialEq)]
pub struct DiagnosticRowProps {
    /// What is said, and what one click does about it.
    pub entry: Entry,
    /// Which row it is, from 0.
    pub row: usize,
    /// What moves the focus in the list.
    pub focus: RowFocus,
}

/// A mark, a sentence, the way to its place, and what one click does about it.
#[component]
pub fn DiagnosticRow(props: &DiagnosticRowProps) -> Html {
    let (lang, workspace) = (use_lang(), use_dispatcher());
    let DiagnosticRowProps { entry, row, focus } = props;
    let explanation = &entry.explanation;
    let row = *row;
    let tone = Tone::from(explanation.severity());
    let go = {
        let (workspace, left, place) =
            (workspace.clone(), focus.left.clone(), field_place(&explanation.path));
        move |_| {
            left.emit(row);
            workspace.dispatch(Action::GoTo(place.clone()));
        }
    };
    let words = place_words(explanation, lang);
    // What has no place takes the focus itself.
    let own_focus = words.is_none().then_some("-1");
    let own_id = words.is_none().then(|| row_id(row));
    html! {
        <li class="diagnostic" data-row={row.to_string()}>
            <Mark {tone} />
            <div class="said">
                <p class="sentence" id={own_id} tabindex={own_focus}>{explanation.sentence(lang)}</p>
                if let Some(words) = words {
                    <p><button type="button" class="plain" id={row_id(row)} onclick={go}>{words}</button></p>
                }
            </div>
            <MendButtons entry={entry.clone()} on_mend={focus.mended.reform(move |()| row)} />
        </li>
    }
}
