//! By which name the tab keeps what an element has.

use crate::browser::{TabName, number_among_alike};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::{hook, use_memo};

/// The name in the tab for an event of the element `host`, as long as the component is there; none without an `event`.
#[hook]
pub fn use_tab_name(event: Option<&str>, host: &HtmlElement) -> Option<Rc<TabName>> {
    let event = event.map(str::to_owned);
    (*use_memo(event, |event| Some(Rc::new(TabName::take(event.as_deref()?, number_among_alike(host))))))
        .clone()
}
