//! A question and its input.

use crate::view::ViewRef;
use huso_registration::Answer;
use huso_registration::form::Field;
use huso_registration::form_file::FieldType;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{Callback, Event, Html, InputEvent, Properties, TargetCast as _, component, html};

/// Properties of [`FieldInput`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The event.
    pub view: ViewRef,
    /// The question.
    pub field: Field,
    /// Which of the form's fields it is, from 0: makes its ids.
    pub index: usize,
    /// The answer so far.
    pub answer: Option<Answer>,
    /// What has to be corrected.
    pub fault: Option<String>,
    /// Told of each change.
    pub on_answer: Callback<(String, Answer)>,
}

/// The id of a field's input, inside the shadow root.
pub fn input_id(index: usize) -> String {
    format!("field-{index}")
}

/// A question and its input.
#[component]
pub fn FieldInput(props: &FieldProps) -> Html {
    let (view, field) = (&props.view, &props.field);
    let id = input_id(props.index);
    let label = html! {
        <label for={id.clone()}>
            {view.text(&field.label).to_owned()}
            if !field.required && field.kind != FieldType::Checkbox {
                <span class="optional">{format!(" ({})", view.lang.form().optional)}</span>
            }
        </label>
    };
    let help = html! {
        <>
            if let Some(hint) = &field.hint {
                <p class="hint" id={format!("{id}-hint")}>{view.text(hint).to_owned()}</p>
            }
            if let Some(fault) = &props.fault {
                <p class="fault" id={format!("{id}-fault")}>{fault.clone()}</p>
            }
        </>
    };
    let wrong = if props.fault.is_some() { "field wrong" } else { "field" };
    if field.kind == FieldType::Checkbox {
        return html! {
            <div class={wrong}><div class="check">{input(props, &id)}{label}</div>{help}</div>
        };
    }
    html! { <div class={wrong}>{label}{help}{input(props, &id)}</div> }
}

fn input(props: &FieldProps, id: &str) -> Html {
    let field = &props.field;
    let id = id.to_owned();
    let text = match &props.answer {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let invalid = props.fault.is_some().then_some("true");
    let described = described_by(props, &id);
    let required = field.required.then_some("true");
    let autocomplete = field.autocomplete.clone();
    match field.kind {
        FieldType::Textarea => {
            let oninput = answer(props, |event: InputEvent| {
                Answer::Text(event.target_unchecked_into::<HtmlTextAreaElement>().value())
            });
            html! {
                <textarea {id} name={field.id.clone()} rows="4" value={text} aria-invalid={invalid}
                    aria-describedby={described} aria-required={required} {autocomplete} {oninput} />
            }
        }
        FieldType::Select => {
            let onchange = answer(props, |event: Event| {
                Answer::Text(event.target_unchecked_into::<HtmlSelectElement>().value())
            });
            html! {
                <select {id} name={field.id.clone()} aria-invalid={invalid} aria-describedby={described}
                    aria-required={required} {autocomplete} {onchange}>
                    <option value="" selected={text.is_empty()}>{props.view.lang.form().pick}</option>
                    for (value, label) in &field.options {
                        <option value={value.clone()} selected={*value == text}>
                            {props.view.text(label).to_owned()}
                        </option>
                    }
                </select>
            }
        }
        FieldType::Checkbox => {
            let onchange = answer(props, |event: Event| {
                Answer::Checked(event.target_unchecked_into::<HtmlInputElement>().checked())
            });
            html! {
                <input type="checkbox" {id} name={field.id.clone()} checked={props.answer == Some(Answer::Checked(true))}
                    aria-invalid={invalid} aria-describedby={described} aria-required={required} {onchange} />
            }
        }
        FieldType::Text | FieldType::Email | FieldType::Tel => {
            let oninput = answer(props, |event: InputEvent| {
                Answer::Text(event.target_unchecked_into::<HtmlInputElement>().value())
            });
            html! {
                <input type={field.kind.word()} {id} name={field.id.clone()} value={text} aria-invalid={invalid}
                    aria-describedby={described} aria-required={required} {autocomplete} {oninput} />
            }
        }
    }
}

/// Tells the form of a change.
fn answer<E: 'static>(props: &FieldProps, read: impl Fn(E) -> Answer + 'static) -> Callback<E> {
    let (on_answer, id) = (props.on_answer.clone(), props.field.id.clone());
    Callback::from(move |event: E| on_answer.emit((id.clone(), read(event))))
}

fn described_by(props: &FieldProps, id: &str) -> Option<String> {
    let hint = props.field.hint.is_some().then(|| format!("{id}-hint"));
    let fault = props.fault.is_some().then(|| format!("{id}-fault"));
    let all: Vec<String> = hint.into_iter().chain(fault).collect();
    (!all.is_empty()).then(|| all.join(" "))
}
