//! Whether an element is longer than the window.

use super::use_window_event;
use crate::browser::is_long;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};
use yew::{Callback, hook, use_callback, use_effect_with, use_state_eq};

/// Whether an element is longer than the window, whatever makes either longer or shorter; looked at while it
/// `matters`.
#[hook]
pub fn use_is_long(element: &HtmlElement, matters: bool) -> bool {
    let is = use_state_eq(|| false);
    let measure = {
        let set = is.setter();
        use_callback(element.clone(), move |(), element| set.set(is_long(element)))
    };
    use_window_event(&["resize"], measure.clone());
    use_effect_with((element.clone(), measure, matters), |(element, measure, matters)| {
        let observer = matters.then(|| observe(element, measure.clone())).flatten();
        move || {
            if let Some((observer, callback)) = observer {
                observer.disconnect();
                drop(callback);
            }
        }
    });
    matters && *is
}

/// Calls back when an element's size changes, and once at first.
fn observe(element: &HtmlElement, callback: Callback<()>) -> Option<(ResizeObserver, Closure<dyn FnMut()>)> {
    let callback = Closure::<dyn FnMut()>::new(move || callback.emit(()));
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some((observer, callback))
}
