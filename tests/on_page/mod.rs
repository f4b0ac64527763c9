//! The widget on a page, as an agency would have it, and waiting for what becomes of it.
#![allow(dead_code, reason = "each test uses what it needs")]

use gloo_timers::future::TimeoutFuture;
use huso::embed::Widget;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// An element with an event file inside, and the widget in a `<div>` beside it.
pub fn mount(attributes: &[(&str, &str)], file: &str) -> (Widget, HtmlElement, Element) {
    let document = web_sys::window().unwrap().document().unwrap();
    let host: HtmlElement = document.create_element("huso-test").unwrap().unchecked_into();
    for (name, value) in attributes {
        host.set_attribute(name, value).unwrap();
    }
    let script = document.create_element("script").unwrap();
    script.set_attribute("type", "application/json").unwrap();
    script.set_text_content(Some(file));
    let root = document.create_element("div").unwrap();
    host.append_child(&script).unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    (Widget::new(host.clone(), root.clone(), None, None, JsValue::UNDEFINED, None), host, root)
}

/// Waits until an element is there: loading is asynchronous even for an inline file.
pub async fn wait_for(root: &Element, selector: &str) -> Element {
    for _ in 0..500 {
        if let Some(element) = root.query_selector(selector).unwrap() {
            return element;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("{selector} does not appear in {}", root.inner_html());
}

/// Enters a text in a field, or chooses a value in a list.
pub fn type_in(input: &HtmlInputElement, text: &str) {
    input.set_value(text);
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    let event = web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap();
    input.dispatch_event(&event).unwrap();
}
