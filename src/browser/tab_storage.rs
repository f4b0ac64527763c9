//! The tab's storage. It may be forbidden, as in sandboxed frames; then the page goes without.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = sessionStorage, js_name = getItem)]
    fn get_item(key: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(catch, js_namespace = sessionStorage, js_name = setItem)]
    fn set_item(key: &str, value: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = sessionStorage, js_name = removeItem)]
    fn remove_item(key: &str) -> Result<(), JsValue>;
}

/// What is kept under a key.
pub fn kept(key: &str) -> Option<String> {
    get_item(key).ok()?
}

/// Keeps a text. Whether that worked.
pub fn keep(key: &str, text: &str) -> bool {
    set_item(key, text).is_ok()
}

/// Forgets what is kept under a key.
pub fn forget(key: &str) {
    // What can't be reached wasn't kept.
    let _ = remove_item(key);
}
