//! Events that the element sends to the page. They carry no personal data.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Sends `name` from the element. It bubbles and crosses shadow boundaries.
pub fn notify(host: &HtmlElement, name: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // The answer says whether a listener cancelled the event, which means nothing here.
        let _ = host.dispatch_event(&event);
    }
}
