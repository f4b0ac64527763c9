//! The only use of the browser's clock, time zone, random numbers, storage and files.

mod kept;
mod viewer;

pub use kept::{forget_draft, keep_draft, kept_draft};
pub use viewer::{Viewer, choosable_zones, clocks_of, remember_zone, remembered_zone};

use gloo_timers::callback::Timeout;
use huso_agenda::Instant;
use huso_agenda::chrono::DateTime;
use huso_registration::country;
use js_sys::{Array, Date, Function, JsString, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, HtmlElement};

/// Now, by the visitor's clock.
pub fn now() -> Instant {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 290 million years")]
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}

/// Milliseconds since the page began; runs on evenly whatever is done to the clock.
pub fn performance_now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Codes and names of all countries, in the order of their names in a language. A browser that doesn't
/// know the names shows the codes.
pub fn countries(lang: &str) -> Vec<(String, String)> {
    let name = country_names(lang);
    let mut all: Vec<_> = country::codes()
        .map(|code| (code.to_owned(), name(code).unwrap_or_else(|| code.to_owned())))
        .collect();
    let by_name = |one: &(String, String), other: &(String, String)| {
        JsString::from(one.1.as_str())
            .locale_compare(&other.1, &Array::of1(&lang.into()), &Object::new())
            .cmp(&0)
    };
    all.sort_by(by_name);
    all
}

/// `Intl.DisplayNames` of regions.
fn country_names(lang: &str) -> impl Fn(&str) -> Option<String> {
    let names = (|| {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
        Reflect::construct(&class, &Array::of2(&lang.into(), &options)).ok()
    })();
    move |code| {
        let names = names.as_ref()?;
        let of: Function = Reflect::get(names, &"of".into()).ok()?.dyn_into().ok()?;
        of.call1(names, &code.into()).ok()?.as_string()
    }
}

/// A parameter of the page's address.
pub fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Whether the browser believes that there is a network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// One of so many numbers from 0, by chance.
pub fn chance(count: u32) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below `count`")]
    {
        (js_sys::Math::random() * f64::from(count)) as u32
    }
}

/// Now as RFC 3339 has it, in UTC.
pub fn timestamp() -> String {
    Date::new_0().to_iso_string().into()
}

/// A version 4 UUID (RFC 9562, 5.4). `crypto.randomUUID` exists on https pages only.
pub fn uuid() -> String {
    let mut bytes = [0_u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0–255")]
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    uuid_from(bytes)
}

fn uuid_from(bytes: [u8; 16]) -> String {
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// An address under which the page can offer `text` for download; `None` where pages may not.
pub fn object_url(text: &str, mime: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob =
        Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

/// Frees what [`object_url`] made.
pub fn free_object_url(url: &str) {
    // Nothing can be done about a URL that is gone already.
    let _ = web_sys::Url::revoke_object_url(url);
}

/// Offers `text` to the visitor as a file.
pub fn download(name: &str, text: &str, mime: &str) {
    let Some(url) = object_url(text, mime) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document.and_then(|document| document.create_element("a").ok());
    if let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<HtmlElement>().ok()) {
        // Attributes with plain names can't be refused.
        let _ = anchor.set_attribute("href", &url);
        let _ = anchor.set_attribute("download", name);
        anchor.click();
    }
    // The browser may read it only after the visitor has said where to put it.
    Timeout::new(60_000, move || free_object_url(&url)).forget();
}

/// Puts a text on the clipboard. `false` where pages may not, as without https.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).unwrap_or_default();
    match clipboard.dyn_into::<Clipboard>() {
        Ok(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        Err(_) => false,
    }
}

/// Whether nobody can see the page.
pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// Whether an element is longer than the window.
pub fn is_long(element: &web_sys::Element) -> bool {
    let page = element.owner_document().and_then(|document| document.document_element());
    page.is_some_and(|page| element.client_height() > page.client_height())
}

/// Events of a page that somebody may be looking at again: another tab was left, the page comes back
/// from the browser's history, another program was left, the computer woke and has a network.
/// `visibilitychange` comes from the document and bubbles.
const LOOKS: [&str; 4] = ["visibilitychange", "pageshow", "focus", "online"];

/// Calls back when somebody may be looking at the page again, or no longer, until it is dropped.
pub struct Looks(Closure<dyn FnMut()>);

impl Looks {
    /// Starts to listen.
    pub fn new(callback: Box<dyn FnMut()>) -> Self {
        let looks = Self(Closure::wrap(callback));
        if let Some(window) = web_sys::window() {
            for name in LOOKS {
                // Windows listen to any name.
                let _ = window.add_event_listener_with_callback(name, looks.0.as_ref().unchecked_ref());
            }
        }
        looks
    }
}

impl Drop for Looks {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            for name in LOOKS {
                // It was listening.
                let _ = window.remove_event_listener_with_callback(name, self.0.as_ref().unchecked_ref());
            }
        }
    }
}

/// Moves the focus, and the view, to an element that takes none by itself.
pub fn go_to(element: &web_sys::Element) {
    // Attributes with plain names can't be refused.
    let _ = element.set_attribute("tabindex", "-1");
    element.scroll_into_view();
    focus(element);
}

/// Moves the focus, and the view, to an element.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Focus fails on elements that can't take it; then it stays where it is.
        let _ = element.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::uuid_from;

    #[test]
    fn uuids_carry_version_and_variant() {
        assert_eq!(uuid_from([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(uuid_from([0; 16]), "00000000-0000-4000-8000-000000000000");
    }
}
