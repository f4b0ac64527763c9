//! Yes or no.

use crate::edit::fields::{FieldFaults, use_field};
use crate::workspace::Action;
use huso_edit::{Change, Place};
use web_sys::{Event, HtmlInputElement};
use yew::{AttrValue, Html, Properties, TargetCast as _, component, html};

/// Properties of [`CheckField`].
#[derive(Properties, PartialEq)]
pub struct CheckFieldProps {
    /// Its value's place.
    pub place: Place,
    /// What it says.
    pub label: AttrValue,
    /// What follows from it.
    #[prop_or_default]
    pub help: AttrValue,
}

/// Yes or no; no is not written.
#[component]
pub fn CheckField(props: &CheckFieldProps) -> Html {
    let (field, workspace) = use_field(&props.place);
    let onchange = {
        let place = props.place.clone();
        move |event: Event| {
            let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let change =
                if is_on { Change::Set(place.clone(), true.into()) } else { Change::Remove(place.clone()) };
            workspace.dispatch(Action::Change(vec![change]));
        }
    };
    html! {
        <div class="field">
            <label class="check">
                <input type="checkbox" id={field.id.clone()} data-place={field.id.clone()} checked={field.value == true}
                    {onchange} aria-describedby={field.described_by()} />
                {&props.label}
            </label>
            <div class="about" id={field.described_by()}>
                <FieldFaults field={field.clone()} />
                if !props.help.is_empty() { <p class="hint">{&props.help}</p> }
            </div>
        </div>
    }
}
