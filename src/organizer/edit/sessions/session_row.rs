//! A session's row: every cell is a field.

use crate::edit::fields::{ClockInput, Select};
use crate::edit::sessions::grid_keys::Cell;
use crate::edit::sessions::rows::SessionCells;
use crate::edit::sessions::track_mark::{TrackName, mark, track_options};
use crate::frame::{Icon, Mark, use_lang};
use crate::workspace::{Action, Workspace};
use huso_agenda::chrono::NaiveDate;
use huso_edit::{Change, own_language, session_place, set_end, set_start, with_text};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use web_sys::{DragEvent, HtmlTextAreaElement, InputEvent};
use yew::{AttrValue, Html, Properties, TargetCast as _, UseReducerDispatcher, classes, component, html};

/// Properties of [`SessionRow`].
#[derive(Properties, PartialEq)]
pub struct SessionRowProps {
    /// What stands in it.
    pub cells: SessionCells,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// Whether its session is in the form.
    pub is_chosen: bool,
    /// The cell at which Tab stops, if it is here.
    pub active: Option<usize>,
    /// The event's tracks.
    pub tracks: Rc<[TrackName]>,
    /// Changes the event file.
    pub workspace: UseReducerDispatcher<Workspace>,
}

/// A session's row. It depends on its own session only: of many rows, one is drawn again when somebody types.
#[component]
pub fn SessionRow(props: &SessionRowProps) -> Html {
    let SessionRowProps { cells, day, is_chosen, active, tracks, workspace } = props;
    let texts = use_lang().edit();
    let (index, faults) = (cells.index, cells.faults);
    let cell = |column| AttrValue::from(Cell { row: index.to_string(), column }.name());
    let stop = |column| Some(if *active == Some(column) { "0" } else { "-1" });
    let invalid = |is_wrong: bool| is_wrong.then_some("true");
    let name = |text: &str| AttrValue::from(fill(text, &[("title", &cells.title)]));
    let onstart = {
        let (workspace, day) = (workspace.clone(), day.unwrap_or_default());
        move |typed: String| {
            workspace.dispatch(Action::by(move |document| set_start(document, index, &typed, day)))
        }
    };
    let onend = {
        let workspace = workspace.clone();
        move |typed: String| workspace.dispatch(Action::by(move |document| set_end(document, index, &typed)))
    };
    let ontrack = {
        let workspace = workspace.clone();
        move |id: String| {
            workspace.dispatch(Action::Change(vec![Change::text(session_place(index).key("track"), &id)]))
        }
    };
    let oninput = {
        let (workspace, lang) = (workspace.clone(), cells.title_lang);
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value().replace('\n', " ");
            let place = session_place(index).key("title");
            workspace.dispatch(Action::typed_by(place.clone(), move |document| {
                let written = document.get(&place).cloned().unwrap_or_default();
                vec![Change::Set(place.clone(), with_text(&written, lang, own_language(document), &typed))]
            }));
        }
    };
    let ondragstart = move |event: DragEvent| {
        if let Some(transfer) = event.data_transfer() {
            // A text can always be carried.
            let _ = transfer.set_data("text/plain", &index.to_string());
        }
    };
    html! {
        <tr class={classes!("session", is_chosen.then_some("chosen"))} aria-selected={is_chosen.to_string()}>
            <td class="handle" draggable="true" {ondragstart}><Icon name="handle" /></td>
            <td class={classes!("time", faults.start.then_some("wrong"))}>
                <ClockInput cell={cell(0)} name={name(texts.start_of)} value={cells.start.clone()} onclock={onstart} invalid={invalid(faults.start)} tabindex={stop(0)} />
            </td>
            <td class={classes!("time", faults.end.then_some("wrong"))}>
                <ClockInput cell={cell(1)} name={name(texts.end_of)} value={cells.end.clone()} onclock={onend} invalid={invalid(faults.end)} tabindex={stop(1)} />
            </td>
            <td class={classes!("title", faults.title.then_some("wrong"))}>
                <textarea rows="1" data-cell={cell(2)} aria-label={texts.title} lang={cells.title_lang.tag()} value={cells.title.clone()} {oninput}
                    placeholder={texts.untitled} aria-invalid={invalid(faults.title)} tabindex={stop(2)} />
            </td>
            <td class={classes!("track", faults.track.then_some("wrong"))}>
                {mark(tracks, &cells.track)}
                <Select cell={cell(3)} name={name(texts.track_of)} value={cells.track.clone()} options={track_options(tracks, texts.for_all)}
                    onchange={ontrack} invalid={invalid(faults.track)} tabindex={stop(3)} />
            </td>
            <td class="worst">if let Some(tone) = faults.worst { <Mark {tone} /> }</td>
        </tr>
    }
}
