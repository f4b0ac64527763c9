//! A question and its input.

use crate::components::parts::{block, el, line, text};
use crate::platform;
use crate::state::{FormAction, FormState};
use crate::view::{View, input_id};
use huso_registration::form::Field;
use huso_registration::form_file::FieldType;
use huso_registration::wire::FileInfo;
use huso_registration::{Answer, Target};
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, InputEvent, TargetCast as _, html};

/// A question and its input; `index` says which of the form's fields it is, from 0.
pub fn field_input(
    view: &View,
    field: &Field,
    index: usize,
    state: &FormState,
    act: &Callback<FormAction>,
) -> Html {
    match field.kind {
        FieldType::Heading => return heading(view, field),
        FieldType::Hidden => return Html::default(),
        _ => {}
    }
    let id = input_id(index);
    let fault = state.fault(&Target::Field(field.id.clone()));
    let is_group = matches!(field.kind, FieldType::Radio | FieldType::Checkboxes);
    let mut label = vec![text(view.text(&field.label))];
    if !field.required && field.kind != FieldType::Checkbox {
        label.push(line("span", "optional", &format!(" ({})", view.lang.form().optional)));
    }
    let label = match is_group {
        true => el("legend", &[], Vec::new(), label),
        false => el("label", &["for"], vec![id.clone().into()], label),
    };
    let mut help = Vec::new();
    let mut note = |class: &'static str, words: Option<&str>| {
        help.extend(words.map(|words| {
            let values = vec![class.into(), format!("{id}-{class}").into()];
            el("p", &["class", "id"], values, vec![text(words)])
        }));
    };
    note("hint", field.hint.as_ref().map(|hint| view.text(hint)));
    note("fault", fault);
    let answer = state.answers.get(&field.id);
    let input = match is_group {
        true => options(view, field, &id, answer, act),
        false => input(view, field, id, fault.is_some(), answer, act),
    };
    let mut parts = match field.kind {
        FieldType::Checkbox => vec![block("div", "check", vec![input, label])],
        _ => {
            help.push(input);
            vec![label]
        }
    };
    parts.extend(help);
    let class = if fault.is_some() { "field wrong" } else { "field" };
    if is_group {
        return html! { <fieldset {class} key={field.id.clone()}>{parts}</fieldset> };
    }
    html! { <div {class} key={field.id.clone()}>{parts}</div> }
}

/// The heading of the questions that follow.
fn heading(view: &View, field: &Field) -> Html {
    let mut parts = vec![line("h4", "heading", view.text(&field.label))];
    parts.extend(field.hint.as_ref().map(|hint| line("p", "hint", view.text(hint))));
    html! { <div class="section" key={field.id.clone()}>{parts}</div> }
}

/// The options of a group, one box or button each. The first has the group's own id: faults lead there.
fn options(
    view: &View,
    field: &Field,
    id: &str,
    answer: Option<&Answer>,
    act: &Callback<FormAction>,
) -> Html {
    let chosen: Vec<String> = answer.iter().flat_map(|answer| answer.values()).map(str::to_owned).collect();
    let is_radio = field.kind == FieldType::Radio;
    let kind = if is_radio { "radio" } else { "checkbox" };
    let option = |(index, (value, label)): (usize, &(String, huso_agenda::Text))| {
        let id = if index == 0 { id.to_owned() } else { format!("{id}-{index}") };
        let (field_id, value, checked) = (field.id.clone(), value.clone(), chosen.contains(value));
        let mut others = chosen.clone();
        others.retain(|other| *other != value);
        let onchange = act.reform(move |_: Event| {
            let answer = match is_radio {
                true => Answer::Text(value.clone()),
                false => {
                    let added = (!checked).then(|| value.clone());
                    Answer::Many(others.iter().cloned().chain(added).collect())
                }
            };
            FormAction::Answer(field_id.clone(), answer)
        });
        let input =
            html! { <input type={kind} id={id.clone()} name={field.id.clone()} {checked} {onchange} /> };
        let label = el("label", &["for"], vec![id.into()], vec![text(view.text(label))]);
        block("div", "check", vec![input, label])
    };
    block("div", "options", field.options.iter().enumerate().map(option).collect())
}

/// What is known of the chosen file; an empty answer if there is none.
fn file_answer(input: &HtmlInputElement) -> Answer {
    match input.files().and_then(|files| files.get(0)) {
        None => Answer::Text(String::new()),
        Some(file) => Answer::File(FileInfo {
            name: file.name(),
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
            size: file.size() as u32,
            r#type: Some(file.type_()).filter(|kind| !kind.is_empty()),
        }),
    }
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
            "file" => file_answer(&target),
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
        FieldType::Select | FieldType::Country => html! {
            <select {id} {name} aria-invalid={invalid} aria-describedby={described}
                aria-required={required} {autocomplete} {oninput}>
                <option value="" selected={value.is_empty()}>{view.lang.form().pick}</option>
                for (option, label) in choices(view, field) {
                    <option value={option.clone()} selected={option == value}>{label}</option>
                }
            </select>
        },
        FieldType::File => html! {
            <input type="file" {id} {name} accept={field.accept.join(",")} aria-invalid={invalid}
                aria-describedby={described} aria-required={required} {oninput} />
        },
        kind => {
            // A number's own input is silent about what is no number.
            let inputmode = (kind == FieldType::Number).then_some("decimal");
            html! {
                <input type={input_type(kind)} {id} {name} value={value.to_owned()} {inputmode}
                    checked={answer == Some(&Answer::Checked(true))} aria-invalid={invalid}
                    aria-describedby={described} aria-required={required} {autocomplete} {oninput} />
            }
        }
    }
}

fn input_type(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Email | FieldType::Tel | FieldType::Url | FieldType::Date | FieldType::Checkbox => {
            kind.word()
        }
        _ => "text",
    }
}

/// Value and label of what a list offers.
fn choices(view: &View, field: &Field) -> Vec<(String, String)> {
    match field.kind {
        FieldType::Country => platform::countries(view.lang.tag()),
        _ => {
            let option =
                |(value, label): &(String, huso_agenda::Text)| (value.clone(), view.text(label).to_owned());
            field.options.iter().map(option).collect()
        }
    }
}
