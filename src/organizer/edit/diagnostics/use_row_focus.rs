//! The focus in the list: F8 goes on, Shift F8 goes back, and after a mend it stays with the next.

use crate::workspace::Checked;
use gloo_events::{EventListener, EventListenerOptions};
use huso::browser::{focus, go_to};
use wasm_bindgen::JsCast as _;
use web_sys::{Document, KeyboardEvent};
use yew::{Callback, hook, use_callback, use_effect_with, use_mut_ref, use_state};

/// What moves the focus in the list.
#[derive(Clone, PartialEq)]
pub struct RowFocus {
    /// Goes to the next row, or, for `false`, to the previous one.
    pub step: Callback<bool>,
    /// Says that a row was mended: what then stands in its place takes the focus.
    pub mended: Callback<usize>,
    /// Says that a row was left by its link: F8 goes on from there.
    pub left: Callback<usize>,
}

/// The id of what takes the focus in a row, from 0.
pub fn row_id(row: usize) -> String {
    format!("diagnostic-{row}")
}

/// The id of the list's heading, which takes the focus when the last row is gone.
pub const HEADING: &str = "diagnostics-heading";

/// The focus in a list of so many rows. `on_show` is called before the focus goes there.
#[hook]
pub fn use_row_focus(checked: &Checked, rows: usize, on_show: &Callback<()>) -> RowFocus {
    // Where the focus was last, and the row that was mended and isn't checked again yet.
    let last = use_mut_ref(|| None::<usize>);
    let mended = use_mut_ref(|| None::<usize>);
    // Counts the wishes: the same row may be wished for again.
    let wanted = use_state(|| (None::<usize>, 0_u32));
    let step = use_callback((rows, wanted.clone(), on_show.clone()), {
        let last = last.clone();
        move |is_forward: bool, (rows, wanted, on_show)| {
            let from = focused_row().or(*last.borrow());
            if let Some(row) = next(from, *rows, is_forward) {
                *last.borrow_mut() = Some(row);
                on_show.emit(());
                wanted.set((Some(row), wanted.1 + 1));
            }
        }
    });
    // Once the list is drawn, and in sight.
    use_effect_with(*wanted, |(row, _)| {
        let element = row.and_then(|row| document()?.get_element_by_id(&row_id(row)));
        element.iter().for_each(focus);
    });
    use_effect_with((checked.clone(), rows), {
        let mended = mended.clone();
        move |(_, rows)| {
            let Some(row) = mended.borrow_mut().take() else { return };
            let id = rows.checked_sub(1).map_or(HEADING.to_owned(), |last| row_id(row.min(last)));
            let element = document().and_then(|document| document.get_element_by_id(&id));
            element.iter().for_each(if *rows == 0 { go_to } else { focus });
        }
    });
    use_effect_with(step.clone(), |step| {
        let step = step.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == "F8") {
                    event.prevent_default();
                    step.emit(!key.shift_key());
                }
            })
        });
        move || drop(listener)
    });
    let mended = use_callback((), move |row, ()| *mended.borrow_mut() = Some(row));
    let left = use_callback((), move |row, ()| *last.borrow_mut() = Some(row));
    RowFocus { step, mended, left }
}

/// The row after or before one, in a circle; the first or the last where there is none.
fn next(from: Option<usize>, rows: usize, is_forward: bool) -> Option<usize> {
    let last = rows.checked_sub(1)?;
    Some(match (from, is_forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(row), true) => {
            if row >= last {
                0
            } else {
                row + 1
            }
        }
        (Some(row), false) => row.checked_sub(1).unwrap_or(last).min(last),
    })
}

/// The row in which the focus is.
fn focused_row() -> Option<usize> {
    document()?.active_element()?.closest("[data-row]").ok()??.get_attribute("data-row")?.parse().ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn rows_follow_each_other_in_a_circle() {
        assert_eq!([None, Some(0), Some(2), Some(9)].map(|from| next(from, 3, true)), [0, 1, 0, 0].map(Some));
        assert_eq!(
            [None, Some(0), Some(2), Some(9)].map(|from| next(from, 3, false)),
            [2, 2, 1, 2].map(Some)
        );
        assert_eq!(next(Some(1), 0, true), None);
    }
}
