//! That the tab keeps what is entered, and how to be rid of what is.

use crate::context::use_locale;
use huso_i18n::Texts as _;
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`DraftNote`].
#[derive(Properties, PartialEq)]
pub struct DraftNoteProps {
    /// Whether the tab keeps what is entered.
    pub is_kept: bool,
    /// Whether nothing may be changed now.
    pub is_locked: bool,
    /// Forgets all that was entered.
    pub on_clear: Callback<MouseEvent>,
}

/// That the tab keeps what is entered, and how to be rid of it.
#[component]
pub fn DraftNote(props: &DraftNoteProps) -> Html {
    let texts = use_locale().lang.form();
    html! {
        <div class="draft">
            if props.is_kept {
                <p class="hint">{texts.draft_kept}</p>
            }
            if !props.is_locked {
                <button type="button" class="quiet" onclick={&props.on_clear}>{texts.clear}</button>
            }
        </div>
    }
}
