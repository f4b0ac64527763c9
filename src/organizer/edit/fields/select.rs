//! A list that opens.

use web_sys::{Event, HtmlSelectElement};
use yew::{
    AttrValue, Callback, Html, Properties, TargetCast as _, component, html, use_effect_with, use_node_ref,
};

/// Properties of [`Select`].
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// Its id, and its value's place.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Which cell of a table it is.
    #[prop_or_default]
    pub cell: Option<AttrValue>,
    /// Its name, where no label stands beside it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// What is chosen.
    pub value: AttrValue,
    /// The values, each with its label.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// Takes what is chosen.
    pub onchange: Callback<String>,
    /// For `aria-invalid`.
    #[prop_or_default]
    pub invalid: Option<&'static str>,
    /// For `aria-describedby`.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Whether Tab stops at it.
    #[prop_or_default]
    pub tabindex: Option<&'static str>,
}

/// A list that opens. A value that is none of the list's is in it as it is.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let select = use_node_ref();
    // What was chosen by hand can only be changed by the property, not by the attribute of an option.
    use_effect_with((props.value.clone(), props.options.clone()), {
        let select = select.clone();
        move |(value, _)| {
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        }
    });
    let onchange =
        props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let is_known = props.options.iter().any(|(value, _)| *value == props.value);
    html! {
        <select ref={select} id={props.id.clone()} data-place={props.id.clone()} data-cell={props.cell.clone()}
            aria-label={props.name.clone()} {onchange} aria-invalid={props.invalid}
            aria-describedby={props.described_by.clone()} tabindex={props.tabindex}>
            if !is_known { <option value={props.value.clone()}>{&props.value}</option> }
            for (value, label) in &props.options { <option value={value.clone()}>{label}</option> }
        </select>
    }
}
