//! One of a few words.

use crate::edit::fields::field::Field;
use crate::edit::fields::select::Select;
use crate::edit::fields::use_field::use_field;
use crate::workspace::Action;
use huso_edit::{Change, Place};
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`ChoiceField`].
#[derive(Properties, PartialEq)]
pub struct ChoiceFieldProps {
    /// Its value's place.
    pub place: Place,
    /// What it asks for.
    pub label: AttrValue,
    /// What to choose.
    #[prop_or_default]
    pub help: AttrValue,
    /// The words, each with its label. An empty word stands for none.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The word that holds where none is written.
    #[prop_or_default]
    pub default: AttrValue,
}

/// One of a few words. One that isn't among them stays, and can be chosen again.
#[component]
pub fn ChoiceField(props: &ChoiceFieldProps) -> Html {
    let (field, workspace) = use_field(&props.place);
    let typed = AttrValue::from(field.typed());
    let value = if typed.is_empty() { props.default.clone() } else { typed };
    let onchange = {
        let (place, default) = (props.place.clone(), props.default.clone());
        move |word: String| {
            let word = if word == *default { "" } else { &word };
            workspace.dispatch(Action::Change(vec![Change::text(place.clone(), word)]));
        }
    };
    html! {
        <Field field={field.clone()} label={props.label.clone()} help={props.help.clone()}>
            <Select id={field.id.clone()} {value} options={props.options.clone()} {onchange} invalid={field.invalid()}
                described_by={field.described_by()} />
        </Field>
    }
}
