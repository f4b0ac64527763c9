//! The questions, in the order in which they are asked.

use crate::edit::registration::model::fields;
use crate::edit::registration::question_types::type_name;
use crate::edit::words::name_of;
use crate::frame::{Icon, use_lang};
use crate::workspace::{Action, WorkspaceHandle, use_workspace};
use huso_agenda::Lang;
use huso_edit::{Change, Document, fresh_id};
use huso_i18n::{Texts as _, fill};
use serde_json::{Value, json};
use web_sys::{DragEvent, Event, HtmlInputElement, KeyboardEvent};
use yew::{Callback, Html, Properties, TargetCast as _, component, html, use_state};

/// Properties of [`QuestionList`].
#[derive(Properties, PartialEq)]
pub struct QuestionListProps {
    /// The question in the form, from 0.
    pub chosen: usize,
    /// Chooses another.
    pub on_choose: Callback<usize>,
}

/// The questions: one is dragged to another place by its handle, or led there with Alt and the arrow keys.
#[component]
pub fn QuestionList(props: &QuestionListProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, document) = (lang.builder(), workspace.document());
    let dragged = use_state(|| None::<usize>);
    let questions = document.list(&fields());
    let last = questions.len().saturating_sub(1);
    let move_to = {
        let (workspace, on_choose) = (workspace.clone(), props.on_choose.clone());
        Callback::from(move |(from, to): (usize, usize)| {
            workspace.dispatch(Action::Change(moved(workspace.document(), from, to)));
            on_choose.emit(to);
        })
    };
    let row = |(index, question): (usize, &Value)| {
        let name = name_of(document, question, "label", lang);
        let onclick = props.on_choose.reform(move |_| index);
        let onkeydown = {
            let move_to = move_to.clone();
            move |event: KeyboardEvent| {
                let to = match event.key().as_str() {
                    "ArrowUp" if event.alt_key() => index.checked_sub(1),
                    "ArrowDown" if event.alt_key() => Some(index + 1).filter(|to| *to <= last),
                    _ => return,
                };
                event.prevent_default();
                to.into_iter().for_each(|to| move_to.emit((index, to)));
            }
        };
        let ondragstart = {
            let dragged = dragged.setter();
            move |_: DragEvent| dragged.set(Some(index))
        };
        let ondrop = {
            let (dragged, move_to) = (dragged.clone(), move_to.clone());
            move |event: DragEvent| {
                event.prevent_default();
                dragged.iter().for_each(|from| move_to.emit((*from, index)));
                dragged.set(None);
            }
        };
        html! {
            <tr key={index} class={(index == props.chosen).then_some("chosen")} {ondrop} ondragover={|event: DragEvent| event.prevent_default()}>
                <td class="handle" draggable="true" {ondragstart}><Icon name="handle" /></td>
                <th scope="row">
                    <button type="button" class="plain" aria-pressed={(index == props.chosen).to_string()} {onclick} {onkeydown}>
                        {if name.is_empty() { texts.unnamed.to_owned() } else { name.clone() }}
                    </button>
                </th>
                <td class="faint">{kind(question, lang)}</td>
                <td class="faint">{when(document, question, lang)}</td>
                <td>{required(&workspace, index, question, &fill(texts.required_of, &[("question", &name)]))}</td>
            </tr>
        }
    };
    let add = {
        let (workspace, on_choose, count) = (workspace.clone(), props.on_choose.clone(), questions.len());
        move |_| {
            let id = fresh_id(workspace.document(), "registration.fields", "question");
            let question = json!({ "id": id, "type": "text", "label": "" });
            let place = fields().index(count);
            workspace.dispatch(Action::Change(vec![Change::Insert(place.clone(), question)]));
            on_choose.emit(count);
            workspace.dispatch(Action::GoTo(place.key("label")));
        }
    };
    html! {
        <section class="questions">
            <h2>{texts.fields}{" "}<span class="hint">{texts.fields_help}</span></h2>
            if questions.is_empty() { <p class="hint">{texts.no_fields}</p> } else {
                <table>
                    <thead><tr>
                        <td />
                        <th scope="col">{texts.question}</th>
                        <th scope="col">{texts.kind}</th>
                        <th scope="col">{texts.when}</th>
                        <th scope="col">{texts.required_short}</th>
                    </tr></thead>
                    <tbody>{for questions.iter().enumerate().map(row)}</tbody>
                </table>
                <p class="hint">{texts.order_help}</p>
            }
            <button type="button" onclick={add}><Icon name="plus" />{texts.add_field}</button>
        </section>
    }
}

/// Moves a question to another's place.
fn moved(document: &Document, from: usize, to: usize) -> Vec<Change> {
    let question = document.get(&fields().index(from)).cloned().filter(|_| from != to);
    let moved =
        |question| vec![Change::Remove(fields().index(from)), Change::Insert(fields().index(to), question)];
    question.map(moved).unwrap_or_default()
}

/// `lista de 4`, `una línea`
fn kind(question: &Value, lang: Lang) -> String {
    let kind = question.get("type").and_then(Value::as_str).unwrap_or_default();
    let options = question.get("options").and_then(Value::as_array).map_or(0, Vec::len);
    let name = type_name(kind, lang);
    if options == 0 {
        name
    } else {
        fill(lang.builder().of_options, &[("kind", &name), ("n", &options.to_string())])
    }
}

/// `solo si ¿Cómo participa?`
fn when(document: &Document, question: &Value, lang: Lang) -> String {
    let Some(id) = question.pointer("/show_if/field") else { return String::new() };
    let other = document.list(&fields()).iter().find(|other| other.get("id") == Some(id));
    let name = other.map(|other| name_of(document, other, "label", lang)).unwrap_or_default();
    fill(lang.builder().only_if, &[("question", &name)])
}

fn required(workspace: &WorkspaceHandle, index: usize, question: &Value, name: &str) -> Html {
    let place = fields().index(index).key("required");
    let is_required = question.get("required") == Some(&Value::Bool(true));
    let onchange = {
        let workspace = workspace.clone();
        move |event: Event| {
            let is_required = event.target_unchecked_into::<HtmlInputElement>().checked();
            let change = if is_required {
                Change::Set(place.clone(), true.into())
            } else {
                Change::Remove(place.clone())
            };
            workspace.dispatch(Action::Change(vec![change]));
        }
    };
    html! { <input type="checkbox" aria-label={name.to_owned()} checked={is_required} {onchange} /> }
}
