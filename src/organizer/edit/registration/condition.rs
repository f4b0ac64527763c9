//! When a question is asked.

use crate::edit::fields::{Field, Select, use_field};
use crate::edit::registration::model::fields;
use crate::edit::words::name_of;
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_agenda::Lang;
use huso_edit::{Change, Document};
use huso_i18n::Texts as _;
use serde_json::{Value, json};
use web_sys::{Event, HtmlInputElement};
use yew::{AttrValue, Html, Properties, TargetCast as _, component, html};

/// Properties of [`Condition`].
#[derive(Properties, PartialEq)]
pub struct ConditionProps {
    /// Which question, from 0.
    pub index: usize,
}

/// Always, or only after some answers to another question.
#[component]
pub fn Condition(ConditionProps { index }: &ConditionProps) -> Html {
    let (lang, workspace, index) = (use_lang(), use_workspace(), *index);
    let (texts, document) = (lang.builder(), workspace.document());
    let place = fields().index(index).key("show_if");
    let (field, _) = use_field(&place.key("field"));
    let questions = document.list(&fields()).iter().enumerate();
    let others = questions
        .filter(|(other, question)| *other != index && !answers(document, question, lang).is_empty());
    let other = |(_, question): (usize, &Value)| {
        (
            AttrValue::from(id(question).to_owned()),
            AttrValue::from(format!("{} {}", texts.if_, name_of(document, question, "label", lang))),
        )
    };
    let options =
        std::iter::once(("".into(), texts.always.into())).chain(others.map(other)).collect::<Vec<_>>();
    let onchange = {
        let (workspace, place) = (workspace.clone(), place.clone());
        move |id: String| {
            let change = if id.is_empty() {
                Change::Remove(place.clone())
            } else {
                Change::Set(place.clone(), json!({ "field": id, "is": [] }))
            };
            workspace.dispatch(Action::Change(vec![change]));
        }
    };
    let chosen = document.list(&fields()).iter().find(|question| id(question) == field.typed());
    let wanted = document.list(&place.key("is"));
    let answer = |(value, label): (String, String)| {
        let (workspace, place, wanted) = (workspace.clone(), place.key("is"), wanted.to_vec());
        let is_on = wanted.iter().any(|one| *one == *value);
        let onchange = move |event: Event| {
            let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let rest = wanted.iter().filter(|one| **one != *value).cloned();
            let all: Vec<Value> = rest.chain(is_on.then(|| value.as_str().into())).collect();
            workspace.dispatch(Action::Change(vec![Change::Set(place.clone(), all.into())]));
        };
        html! { <label class="check"><input type="checkbox" checked={is_on} {onchange} />{label}</label> }
    };
    html! {
        <>
            <Field field={field.clone()} label={texts.shown_when} help={if chosen.is_some() { texts.unseen_help } else { "" }}>
                <Select id={field.id.clone()} value={field.typed()} {options} {onchange} invalid={field.invalid()}
                    described_by={field.described_by()} />
            </Field>
            if let Some(question) = chosen {
                <fieldset class="field" data-place={place.key("is").to_string()} tabindex="-1">
                    <legend class="label">{texts.is_one_of}</legend>
                    <div class="checks">{for answers(document, question, lang).into_iter().map(answer)}</div>
                </fieldset>
            }
        </>
    }
}

fn id(question: &Value) -> &str {
    question.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// The answers that a question can have, where they are known beforehand: what is stored, and what is read.
fn answers(document: &Document, question: &Value, lang: Lang) -> Vec<(String, String)> {
    if question.get("type").and_then(Value::as_str) == Some("checkbox") {
        let texts = lang.builder();
        return vec![
            ("true".to_owned(), texts.ticked.to_owned()),
            ("false".to_owned(), texts.not_ticked.to_owned()),
        ];
    }
    let options = question.get("options").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let answer = |option: &Value| {
        let value = option.get("value").and_then(Value::as_str).unwrap_or_default().to_owned();
        (value, name_of(document, option, "label", lang))
    };
    options.iter().map(answer).collect()
}
