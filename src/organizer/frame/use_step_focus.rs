//! Where the focus is after another step was opened.

use crate::frame::Step;
use huso::browser::focus;
use web_sys::{Element, HtmlElement};
use yew::{NodeRef, hook, use_effect_with, use_mut_ref, use_node_ref};

/// Takes the focus into the step that was opened, where what had it went with the step before: Tab goes on from its
/// top. What the reference stands at has to be focusable.
#[hook]
pub fn use_step_focus(step: Step) -> NodeRef {
    let (main, before) = (use_node_ref(), use_mut_ref(|| step));
    use_effect_with(step, {
        let main = main.clone();
        move |&step| {
            let is_another = before.replace(step) != step;
            let active = web_sys::window().and_then(|window| window.document()?.active_element());
            let is_lost = active.is_none_or(|element: Element| element.tag_name() == "BODY");
            if let Some(main) = main.cast::<HtmlElement>().filter(|_| is_another && is_lost) {
                focus(&main);
                // What is above the step is seen, too.
                if let Some(window) = web_sys::window() {
                    window.scroll_to_with_x_and_y(0.0, 0.0);
                }
            }
        }
    });
    main
}
