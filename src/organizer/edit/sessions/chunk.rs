//! Some rows of the table, drawn while they are in sight.

use crate::edit::sessions::gap_row::{GapRow, row_name};
use crate::edit::sessions::grid_keys::Cell;
use crate::edit::sessions::rows::{Chunk, TableRow};
use crate::edit::sessions::session_row::SessionRow;
use crate::edit::sessions::track_mark::TrackName;
use crate::edit::words::day_heading;
use crate::frame::{use_in_sight, use_lang};
use crate::workspace::Workspace;
use huso_agenda::chrono::NaiveDate;
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, UseReducerDispatcher, component, html, use_node_ref};

/// How high a row is before it was drawn, in px.
const ROW: u32 = 37;
/// How high a day's heading is.
const HEADING: u32 = 44;

/// Properties of [`ChunkBody`].
#[derive(Properties, PartialEq)]
pub struct ChunkBodyProps {
    /// The rows.
    pub chunk: Chunk,
    /// Their day.
    pub day: Option<NaiveDate>,
    /// Whose hour their times are.
    pub hour_of: AttrValue,
    /// Whether they are drawn wherever the window is.
    pub is_kept: bool,
    /// The session in the form, if it is one of these.
    pub chosen: Option<usize>,
    /// The cell at which Tab stops, if it is one of these.
    pub active: Option<Cell>,
    /// The event's tracks.
    pub tracks: Rc<[TrackName]>,
    /// Changes the event file.
    pub workspace: UseReducerDispatcher<Workspace>,
}

/// Some rows of the table. Out of sight they leave their room only.
#[component]
pub fn ChunkBody(props: &ChunkBodyProps) -> Html {
    let ChunkBodyProps { chunk, day, hour_of, is_kept, chosen, active, tracks, workspace } = props;
    let (lang, body) = (use_lang(), use_node_ref());
    let (is_in_sight, height) = use_in_sight(&body);
    if !(is_in_sight || *is_kept || chosen.is_some() || active.is_some()) {
        let height = if height > 0 { height } else { room(chunk) };
        return html! { <tbody ref={body}><tr aria-hidden="true"><td colspan="6" height={height.to_string()} /></tr></tbody> };
    }
    let column = |row: &str| active.as_ref().filter(|cell| cell.row == row).map(|cell| cell.column);
    html! {
        <tbody ref={body}>
            if let Some(date) = chunk.heading {
                <tr class="day" data-day={date.map(|date| date.to_string())}>
                    <th colspan="6" scope="rowgroup"><span>{day_heading(date, lang)}</span><span class="faint">{hour_of}</span></th>
                </tr>
            }
            for row in chunk.rows.iter() {
                {match row {
                    TableRow::Session(cells) => html! {
                        <SessionRow key={cells.key.clone()} cells={cells.clone()} day={*day} is_chosen={*chosen == Some(cells.index)}
                            active={column(&cells.index.to_string())} tracks={tracks.clone()} workspace={workspace.clone()} />
                    },
                    TableRow::Gap(gap) => html! {
                        <GapRow key={row_name(gap)} gap={gap.clone()} is_active={column(&row_name(gap)).is_some()} workspace={workspace.clone()} />
                    },
                }}
            }
        </tbody>
    }
}

fn room(chunk: &Chunk) -> u32 {
    let rows = u32::try_from(chunk.rows.len()).unwrap_or_default();
    rows * ROW + if chunk.heading.is_some() { HEADING } else { 0 }
}
