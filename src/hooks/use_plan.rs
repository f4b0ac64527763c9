//! The way to the plan, and back to where one was.

use crate::browse::{Browse, BrowseAction};
use crate::browser::{focus, go_to, scroll_to, scroll_top};
use web_sys::Element;
use yew::{Callback, NodeRef, UseReducerHandle, hook, use_callback, use_effect_with, use_mut_ref};

/// Looks at the plan. What has the first of the ids inside of `root` has the focus then; afterwards what has the second, and
/// the page is scrolled as it was.
#[hook]
pub fn use_plan(browse: &UseReducerHandle<Browse>, root: &NodeRef, ids: [&'static str; 2]) -> Callback<()> {
    let left = use_mut_ref(|| None::<f64>);
    let look = use_callback(browse.dispatcher(), {
        let left = left.clone();
        move |(), browse| {
            left.replace(Some(scroll_top()));
            browse.dispatch(BrowseAction::Plan(true));
        }
    });
    use_effect_with((browse.is_plan, root.clone()), move |(is_plan, root)| {
        let [plan, list] = ids;
        let find = |id: &str| root.cast::<Element>()?.query_selector(&format!("#{id}")).ok()?;
        if *is_plan {
            find(plan).as_ref().map(go_to);
        } else if let Some(top) = left.take() {
            find(list).as_ref().map(focus);
            scroll_to(top);
        }
    });
    look
}
