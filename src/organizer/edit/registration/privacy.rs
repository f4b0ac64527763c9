//! What becomes of the answers.

use crate::edit::fields::{LineField, TextField};
use crate::edit::registration::model::{self, is_draft, registration};
use crate::frame::{Block, Tone, use_lang};
use crate::workspace::{Action, use_workspace};
use huso_edit::Change;
use huso_i18n::{Texts as _, fill};
use yew::{Html, component, html};

/// Who keeps the answers, and what for; drafts by country to start from.
#[component]
pub fn Privacy() -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, place) = (lang.builder(), registration().key("privacy"));
    let draft = |(code, country): (&'static str, &'static str)| {
        let (workspace, place) = (workspace.clone(), place.clone());
        let words = fill(texts.draft_taken, &[("country", country)]);
        let onclick = move |_| {
            let change = Change::Set(place.clone(), model::privacy(code));
            workspace.dispatch(Action::Take(vec![change], words.clone()));
        };
        html! { <button type="button" class="neutral" {onclick}>{country}</button> }
    };
    let is_draft = workspace.document().get(&place).is_some_and(is_draft);
    html! {
        <section class="privacy">
            <h2>{texts.privacy}{" "}<span class="hint">{texts.privacy_help}</span></h2>
            <div class="field">
                <p class="label" id="drafts">{texts.drafts}</p>
                <div class="buttons" role="group" aria-labelledby="drafts">{for model::countries(lang).map(draft)}</div>
                <p class="hint">{texts.drafts_help}</p>
            </div>
            if is_draft { <Block tone={Tone::Warning} title={texts.is_draft}><p>{texts.draft_help}</p></Block> }
            <div class="pair">
                <TextField place={place.key("controller")} label={texts.controller} />
                <TextField place={place.key("address")} label={texts.address} />
            </div>
            <div class="pair">
                <LineField place={place.key("contact")} label={texts.contact} />
                <LineField place={place.key("rights")} label={texts.rights} help={texts.rights_help} />
            </div>
            <TextField place={place.key("purpose")} label={texts.purpose} rows={2} />
            <div class="pair">
                <TextField place={place.key("retention")} label={texts.retention} rows={2} />
                <LineField place={place.key("retention_days")} label={texts.retention_days} help={texts.retention_days_help} is_number={true} />
            </div>
            <div class="pair">
                <TextField place={place.key("recipients")} label={texts.recipients} />
                <TextField place={place.key("transfers")} label={texts.transfers} />
            </div>
            <div class="pair">
                <LineField place={place.key("notice")} label={texts.notice} />
                <LineField place={place.key("version")} label={texts.version} help={texts.version_help} />
            </div>
            <LineField place={place.key("minimum_age")} label={texts.minimum_age} help={texts.minimum_age_help} is_number={true} />
        </section>
    }
}
