//! How wide an element is.

use crate::browser::{Resized, width_in_ems};
use web_sys::Element;
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

/// How many px wide an element is where the page's text has 16: sizes follow the text. `None` before it is drawn,
/// and where it is hidden.
#[hook]
pub fn use_width(element: &NodeRef) -> Option<f64> {
    let width = use_state_eq(|| None);
    use_effect_with(element.clone(), {
        let set = width.setter();
        move |element| {
            let resized = element.cast::<Element>().and_then(|element| {
                let measured = element.clone();
                let measure = move || {
                    let width = width_in_ems(&measured).map(|ems| (ems * 16.0).floor());
                    set.set(width.filter(|width| *width > 0.0));
                };
                measure();
                Resized::watch([&element], measure)
            });
            move || drop(resized)
        }
    });
    *width
}
