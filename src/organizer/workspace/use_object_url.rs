//! An address for a text, in this tab.

use huso::browser::{free_object_url, object_url};
use std::rc::Rc;
use yew::{AttrValue, hook, use_effect_with, use_state};

/// An address under which this tab has an event file, for the element; nothing before the first effect, and where pages
/// may make none. Of an earlier text it is freed a moment after the element has another.
#[hook]
pub fn use_object_url(text: &Rc<str>) -> Option<AttrValue> {
    use_object_url_of(text, "application/json")
}

/// The same of a text of another kind.
#[hook]
pub fn use_object_url_of(text: &Rc<str>, mime: &'static str) -> Option<AttrValue> {
    let src = use_state(|| None::<AttrValue>);
    use_effect_with(text.clone(), {
        let src = src.setter();
        move |text| {
            let url = object_url(text, mime);
            src.set(url.clone().map(AttrValue::from));
            move || url.into_iter().for_each(|url| free_object_url(&url))
        }
    });
    (*src).clone()
}
