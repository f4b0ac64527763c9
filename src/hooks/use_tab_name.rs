//! By which name the tab keeps what an element has.

use crate::browser::TabName;
use std::rc::Rc;
use yew::{hook, use_memo};

/// The element's name in the tab for an event, as long as the component is there; none without an `event`.
#[hook]
pub fn use_tab_name(event: Option<&str>) -> Option<Rc<TabName>> {
    let event = event.map(str::to_owned);
    (*use_memo(event, |event| event.as_deref().map(TabName::take).map(Rc::new))).clone()
}
