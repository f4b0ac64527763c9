//! What is around a control: its label, its help, what is wrong.

use crate::edit::fields::field_faults::FieldFaults;
use crate::edit::fields::use_field::FieldState;
use yew::{AttrValue, Children, Html, Properties, component, html};

/// Properties of [`Field`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The field.
    pub field: FieldState,
    /// What it asks for.
    pub label: AttrValue,
    /// What to write, under it.
    #[prop_or_default]
    pub help: AttrValue,
    /// What stands at the right of the label.
    #[prop_or_default]
    pub aside: Html,
    /// The control.
    pub children: Children,
}

/// A control with its label, its help, and what is wrong with it.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let FieldProps { field, label, help, aside, children } = props;
    html! {
        <div class="field">
            <div class="field-head"><label for={field.id.clone()}>{label}</label>{aside.clone()}</div>
            {children.clone()}
            <div class="about" id={field.described_by()}>
                <FieldFaults field={field.clone()} />
                if !help.is_empty() { <p class="hint">{help}</p> }
            </div>
        </div>
    }
}
