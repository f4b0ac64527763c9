//! The clipboard.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Puts a text on the clipboard. `false` where pages may not, as without https.
pub async fn copy(text: &str) -> bool {
    match write(text) {
        Ok(written) => JsFuture::from(written).await.is_ok(),
        Err(_) => false,
    }
}

/// What is on the clipboard, as markup and as text, each empty where there is none. `None` where pages may not read it, or
/// the visitor refuses.
pub async fn pasted() -> Option<[String; 2]> {
    let items: Array = JsFuture::from(read().ok()?).await.ok()?.dyn_into().ok()?;
    let mut found = [String::new(), String::new()];
    for item in items.iter() {
        for (kind, text) in ["text/html", "text/plain"].into_iter().zip(&mut found) {
            if let Some(more) = item_text(&item, kind).await {
                text.push_str(&more);
            }
        }
    }
    Some(found)
}

fn read() -> Result<Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let read: Function = Reflect::get(&clipboard, &"read".into())?.dyn_into()?;
    Ok(Promise::resolve(&read.call0(&clipboard)?))
}

/// One of the kinds in which the clipboard has an item.
async fn item_text(item: &JsValue, kind: &str) -> Option<String> {
    let get: Function = Reflect::get(item, &"getType".into()).ok()?.dyn_into().ok()?;
    let blob = JsFuture::from(Promise::resolve(&get.call1(item, &kind.into()).ok()?)).await.ok()?;
    JsFuture::from(blob.dyn_into::<Blob>().ok()?.text()).await.ok()?.as_string()
}

/// Not by web-sys, which trusts that there is a clipboard and that it is the browser's own.
fn write(text: &str) -> Result<Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let write_text: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    Ok(Promise::resolve(&write_text.call1(&clipboard, &text.into())?))
}
