//! Who speaks in a session.

use crate::edit::fields::{Field, use_field};
use crate::edit::words::name_of;
use crate::frame::{Icon, use_lang};
use crate::workspace::Action;
use huso_edit::{Change, Document, List, fresh_id, session_place};
use huso_i18n::{Texts as _, fill};
use serde_json::{Value, json};
use web_sys::{Event, HtmlInputElement};
use yew::{Html, Properties, TargetCast as _, component, html};

/// Properties of [`Speakers`].
#[derive(Properties, PartialEq)]
pub struct SpeakersProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
}

/// Who speaks in a session: a chip each, and a field that takes a name, known or new.
#[component]
pub fn Speakers(props: &SpeakersProps) -> Html {
    let (lang, index) = (use_lang(), props.index);
    let texts = lang.edit();
    let place = session_place(index).key("speakers");
    let (field, workspace) = use_field(&place);
    let document = workspace.document();
    let all = document.list(&List::Speakers.place());
    let named: Vec<&str> = field.value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let speaker = |id: &str| all.iter().find(|speaker| speaker.get("id").and_then(Value::as_str) == Some(id));
    let name = |id: &str| {
        speaker(id).map(|speaker| name_of(document, speaker, "name", lang)).unwrap_or_else(|| id.to_owned())
    };
    let onchange = {
        let workspace = workspace.dispatcher();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let typed = input.value().trim().to_owned();
            input.set_value("");
            if !typed.is_empty() {
                workspace.dispatch(Action::by(move |document| with_speaker(document, index, &typed)));
            }
        }
    };
    html! {
        <Field field={field.clone()} label={texts.speakers} help={texts.speakers_help}>
            <div class="chips">
                for (at, id) in named.iter().enumerate() {
                    <span class="chip">{name(id)}<button type="button" aria-label={fill(texts.take_out, &[("name", &name(id))])} onclick={
                        let (workspace, place) = (workspace.dispatcher(), place.index(at));
                        move |_| workspace.dispatch(Action::Change(vec![Change::Remove(place.clone())]))
                    }><Icon name="cross" /></button></span>
                }
                <input id={field.id.clone()} data-place={field.id.clone()} list="speaker-names" placeholder={texts.add_speaker} autocomplete="off"
                    {onchange} aria-describedby={field.described_by()} />
                <datalist id="speaker-names">
                    for one in all { <option value={name_of(document, one, "name", lang)} /> }
                </datalist>
            </div>
        </Field>
    }
}

/// Adds the speaker of a name to a session; a new one, if there is none of that name.
fn with_speaker(document: &Document, index: usize, name: &str) -> Vec<Change> {
    let place = session_place(index).key("speakers");
    let mut named: Vec<Value> = document.list(&place).to_vec();
    let all = document.list(&List::Speakers.place());
    let known = all.iter().find(|speaker| speaker.get("name").and_then(Value::as_str) == Some(name));
    let id = known.and_then(|speaker| speaker.get("id")).cloned();
    let new = id.is_none().then(|| fresh_id(document, "speakers", "speaker"));
    let entry = new
        .as_ref()
        .map(|id| Change::Insert(List::Speakers.place().index(all.len()), json!({ "id": id, "name": name })));
    let id = id.unwrap_or_else(|| new.unwrap_or_default().into());
    if named.contains(&id) {
        return Vec::new();
    }
    named.push(id);
    entry.into_iter().chain([Change::Set(place, named.into())]).collect()
}
