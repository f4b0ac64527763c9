//! The clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard. `false` where pages may not, as without https.
pub async fn copy(text: &str) -> bool {
    match write(text) {
        Ok(written) => JsFuture::from(written).await.is_ok(),
        Err(_) => false,
    }
}

/// Not by web-sys, which trusts that there is a clipboard and that it is the browser's own.
fn write(text: &str) -> Result<Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let write_text: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    Ok(Promise::resolve(&write_text.call1(&clipboard, &text.into())?))
}
