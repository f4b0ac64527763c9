//! A session's start or end.

use crate::edit::fields::clock_input::ClockInput;
use crate::edit::fields::field::Field;
use crate::edit::fields::use_field::use_field;
use huso_edit::Place;
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// Properties of [`ClockField`].
#[derive(Properties, PartialEq)]
pub struct ClockFieldProps {
    /// Its value's place.
    pub place: Place,
    /// What it asks for.
    pub label: AttrValue,
    /// The clock as it is written.
    pub value: AttrValue,
    /// Takes what was typed when the field is left.
    pub onclock: Callback<String>,
}

/// A session's start or end.
#[component]
pub fn ClockField(props: &ClockFieldProps) -> Html {
    let (field, _) = use_field(&props.place);
    html! {
        <Field field={field.clone()} label={props.label.clone()}>
            <ClockInput id={field.id.clone()} value={props.value.clone()} onclock={props.onclock.clone()}
                invalid={field.invalid()} described_by={field.described_by()} />
        </Field>
    }
}
