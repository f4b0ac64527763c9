//! Which cell of the table has the focus, or gets it back.

use crate::edit::sessions::grid_keys::Cell;
use huso::browser::focus;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, hook, use_effect_with, use_mut_ref, use_state_eq};

/// The cell at which Tab stops, and what moves the focus among the cells.
pub struct TableFocus {
    /// The cell at which Tab stops.
    pub active: Option<Cell>,
    /// The focus has come to a cell.
    pub arrive: Callback<Cell>,
    /// Moves the focus to a cell.
    pub go: Callback<Cell>,
}

/// The cell at which Tab stops. A row that moves with its time takes the focus along.
#[hook]
pub fn use_table_focus(rows: Rc<Vec<(String, usize)>>) -> TableFocus {
    let active = use_state_eq(|| None::<Cell>);
    let wanted = use_state_eq(|| None::<Cell>);
    let had = use_mut_ref(|| false);
    use_effect_with((*wanted).clone(), {
        let wanted = wanted.setter();
        move |cell| {
            if let Some(cell) = cell {
                focus_cell(cell);
                wanted.set(None);
            }
        }
    });
    use_effect_with(rows.clone(), {
        let (active, had) = (active.clone(), had.clone());
        move |_| {
            if let Some(cell) = active.as_ref().filter(|_| *had.borrow() && is_nothing_focused()) {
                focus_cell(cell);
            }
        }
    });
    let arrive = {
        let active = active.setter();
        Callback::from(move |cell: Cell| {
            *had.borrow_mut() = true;
            active.set(Some(cell));
        })
    };
    let go = {
        let (active, wanted) = (active.setter(), wanted.setter());
        Callback::from(move |cell: Cell| {
            active.set(Some(cell.clone()));
            // The next key may come before anything is drawn; what isn't drawn yet waits for it.
            if !focus_cell(&cell) {
                wanted.set(Some(cell));
            }
        })
    };
    let is_there = |cell: &Cell| rows.iter().any(|(row, _)| *row == cell.row);
    TableFocus { active: (*active).clone().filter(is_there), arrive, go }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn is_nothing_focused() -> bool {
    document()
        .and_then(|document| document.active_element())
        .is_none_or(|element| element.tag_name() == "BODY")
}

/// Focuses a cell's field, and selects what stands in it: typing replaces it. Whether it is drawn.
fn focus_cell(cell: &Cell) -> bool {
    let selector = format!("[data-cell=\"{}\"]", cell.name());
    let field = document().and_then(|document| document.query_selector(&selector).ok().flatten());
    let Some(field) = field else { return false };
    focus(&field);
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.select();
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    }
    true
}
