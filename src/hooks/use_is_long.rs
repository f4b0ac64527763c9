//! Whether an element is longer than the window.

use crate::platform::is_long;
use web_sys::HtmlElement;
use yew::{hook, use_effect, use_state};

/// Whether an element is longer than the window, looked at each time the component is drawn.
#[hook]
pub fn use_is_long(element: &HtmlElement) -> bool {
    let known = use_state(|| false);
    let is = *known;
    {
        let (set, element) = (known.setter(), element.clone());
        use_effect(move || {
            let now = is_long(&element);
            if now != is {
                set.set(now);
            }
        });
    }
    is
}
