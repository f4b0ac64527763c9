//! A question and its input.

use crate::components::parts::{block, el, line, text};
use crate::state::{FormAction, FormState};
use crate::view::View;
use huso_registration::form::Field;
use huso_registration::form_file::FieldType;
use huso_registration::{Answer, Target};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast as _, html};

/// The id of a field's input, inside the shadow root.
pub fn input_id(index: usize) -> String {
    format!("field-{index}")
}

/// A question and its input; `index` says which of the form's fields it is, from 0.
pub fn field_input(
    view: &View,
    field: &Field,
    index: usize,
    state: &FormState,
    act: &Callback<FormAction>,
) -> Html {
    let id = input_id(index);
    let fault = state.fault(&Target::Field(field.id.clone()));
    let mut label = vec![text(view.text(&field.label))];
    if !field.required && field.kind != FieldType::Checkbox {
        label.push(line("span", "optional", &format!(" ({})", view.lang.form().optional)));
    }
    let label = el("label", &["for"], vec![id.clone().into()], label);
    let mut help = Vec::new();
    let mut note = |class: &'static str, words: Option<&str>| {
        help.extend(words.map(|words| {
            let values = vec![class.into(), format!("{id}-{class}").into()];
            el("p", &["class", "id"], values, vec![text(words)])
        }));
    };
    note("hint", field.hint.as_ref().map(|hint| view.text(hint)));
    note("fault", fault);
    let input = input(view, field, id, fault.is_some(), state.answers.get(&field.id), act);
    let mut parts = match field.kind {
        FieldType::Checkbox => vec![block("div", "check", vec![input, label])],
        _ => {
            help.push(input);
            vec![label]
        }
    };
    parts.extend(help);
    let class = if fault.is_some() { "field wrong" } else { "field" };
    html! { <div {class} key={field.id.clone()}>{parts}</div> }
}

fn input(
    view: &View,
    field: &Field,
    id: String,
    wrong: bool,
    answer: Option<&Answer>,
    act: &Callback<FormAction>,
) -> Html {
    let value = match answer {
        Some(Answer::Text(text)) => text.as_str(),
        _ => "",
    };
    let described = [("hint", field.hint.is_some()), ("fault", wrong)];
    let described = described.iter().filter(|(_, is_there)| *is_there);
    let described: Vec<String> = described.map(|(what, _)| format!("{id}-{what}")).collect();
    let field_id = field.id.clone();
    // `input` is sent by all of them; ticking a box changes no value.
    let oninput = act.reform(move |event: InputEvent| {
        // Only the methods that all three elements have are called on them.
        let target = event.target_unchecked_into::<HtmlInputElement>();
        let answer = match target.type_().as_str() {
            "checkbox" => Answer::Checked(target.checked()),
            _ => Answer::Text(target.value()),
        };
        FormAction::Answer(field_id.clone(), answer)
    });
    let name = field.id.clone();
    let invalid = wrong.then_some("true");
    let described = (!described.is_empty()).then(|| described.join(" "));
    let required = field.required.then_some("true");
    let autocomplete = field.autocomplete.clone();
    match field.kind {
        FieldType::Textarea => html! {
            <textarea {id} {name} rows="4" value={value.to_owned()} aria-invalid={invalid}
                aria-describedby={described} aria-required={required} {autocomplete} {oninput} />
        },
        FieldType::Select => html! {
            <select {id} {name} aria-invalid={invalid} aria-describedby={described}
                aria-required={required} {autocomplete} {oninput}>
                <option value="" selected={value.is_empty()}>{view.lang.form().pick}</option>
                for (option, label) in &field.options {
                    <option value={option.clone()} selected={option == value}>
                        {view.text(label).to_owned()}
                    </option>
                }
            </select>
        },
        FieldType::Text | FieldType::Email | FieldType::Tel | FieldType::Checkbox => html! {
            <input type={field.kind.word()} {id} {name} value={value.to_owned()}
                checked={answer == Some(&Answer::Checked(true))} aria-invalid={invalid}
                aria-describedby={described} aria-required={required} {autocomplete} {oninput} />
        },
    }
}
