//! Several lines of text.

use super::ControlProps;
use huso_registration::Answer;
use web_sys::HtmlTextAreaElement;
use yew::{Html, InputEvent, TargetCast as _, component, html};

/// Several lines of text.
#[component]
pub fn Textarea(props: &ControlProps) -> Html {
    let oninput = props.on_answer.reform(|event: InputEvent| {
        Answer::Text(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <textarea id={props.id.clone()} name={props.field.id.clone()} rows="4"
            aria-invalid={props.invalid()} aria-describedby={props.described_by()} aria-required={props.required()}
            autocomplete={props.field.autocomplete.clone()} value={props.text()} {oninput} />
    }
}
