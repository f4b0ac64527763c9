//! The button that prints.

use super::super::icon::{PRINTER, icon};
use crate::browser::print;
use crate::context::use_locale;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// Prints the page, with what is shown of the agenda.
#[component]
pub fn PrintButton() -> Html {
    let locale = use_locale();
    html! {
        <button type="button" class="tool print" onclick={|_| print()}>
            {icon(PRINTER)}<span class="word">{locale.lang.find().print}</span>
        </button>
    }
}
