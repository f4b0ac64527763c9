//! Whether an element is in sight, or nearly.

use huso::hooks::use_window_event;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::{NodeRef, hook, use_callback, use_effect_with, use_state_eq};

/// How far out of the window something still counts as in sight: it is drawn before it is scrolled to.
const NEAR: &str = "800px 0px";

/// Whether an element is in sight, or nearly, and how high it was when it was seen last, in px. Where a browser can't
/// tell, and for printing, everything is in sight.
#[hook]
pub fn use_in_sight(element: &NodeRef) -> (bool, u32) {
    let sight = use_state_eq(|| (false, 0));
    use_effect_with(element.clone(), {
        let set = sight.setter();
        move |element| {
            let observed = element.cast::<Element>().and_then(|element| {
                let callback = Closure::<dyn FnMut(js_sys::Array)>::new({
                    let (set, element) = (set.clone(), element.clone());
                    move |entries: js_sys::Array| {
                        let last: Option<IntersectionObserverEntry> = entries.pop().dyn_into().ok();
                        let is_in = last.is_none_or(|entry| entry.is_intersecting());
                        #[allow(
                            clippy::cast_possible_truncation,
                            clippy::cast_sign_loss,
                            reason = "px of a table"
                        )]
                        let height = element.get_bounding_client_rect().height() as u32;
                        set.set((is_in, height));
                    }
                });
                let options = IntersectionObserverInit::new();
                options.set_root_margin(NEAR);
                let observer =
                    IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options)
                        .ok()?;
                observer.observe(&element);
                Some((observer, callback))
            });
            if observed.is_none() {
                set.set((true, 0));
            }
            move || {
                if let Some((observer, callback)) = observed {
                    observer.disconnect();
                    drop(callback);
                }
            }
        }
    });
    let show = sight.setter();
    let height = sight.1;
    let draw = use_callback(height, move |(), height| show.set((true, *height)));
    use_window_event(&["beforeprint"], draw);
    *sight
}
