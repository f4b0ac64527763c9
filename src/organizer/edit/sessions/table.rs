//! All sessions by day.

use crate::edit::sessions::chunk::ChunkBody;
use crate::edit::sessions::gap_row::row_name;
use crate::edit::sessions::grid_keys::Cell;
use crate::edit::sessions::rows::{Chunk, TableRow};
use crate::edit::sessions::track_mark::TrackName;
use crate::edit::sessions::use_table_focus::use_table_focus;
use crate::edit::state::{Chosen, EditAction, use_edit};
use crate::frame::use_lang;
use crate::workspace::use_workspace;
use huso_i18n::Texts as _;
use std::rc::Rc;
use web_sys::{Element, FocusEvent, KeyboardEvent};
use yew::{AttrValue, Html, Properties, TargetCast as _, component, html};

/// Properties of [`SessionTable`].
#[derive(Properties, PartialEq)]
pub struct SessionTableProps {
    /// The rows.
    pub chunks: Vec<Chunk>,
    /// The session in the form.
    pub chosen: Option<usize>,
    /// The event's tracks.
    pub tracks: Rc<[TrackName]>,
    /// Whose hour the times are.
    pub hour_of: AttrValue,
}

/// Sessions by day, by time. Each cell is a field; Tab stops at one of them, and arrows lead to the others.
#[component]
pub fn SessionTable(props: &SessionTableProps) -> Html {
    let (texts, workspace, edit) = (use_lang().edit(), use_workspace(), use_edit());
    let rows: Rc<Vec<(String, usize)>> =
        Rc::new(props.chunks.iter().flat_map(|chunk| chunk.rows.iter().map(name)).collect());
    let focus = use_table_focus(rows.clone());
    let onfocusin = {
        let (arrive, edit, document) =
            (focus.arrive.clone(), edit.dispatcher(), workspace.document().clone());
        move |event: FocusEvent| {
            let cell = event.target_dyn_into::<Element>().and_then(|element| Cell::of(&element));
            if let Some(cell) = cell {
                if let Ok(index) = cell.row.parse() {
                    edit.dispatch(EditAction::Choose(Chosen::of(&document, index)));
                }
                arrive.emit(cell);
            }
        }
    };
    let onkeydown = {
        let (go, rows) = (focus.go.clone(), rows.clone());
        move |event: KeyboardEvent| {
            let cell = event.target_dyn_into::<Element>().and_then(|element| Cell::of(&element));
            // Enter presses the button of a gap.
            let is_press =
                event.key() == "Enter" && cell.as_ref().is_some_and(|cell| cell.row.starts_with("gap"));
            if let Some(next) = cell.filter(|_| !is_press).and_then(|cell| cell.after_key(&event, &rows)) {
                event.prevent_default();
                go.emit(next);
            }
        }
    };
    let active = focus.active.or_else(|| rows.first().map(|(row, _)| Cell { row: row.clone(), column: 0 }));
    let has = |chunk: &Chunk, row: &str| chunk.rows.iter().any(|one| name(one).0 == row);
    let mut day = None;
    html! {
        <table class="sessions" role="grid" aria-label={texts.tab_sessions} aria-rowcount={rows.len().to_string()} {onfocusin} {onkeydown}>
            <colgroup><col class="handle" /><col class="time" /><col class="time" /><col /><col class="track" /><col class="worst" /></colgroup>
            for (at, chunk) in props.chunks.iter().enumerate() {
                <ChunkBody key={at} chunk={chunk.clone()} day={{ day = chunk.heading.unwrap_or(day); day }} hour_of={props.hour_of.clone()} is_kept={at == 0}
                    chosen={props.chosen.filter(|index| has(chunk, &index.to_string()))}
                    active={active.clone().filter(|cell| has(chunk, &cell.row))} tracks={props.tracks.clone()} workspace={workspace.dispatcher()} />
            }
        </table>
    }
}

/// What a row is called among the table's cells, and how many fields it has.
fn name(row: &TableRow) -> (String, usize) {
    match row {
        TableRow::Session(cells) => (cells.index.to_string(), 4),
        TableRow::Gap(gap) => (row_name(gap), 1),
    }
}
