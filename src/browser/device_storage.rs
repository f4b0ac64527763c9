//! The device's storage, for what the visitor wants remembered. It may be forbidden; then nothing is.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = getItem)]
    fn get_item(key: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = setItem)]
    fn set_item(key: &str, value: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = removeItem)]
    fn remove_item(key: &str) -> Result<(), JsValue>;
}

/// What is remembered under a key.
pub fn remembered(key: &str) -> Option<String> {
    get_item(key).ok()?
}

/// Remembers a text; `None` forgets it. Whether that worked.
pub fn remember(key: &str, text: Option<&str>) -> bool {
    match text {
        Some(text) => set_item(key, text),
        None => remove_item(key),
    }
    .is_ok()
}

/// The keys of all that is remembered, also by the rest of the page.
pub fn device_keys() -> Vec<String> {
    let storage = Reflect::get(&js_sys::global(), &"localStorage".into()).ok();
    let keys = storage.as_ref().and_then(Object::try_from).map(Object::keys);
    keys.iter().flat_map(|keys| keys.iter()).filter_map(|key| key.as_string()).collect()
}
