//! The table as one stop of Tab, with arrows inside.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

/// A cell of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its row: the session's index, or when a gap starts.
    pub row: String,
    /// Which of the row's fields, from 0.
    pub column: usize,
}

/// Rows that Page Up and Page Down go over.
const PAGE: usize = 10;

impl Cell {
    /// As `data-cell` has it.
    pub fn name(&self) -> String {
        format!("{}:{}", self.row, self.column)
    }

    /// The cell that an element is in.
    pub fn of(element: &Element) -> Option<Self> {
        let name = element.closest("[data-cell]").ok()??.get_attribute("data-cell")?;
        let (row, column) = name.rsplit_once(':')?;
        Some(Self { row: row.to_owned(), column: column.parse().ok()? })
    }

    /// The cell that a key leads to from here. `rows` are the rows in their order, each with how many fields it has.
    pub fn after_key(&self, event: &KeyboardEvent, rows: &[(String, usize)]) -> Option<Self> {
        if event.is_composing() || event.alt_key() || event.meta_key() {
            return None;
        }
        let last = rows.len().saturating_sub(1);
        let at = rows.iter().position(|(row, _)| *row == self.row)?;
        let (caret_at_start, caret_at_end) = caret(event);
        let (row, column) = match event.key().as_str() {
            "ArrowUp" => (at.checked_sub(1)?, self.column),
            "ArrowDown" | "Enter" => ((at + 1).min(last), self.column),
            "PageUp" => (at.saturating_sub(PAGE), self.column),
            "PageDown" => ((at + PAGE).min(last), self.column),
            "Home" if event.ctrl_key() => (0, self.column),
            "End" if event.ctrl_key() => (last, self.column),
            "ArrowLeft" if caret_at_start && !event.shift_key() => (at, self.column.checked_sub(1)?),
            "ArrowRight" if caret_at_end && !event.shift_key() => (at, self.column + 1),
            _ => return None,
        };
        let (row, fields) = rows.get(row)?;
        Some(Self { row: row.clone(), column: column.min(fields.saturating_sub(1)) })
    }
}

/// Whether the caret stands before all of the field's text, and whether behind it. A field without a caret is both.
fn caret(event: &KeyboardEvent) -> (bool, bool) {
    let target = event.target();
    let text = target.as_ref().and_then(|target| {
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            return Some((input.selection_start().ok()??, input.selection_end().ok()??, input.value()));
        }
        let area = target.dyn_ref::<HtmlTextAreaElement>()?;
        Some((area.selection_start().ok()??, area.selection_end().ok()??, area.value()))
    });
    let Some((start, end, text)) = text else { return (true, true) };
    let length = text.encode_utf16().count();
    // A field that is selected as a whole was just arrived at.
    let is_whole = start == 0 && end as usize == length;
    (is_whole || end == 0, is_whole || start as usize == length)
}
