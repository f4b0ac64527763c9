//! A line of text.

use super::ControlProps;
use huso_registration::Answer;
use huso_registration::format::FieldType;
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast as _, component, html};

/// A line of text: a name, an address, a number, a date.
#[component]
pub fn TextInput(props: &ControlProps) -> Html {
    let field = &props.field;
    let kind = match field.kind {
        FieldType::Email | FieldType::Tel | FieldType::Url | FieldType::Date => field.kind.word(),
        // An input for numbers is silent about what is none.
        _ => "text",
    };
    let oninput = props
        .on_answer
        .reform(|event: InputEvent| Answer::Text(event.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <input id={props.id.clone()} name={field.id.clone()} type={kind}
            aria-invalid={props.invalid()} aria-describedby={props.described_by()} aria-required={props.required()}
            autocomplete={field.autocomplete.clone()}
            inputmode={(field.kind == FieldType::Number).then_some("decimal")}
            value={props.text()} {oninput} />
    }
}
