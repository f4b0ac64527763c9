//! A text that this browser keeps.

use huso::browser::{remember, remembered};
use std::rc::Rc;
use yew::{Callback, hook, use_callback, use_state};

/// What the keys begin with.
const PREFIX: &str = "huso-text:";

/// What is kept under a key, and what keeps another text; `None` forgets it.
#[hook]
pub fn use_kept_text(key: &str) -> (Option<Rc<str>>, Callback<Option<String>>) {
    let key = PREFIX.to_owned() + key;
    let text = use_state(|| remembered(&key).map(Rc::<str>::from));
    let keep = use_callback((key, text.setter()), |other: Option<String>, (key, text)| {
        // Where nothing can be kept, it is there until the page is closed.
        remember(key, other.as_deref());
        text.set(other.map(Rc::from));
    });
    ((*text).clone(), keep)
}
