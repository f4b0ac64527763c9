//! One question in a form.

use crate::edit::fields::{ChoiceField, LineField, TextField};
use crate::edit::registration::check_field::CheckField;
use crate::edit::registration::condition::Condition;
use crate::edit::registration::limits::Limits;
use crate::edit::registration::model::fields;
use crate::edit::registration::options::Options;
use crate::edit::registration::question_types::{has_options, type_options};
use crate::edit::words::name_of;
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::{Change, fresh_id};
use huso_i18n::{Texts as _, fill};
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`QuestionForm`].
#[derive(Properties, PartialEq)]
pub struct QuestionFormProps {
    /// Which question, from 0.
    pub index: usize,
    /// Chooses another.
    pub on_choose: Callback<usize>,
}

/// One question in a form.
#[component]
pub fn QuestionForm(QuestionFormProps { index, on_choose }: &QuestionFormProps) -> Html {
    let (lang, workspace, index) = (use_lang(), use_workspace(), *index);
    let (texts, place) = (lang.builder(), fields().index(index));
    let document = workspace.document();
    let Some(question) = document.get(&place) else { return Html::default() };
    let name = name_of(document, question, "label", lang);
    let copy = {
        let (workspace, on_choose, mut copy) = (workspace.clone(), on_choose.clone(), question.clone());
        if let Some(copy) = copy.as_object_mut() {
            copy.insert("id".to_owned(), fresh_id(document, "registration.fields", "question").into());
        }
        move |_| {
            let change = Change::Insert(fields().index(index + 1), copy.clone());
            workspace.dispatch(Action::Change(vec![change]));
            on_choose.emit(index + 1);
        }
    };
    let remove = {
        let (workspace, place) = (workspace.clone(), place.clone());
        let words = fill(texts.removed, &[("name", &name)]);
        move |_| workspace.dispatch(Action::Take(vec![Change::Remove(place.clone())], words.clone()))
    };
    let kind = document.str(&place.key("type")).to_owned();
    let is_asked = !matches!(kind.as_str(), "heading" | "hidden");
    html! {
        <section class="form" aria-label={texts.field} key={index}>
            <div class="form-head">
                <h2>{texts.field}</h2>
                <button type="button" class="plain" onclick={copy}>{texts.duplicate}</button>
                <button type="button" class="plain" onclick={remove}>{texts.remove}</button>
            </div>
            <TextField place={place.key("label")} label={texts.question} rows={2} />
            if is_asked { <TextField place={place.key("hint")} label={texts.hint} help={texts.hint_help} rows={2} /> }
            <ChoiceField place={place.key("type")} label={texts.kind} options={type_options(lang)} />
            if has_options(&kind) { <Options place={place.key("options")} /> }
            if is_asked { <CheckField place={place.key("required")} label={texts.required} help={texts.required_help} /> }
            <Condition of={place.clone()} help={texts.unseen_help} />
            <Limits place={place.clone()} {kind} />
            <LineField place={place.key("id")} label={texts.id} help={texts.id_help} />
        </section>
    }
}
