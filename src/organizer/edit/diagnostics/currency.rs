//! Whether what is said is said of the event file as it is now.

use crate::frame::use_lang;
use crate::workspace::{Checked, use_workspace};
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`Currency`].
#[derive(Properties, PartialEq)]
pub struct CurrencyProps {
    /// The event file that was checked.
    pub checked: Checked,
}

/// What the review is or, from a change until that is checked too, that it follows.
#[component]
pub fn Currency(CurrencyProps { checked }: &CurrencyProps) -> Html {
    let (texts, workspace) = (use_lang().advice(), use_workspace());
    let is_current = Rc::ptr_eq(&checked.document, workspace.document());
    html! { <p class="faint">{if is_current { texts.review_help } else { texts.reviewing }}</p> }
}
