//! Yes or no.

use super::ControlProps;
use huso_registration::Answer;
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast as _, component, html};

/// Yes or no.
#[component]
pub fn Checkbox(props: &ControlProps) -> Html {
    let oninput = props.on_answer.reform(|event: InputEvent| {
        Answer::Checked(event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    html! {
        <input id={props.id.clone()} name={props.field.id.clone()} type="checkbox"
            aria-invalid={props.invalid()} aria-describedby={props.described_by()} aria-required={props.required()}
            autocomplete={props.field.autocomplete.clone()}
            checked={props.answer == Some(Answer::Checked(true))} {oninput} />
    }
}
