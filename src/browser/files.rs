//! Files for the visitor.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement};

/// An address under which the page can offer `text` for download; `None` where pages may not.
pub fn object_url(text: &str, mime: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob =
        Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

/// The same of bytes.
pub fn object_url_of_bytes(bytes: &[u8], mime: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

/// Frees what [`object_url`] made.
pub fn free_object_url(url: &str) {
    // Nothing can be done about a URL that is gone already.
    let _ = web_sys::Url::revoke_object_url(url);
}

/// Offers `text` to the visitor as a file.
pub fn download(name: &str, text: &str, mime: &str) {
    if let Some(url) = object_url(text, mime) {
        save(name, url);
    }
}

/// Offers bytes to the visitor as a file.
pub fn download_bytes(name: &str, bytes: &[u8], mime: &str) {
    if let Some(url) = object_url_of_bytes(bytes, mime) {
        save(name, url);
    }
}

fn save(name: &str, url: String) {
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document.and_then(|document| document.create_element("a").ok());
    if let Some(anchor) = anchor.map(JsCast::unchecked_into::<HtmlElement>) {
        // Attributes with plain names can't be refused.
        let _ = anchor.set_attribute("href", &url);
        let _ = anchor.set_attribute("download", name);
        anchor.click();
    }
    // The browser may read it only after the visitor has said where to put it.
    Timeout::new(60_000, move || free_object_url(&url)).forget();
}
