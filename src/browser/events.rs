//! Events that the element sends to the page. They carry no personal data.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Sends `name` from the element. It bubbles and crosses shadow boundaries.
pub fn notify(host: &HtmlElement, name: &str, detail: &JsValue) {
    send(host, name, detail, false);
}

/// Sends `name` from the element, and asks whether the page lets happen what it says: whether no listener cancelled it.
pub fn ask(host: &HtmlElement, name: &str, detail: &JsValue) -> bool {
    send(host, name, detail, true)
}

fn send(host: &HtmlElement, name: &str, detail: &JsValue, is_cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(is_cancelable);
    init.set_detail(detail);
    // What no event can be made of can't be sent, and nobody objects to it.
    let event = CustomEvent::new_with_event_init_dict(name, &init);
    event.and_then(|event| host.dispatch_event(&event)).unwrap_or(true)
}

/// What an event says of sessions: `{ sessions: ["keynote"] }`, by their ids.
pub fn sessions_detail(sessions: &[String]) -> JsValue {
    let detail = Object::new();
    let sessions: Array = sessions.iter().map(|id| JsString::from(id.as_str())).collect();
    // A new object takes every property.
    let _ = Reflect::set(&detail, &"sessions".into(), &sessions);
    detail.into()
}
