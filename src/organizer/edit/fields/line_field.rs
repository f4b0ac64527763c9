//! A field of one line.

use crate::edit::fields::field::Field;
use crate::edit::fields::use_field::use_field;
use crate::workspace::Action;
use huso_edit::{Change, Place};
use web_sys::{HtmlInputElement, InputEvent};
use yew::{AttrValue, Callback, Html, Properties, TargetCast as _, component, html};

/// Properties of [`LineField`].
#[derive(Properties, PartialEq)]
pub struct LineFieldProps {
    /// Its value's place.
    pub place: Place,
    /// What it asks for.
    pub label: AttrValue,
    /// What to write.
    #[prop_or_default]
    pub help: AttrValue,
    /// Whether it is a whole number. What can't be read as one is kept as it was typed.
    #[prop_or_default]
    pub is_number: bool,
    /// What typing changes, if it isn't just this value.
    #[prop_or_default]
    pub change: Option<Callback<String, Change>>,
}

/// A field of one line.
#[component]
pub fn LineField(props: &LineFieldProps) -> Html {
    let (field, workspace) = use_field(&props.place);
    let oninput = {
        let (place, change, is_number) = (props.place.clone(), props.change.clone(), props.is_number);
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            workspace.dispatch(Action::Type(match &change {
                Some(change) => change.emit(typed),
                None => changed(place.clone(), &typed, is_number),
            }));
        }
    };
    html! {
        <Field field={field.clone()} label={props.label.clone()} help={props.help.clone()}>
            <input id={field.id.clone()} data-place={field.id.clone()} value={field.typed()} {oninput}
                inputmode={props.is_number.then_some("numeric")} autocomplete="off" spellcheck={props.is_number.then_some("false")}
                aria-invalid={field.invalid()} aria-describedby={field.described_by()} />
        </Field>
    }
}

fn changed(place: Place, typed: &str, is_number: bool) -> Change {
    match typed.trim().parse::<u64>() {
        Ok(number) if is_number => Change::Set(place, number.into()),
        _ => Change::text(place, typed),
    }
}
