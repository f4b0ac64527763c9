//! What people agree to.

use crate::edit::fields::{LineField, TextField};
use crate::edit::registration::check_field::CheckField;
use crate::edit::registration::condition::Condition;
use crate::edit::registration::known_answers::known_answers;
use crate::edit::registration::model::{fields, is_draft, registration};
use crate::edit::registration::use_chosen::use_chosen;
use crate::edit::words::name_of;
use crate::frame::{Icon, Mark, Tone, use_lang};
use crate::workspace::{Action, use_workspace};
use huso_agenda::Lang;
use huso_edit::{Change, Document, Place, fresh_id, languages, own_language, text_in};
use huso_i18n::{Texts as _, fill};
use serde_json::{Value, json};
use yew::{Html, component, html};

/// What people agree to, a row each with what it lacks; one of them opened.
#[component]
pub fn Consents() -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, document, list) = (lang.builder(), workspace.document(), registration().key("consents"));
    let (open, on_open) = use_chosen("consents");
    let consents = document.list(&list);
    let row = |(index, consent): (usize, &Value)| {
        let name = name_of(document, consent, "text", lang);
        let is_open = open == Some(index);
        let onclick = on_open.reform(move |_| (!is_open).then_some(index));
        let is_required = consent.get("required") == Some(&Value::Bool(true));
        let remove = {
            let (workspace, place) = (workspace.clone(), list.index(index));
            let words = fill(texts.removed, &[("name", &name)]);
            move |_| workspace.dispatch(Action::Take(vec![Change::Remove(place.clone())], words.clone()))
        };
        html! {
            <li key={index}>
                <p class="consent">
                    <span>{if name.is_empty() { texts.no_text.to_owned() } else { name.clone() }}</span>
                    <span class="faint">
                        {if is_required { texts.needed } else { texts.optional }}{for_whom(document, consent, lang)}
                    </span>
                    {state(document, consent, lang)}
                    <button type="button" class="plain" aria-expanded={is_open.to_string()} {onclick}>{texts.edit}</button>
                </p>
                if is_open { {form(&list.index(index), lang)}<p><button type="button" class="plain" onclick={remove}>{texts.remove}</button></p> }
            </li>
        }
    };
    let add = {
        let (workspace, list, count) = (workspace.clone(), list.clone(), consents.len());
        move |_| {
            let consent = json!({ "id": fresh_id(workspace.document(), "registration.consents", "consent"), "text": "" });
            workspace.dispatch(Action::Change(vec![Change::Insert(list.index(count), consent)]));
            workspace.dispatch(Action::GoTo(list.index(count).key("text")));
        }
    };
    html! {
        <section class="consents">
            <h2>{texts.consents}{" "}<span class="hint">{texts.consents_help}</span></h2>
            <ul>{for consents.iter().enumerate().map(row)}</ul>
            <button type="button" class="neutral" onclick={add}><Icon name="plus" />{texts.add_consent}</button>
        </section>
    }
}

/// The form of a consent.
fn form(place: &Place, lang: Lang) -> Html {
    let texts = lang.builder();
    html! {
        <div class="form">
            <TextField place={place.key("text")} label={texts.consent_text} help={texts.consent_help} rows={3} />
            <LineField place={place.key("url")} label={texts.consent_url} />
            <CheckField place={place.key("required")} label={texts.consent_required} />
            <Condition of={place.clone()} help={texts.unseen_consent_help} />
        </div>
    }
}

/// `, si País: Perú`; nothing where everybody is asked.
fn for_whom(document: &Document, consent: &Value, lang: Lang) -> Option<String> {
    let id = consent.pointer("/show_if/field")?;
    let question = document.list(&fields()).iter().find(|question| question.get("id") == Some(id))?;
    let wanted = consent.pointer("/show_if/is")?.as_array()?;
    let answers = known_answers(document, question, lang).into_iter();
    let names: Vec<_> =
        answers.filter(|(value, _)| wanted.iter().any(|one| *one == **value)).map(|(_, name)| name).collect();
    let question = format!("{}: {}", name_of(document, question, "label", lang), names.join(", "));
    Some(format!(", {}", fill(lang.builder().only_if, &[("question", &question)])))
}

/// Whether a consent's text is written, in all of the event's languages, and no draft any more.
fn state(document: &Document, consent: &Value, lang: Lang) -> Html {
    let (texts, own) = (lang.builder(), own_language(document));
    let text = consent.get("text").cloned().unwrap_or_default();
    let is_written = |lang: &Lang| text_in(&text, *lang, own).is_some_and(|text| !text.trim().is_empty());
    let missing = languages(document).into_iter().filter(|lang| !is_written(lang));
    let missing: Vec<String> = missing.map(|lang| lang.tag().to_uppercase()).collect();
    if is_draft(&text) {
        html! { <Mark tone={Tone::Warning} words={texts.is_draft} /> }
    } else if missing.is_empty() {
        html! { <span class="mark"><Icon name="check" />{texts.ready}</span> }
    } else {
        html! { <Mark tone={Tone::Warning} words={fill(texts.lacks, &[("languages", &missing.join(", "))])} /> }
    }
}
