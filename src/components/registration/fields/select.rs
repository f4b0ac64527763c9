//! One of a list.

use super::ControlProps;
use crate::context::use_locale;
use huso_i18n::Texts as _;
use huso_registration::Answer;
use web_sys::HtmlSelectElement;
use yew::{Html, InputEvent, TargetCast as _, component, html};

/// One of the field's options.
#[component]
pub fn Select(props: &ControlProps) -> Html {
    let locale = use_locale();
    let options = props.field.options.iter();
    let options = options.map(|(value, label)| (value.as_str(), locale.text(label)));
    select(props, locale.lang.form().pick, options)
}

/// One of these values, each with its label, or none: `pick` asks for one.
pub fn select<'a>(
    props: &ControlProps,
    pick: &'static str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
) -> Html {
    let chosen = props.text();
    let oninput = props
        .on_answer
        .reform(|event: InputEvent| Answer::Text(event.target_unchecked_into::<HtmlSelectElement>().value()));
    html! {
        <select id={props.id.clone()} name={props.field.id.clone()}
            aria-invalid={props.invalid()} aria-describedby={props.described_by()} aria-required={props.required()}
            autocomplete={props.field.autocomplete.clone()} {oninput}>
            <option value="" selected={chosen.is_empty()}>{pick}</option>
            for (value, label) in options {
                <option value={value.to_owned()} selected={chosen == value}>{label.to_owned()}</option>
            }
        </select>
    }
}
