//! Printing something else than the page.

use super::files::{free_object_url, object_url};
use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlIFrameElement;

/// The id of the frame that is printed.
const FRAME: &str = "printed-page";

/// Prints a page of its own, given as HTML without scripts: opens the browser's dialog, which also saves as PDF.
pub fn print_page(html: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(before) = document.get_element_by_id(FRAME) {
        before.remove();
    }
    let frame =
        document.create_element("iframe").ok().and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
    let (Some(frame), Some(body)) = (frame, document.body()) else { return };
    let Some(url) = object_url(html, "text/html;charset=utf-8") else { return };
    frame.set_id(FRAME);
    // Seen by nobody; browsers print no frame that is not displayed.
    frame.set_class_name("spoken");
    for (name, value) in [("aria-hidden", "true"), ("tabindex", "-1")] {
        // Attributes with plain names can't be refused.
        let _ = frame.set_attribute(name, value);
    }
    frame.set_src(&url);
    let printed = frame.clone();
    EventListener::once(&frame, "load", move |_| {
        free_object_url(&url);
        if let Some(window) = printed.content_window() {
            // Sandboxed pages may not.
            let _ = window.print();
        }
    })
    .forget();
    // A body takes every frame.
    let _ = body.append_child(&frame);
}
