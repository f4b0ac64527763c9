//! Dialogs: sheets above the page, or parts of it that open in place.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement};

/// Opens a dialog: in place, or above the page where what it stands in is narrower than `narrow` pixels.
pub fn open_dialog(dialog: &Element, narrow: i32) {
    let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() else { return };
    let width = dialog.parent_element().map_or(0, |parent| parent.client_width());
    // It can't be shown above the page while that is in the middle of something of the kind.
    let is_above = width < narrow && dialog.show_modal().is_ok();
    if !is_above {
        dialog.set_open(true);
    }
}

/// Closes a dialog.
pub fn close_dialog(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
