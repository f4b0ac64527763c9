//! The step.

use crate::edit::diagnostics::Diagnostics;
use crate::frame::{UndoLine, use_lang};
use crate::preview_strip::PreviewStrip;
use crate::workspace::{Checked, use_object_url};
use yew::{Html, Properties, component, html};

/// Properties of [`Edit`].
#[derive(Properties, PartialEq)]
pub struct EditProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
}

/// Editing the event file.
#[component]
pub fn Edit(props: &EditProps) -> Html {
    let lang = use_lang();
    let src = use_object_url(&props.checked.text);
    html! {
        <>
            <UndoLine />
            <Diagnostics checked={props.checked.clone()} />
            if let Some(src) = src { <PreviewStrip {lang} {src} /> }
        </>
    }
}
