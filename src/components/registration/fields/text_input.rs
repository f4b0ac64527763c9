//! A line of text.

use super::ControlProps;
use huso_registration::Answer;
use huso_registration::controls::{input_mode, input_type};
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast as _, component, html};

/// A line of text: a name, an address, a number, a date.
#[component]
pub fn TextInput(props: &ControlProps) -> Html {
    let field = &props.field;
    let oninput = props
        .on_answer
        .reform(|event: InputEvent| Answer::Text(event.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <input id={props.id.clone()} name={field.id.clone()} type={input_type(field.kind)}
            aria-invalid={props.invalid()} aria-describedby={props.described_by()} aria-required={props.required()}
            autocomplete={field.autocomplete.clone()}
            inputmode={input_mode(field.kind)}
            value={props.text()} {oninput} />
    }
}
