//! A question and its input.

use crate::components::tree::Tree;
use crate::platform;
use crate::state::{FormAction, FormState};
use crate::view::{View, input_id};
use huso_agenda::Text;
use huso_i18n::Texts as _;
use huso_registration::form::Field;
use huso_registration::form_file::FieldType;
use huso_registration::wire::FileInfo;
use huso_registration::{Answer, Target};
use web_sys::{Event, HtmlInputElement};
use yew::Callback;

/// A question and its input; `index` says which of the form's fields it is, from 0.
pub fn field_input(
    tree: &mut Tree,
    view: &View,
    field: &Field,
    index: usize,
    state: &FormState,
    act: &Callback<FormAction>,
) {
    match field.kind {
        FieldType::Heading => return heading(tree, view, field),
        FieldType::Hidden => return tree.nothing(),
        _ => {}
    }
    let id = input_id(index);
    let fault = state.fault(&Target::Field(field.id.clone()));
    let answer = state.answers.get(&field.id);
    let is_group = matches!(field.kind, FieldType::Radio | FieldType::Checkboxes);
    let class = if fault.is_some() { "field wrong" } else { "field" };
    tree.with(if is_group { "fieldset|class" } else { "div|class" }, &[class], |tree| {
        tree.key(&field.id);
        if is_group {
            let described = described(field, &id, fault.is_some());
            tree.set("aria-describedby", described.as_deref());
        }
        if field.kind == FieldType::Checkbox {
            tree.el("div|class=check", |tree| {
                input(tree, view, field, &id, fault.is_some(), answer, act);
                label(tree, view, field, &id);
            });
        } else {
            label(tree, view, field, &id);
        }
        for (what, words) in [("hint", field.hint.as_ref().map(|hint| view.text(hint))), ("fault", fault)] {
            match words {
                Some(words) => {
                    let shape = "p|class|id";
                    tree.with(shape, &[what, &[&id, "-", what].concat()], |tree| tree.text(words));
                }
                None => tree.nothing(),
            }
        }
        match field.kind {
            FieldType::Checkbox => {}
            _ if is_group => options(tree, view, field, &id, answer, act),
            _ => input(tree, view, field, &id, fault.is_some(), answer, act),
        }
    });
}

/// The heading of the questions that follow.
fn heading(tree: &mut Tree, view: &View, field: &Field) {
    tree.el("div|class=section", |tree| {
        tree.key(&field.id);
        tree.line("h4|class=heading", view.text(&field.label));
        if let Some(hint) = &field.hint {
            tree.line("p|class=hint", view.text(hint));
        }
    });
}

fn label(tree: &mut Tree, view: &View, field: &Field, id: &str) {
    let is_group = matches!(field.kind, FieldType::Radio | FieldType::Checkboxes);
    tree.with(if is_group { "legend" } else { "label|for" }, &[id], |tree| {
        tree.text(view.text(&field.label));
        if !field.required && field.kind != FieldType::Checkbox {
            tree.line("span|class=optional", &[" (", view.lang.form().optional, ")"].concat());
        }
    });
}

/// The ids of what describes an input.
fn described(field: &Field, id: &str, wrong: bool) -> Option<String> {
    let hint = [id, "-hint"].concat();
    let fault = [id, "-fault"].concat();
    match (field.hint.is_some(), wrong) {
        (true, true) => Some(hint + " " + &fault),
        (true, false) => Some(hint),
        (false, true) => Some(fault),
        (false, false) => None,
    }
}

/// The options of a group, one box or button each. The first has the group's own id: faults lead there.
fn options(
    tree: &mut Tree,
    view: &View,
    field: &Field,
    id: &str,
    answer: Option<&Answer>,
    act: &Callback<FormAction>,
) {
    let chosen: Vec<String> = answer.iter().flat_map(|answer| answer.values()).map(str::to_owned).collect();
    let is_radio = field.kind == FieldType::Radio;
    let kind = if is_radio { "radio" } else { "checkbox" };
    tree.el("div|class=options", |tree| {
        for (index, (value, label)) in field.options.iter().enumerate() {
            let id = if index == 0 { id.to_owned() } else { [id, "-", &index.to_string()].concat() };
            let is_ticked = chosen.contains(value);
            let (field_id, value) = (field.id.clone(), value.clone());
            let mut others = chosen.clone();
            others.retain(|other| *other != value);
            let change = act.reform(move |_: Event| {
                let answer = match is_radio {
                    true => Answer::Text(value.clone()),
                    false => {
                        let added = (!is_ticked).then(|| value.clone());
                        Answer::Many(others.iter().cloned().chain(added).collect())
                    }
                };
                FormAction::Answer(field_id.clone(), answer)
            });
            tree.el("div|class=check", |tree| {
                tree.with("input|type|id|name", &[kind, &id, &field.id], |tree| {
                    tree.check(is_ticked);
                    tree.on_change(change);
                });
                tree.with("label|for", &[&id], |tree| tree.text(view.text(label)));
            });
        }
    });
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
    tree: &mut Tree,
    view: &View,
    field: &Field,
    id: &str,
    wrong: bool,
    answer: Option<&Answer>,
    act: &Callback<FormAction>,
) {
    let value = match answer {
        Some(Answer::Text(text)) => text.as_str(),
        _ => "",
    };
    let (shape, kind) = match field.kind {
        FieldType::Textarea => ("textarea|id|name|rows=4", ""),
        FieldType::Select | FieldType::Country => ("select|id|name", ""),
        FieldType::Email
        | FieldType::Tel
        | FieldType::Url
        | FieldType::Date
        | FieldType::Checkbox
        | FieldType::File => ("input|id|name|type", field.kind.word()),
        // A number's own input is silent about what is no number.
        _ => ("input|id|name|type", "text"),
    };
    tree.with(shape, &[id, &field.id, kind], |tree| {
        tree.set("aria-invalid", wrong.then_some("true"));
        tree.set("aria-describedby", described(field, id, wrong).as_deref());
        tree.set("aria-required", field.required.then_some("true"));
        tree.set("autocomplete", field.autocomplete.as_deref());
        tree.set("inputmode", (field.kind == FieldType::Number).then_some("decimal"));
        let field_id = field.id.clone();
        // `input` is sent by all of them; ticking a box changes no value.
        tree.on_input(act.reform(move |target: HtmlInputElement| {
            let answer = match target.type_().as_str() {
                "checkbox" => Answer::Checked(target.checked()),
                "file" => file_answer(&target),
                _ => Answer::Text(target.value()),
            };
            FormAction::Answer(field_id.clone(), answer)
        }));
        match field.kind {
            FieldType::Select | FieldType::Country => {
                option(tree, "", view.lang.form().pick, value.is_empty());
                for (option_value, label) in choices(view, field) {
                    option(tree, &option_value, &label, option_value == value);
                }
            }
            FieldType::File => {
                let accept = field.accept.join(", ");
                tree.set("accept", Some(accept.as_str()).filter(|accept| !accept.is_empty()));
            }
            FieldType::Checkbox => tree.check(answer == Some(&Answer::Checked(true))),
            _ => tree.value(value),
        }
    });
}

fn option(tree: &mut Tree, value: &str, label: &str, selected: bool) {
    tree.with("option|value", &[value], |tree| {
        tree.set("selected", selected.then_some(""));
        tree.text(label);
    });
}

/// Value and label of what a list offers.
fn choices(view: &View, field: &Field) -> Vec<(String, String)> {
    match field.kind {
        FieldType::Country => platform::countries(view.lang.tag()),
        _ => {
            let option = |(value, label): &(String, Text)| (value.clone(), view.text(label).to_owned());
            field.options.iter().map(option).collect()
        }
    }
}
