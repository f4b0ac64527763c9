//! The step.

use crate::frame::use_lang;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// Reviewing what was brought.
#[component]
pub fn Review() -> Html {
    let lang = use_lang();
    html! { <p>{lang.organizer().nothing}</p> }
}
