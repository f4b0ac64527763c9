//! The step.

use crate::fault_list::FaultList;
use crate::frame::{UndoLine, use_lang};
use crate::preview::Preview;
use crate::workspace::Checked;
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
    html! {
        <>
            <UndoLine />
            <FaultList {lang} name="" faults={props.checked.faults.clone()} />
            <Preview checked={props.checked.clone()} />
        </>
    }
}
