//! What is wrong with a field, under it.

use crate::edit::diagnostics::{Entry, MendButtons};
use crate::edit::fields::use_field::FieldState;
use crate::frame::{Mark, Tone, use_lang};
use huso::browser::focus;
use yew::{Html, Properties, component, html};

/// Properties of [`FieldFaults`].
#[derive(Properties, PartialEq)]
pub struct FieldFaultsProps {
    /// The field.
    pub field: FieldState,
}

/// What is wrong with a field, each with what one click does about it; the focus then goes to the field.
#[component]
pub fn FieldFaults(FieldFaultsProps { field }: &FieldFaultsProps) -> Html {
    let lang = use_lang();
    let on_mend = {
        let id = field.id.clone();
        move |()| {
            let document = web_sys::window().and_then(|window| window.document());
            document.and_then(|document| document.get_element_by_id(&id)).iter().for_each(focus);
        }
    };
    let fault = |entry: &Entry| {
        let explanation = &entry.explanation;
        let tone = Tone::from(explanation.severity());
        html! {
            <div class={format!("fault {}", tone.class())}>
                <p><Mark {tone} />{" "}<span class="sentence">{explanation.sentence(lang)}</span></p>
                <MendButtons entry={entry.clone()} on_mend={on_mend.clone()} />
            </div>
        }
    };
    html! { <>{for field.faults.iter().map(fault)}</> }
}
