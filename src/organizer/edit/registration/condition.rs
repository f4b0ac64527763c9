//! When a question or a consent is asked.

use crate::edit::fields::{Field, Select, use_field};
use crate::edit::registration::known_answers::known_answers;
use crate::edit::registration::model::fields;
use crate::edit::registration::wanted_answers::WantedAnswers;
use crate::edit::words::name_of;
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::{Change, Place};
use huso_i18n::{Texts as _, fill};
use serde_json::{Value, json};
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`Condition`].
#[derive(Properties, PartialEq)]
pub struct ConditionProps {
    /// The place of what is asked.
    pub of: Place,
    /// What follows for who doesn't see it.
    pub help: &'static str,
}

/// Always, or only after some answers to another question.
#[component]
pub fn Condition(ConditionProps { of, help }: &ConditionProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, document, place) = (lang.builder(), workspace.document(), of.key("show_if"));
    let (field, _) = use_field(&place.key("field"));
    let others = document.list(&fields()).iter().enumerate().filter_map(|(index, question)| {
        let can_decide = fields().index(index) != *of && !known_answers(document, question, lang).is_empty();
        let name = || fill(texts.only_if, &[("question", &name_of(document, question, "label", lang))]);
        can_decide.then(|| (AttrValue::from(id(question).to_owned()), AttrValue::from(name())))
    });
    let options = std::iter::once(("".into(), texts.always.into())).chain(others).collect::<Vec<_>>();
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
    html! {
        <>
            <Field field={field.clone()} label={texts.shown_when} help={if chosen.is_some() { help } else { "" }}>
                <Select id={field.id.clone()} value={field.typed()} {options} {onchange} invalid={field.invalid()}
                    described_by={field.described_by()} />
            </Field>
            if let Some(question) = chosen {
                <WantedAnswers place={place.key("is")} answers={known_answers(document, question, lang)} />
            }
        </>
    }
}

fn id(question: &Value) -> &str {
    question.get("id").and_then(Value::as_str).unwrap_or_default()
}
