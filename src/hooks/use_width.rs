//! How wide an element is.

use crate::browser::width_in_ems;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

/// How many px wide an element is where the page's text has 16: sizes follow the text. `None` before it is drawn,
/// and where it is hidden.
#[hook]
pub fn use_width(element: &NodeRef) -> Option<f64> {
    let width = use_state_eq(|| None);
    use_effect_with(element.clone(), {
        let set = width.setter();
        move |element| {
            let observed = element.cast::<Element>().and_then(|element| {
                let measured = element.clone();
                let measure = move || {
                    let width = width_in_ems(&measured).map(|ems| (ems * 16.0).floor());
                    set.set(width.filter(|width| *width > 0.0));
                };
                measure();
                let callback = Closure::<dyn FnMut()>::new(measure);
                let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
                observer.observe(&element);
                Some((observer, callback))
            });
            move || {
                if let Some((observer, callback)) = observed {
                    observer.disconnect();
                    drop(callback);
                }
            }
        }
    });
    *width
}
