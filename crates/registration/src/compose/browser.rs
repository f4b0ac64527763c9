//! Composed letters in a browser, by its own tables: those that the server brings are a third more of what
//! each visitor downloads first. What both compose is the same (UAX #15, "Stability of Normalized Forms");
//! letters that an old browser doesn't know yet, the server composes.

use js_sys::JsString;

/// A text in Normalization Form C.
pub(crate) fn compose(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}
