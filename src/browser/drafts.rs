//! What the tab keeps until a form is sent (docs/embedding.md). Storage may be forbidden, as in sandboxed
//! frames; then the page goes without.

use huso_registration::draft::Draft;
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

fn key(event: &str) -> String {
    "huso.draft.".to_owned() + event
}

/// The draft of an event's form, if there is one that is good.
pub fn kept_draft(event: &str) -> Option<Draft> {
    Draft::from_json(&get_item(&key(event)).ok()??, super::now())
}

/// Keeps a draft. Whether that worked.
pub fn keep_draft(event: &str, draft: &Draft) -> bool {
    serde_json::to_string(draft).is_ok_and(|text| set_item(&key(event), &text).is_ok())
}

/// Forgets the draft of an event's form.
pub fn forget_draft(event: &str) {
    // What can't be reached wasn't kept.
    let _ = remove_item(&key(event));
}
