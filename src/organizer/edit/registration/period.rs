//! When registration is open, for what, and for how many.

use crate::edit::fields::{ChoiceField, LineField, TextField};
use crate::edit::registration::model::registration;
use crate::edit::registration::moment_field::MomentField;
use crate::edit::words::{event_zone, zone_label};
use crate::frame::use_lang;
use crate::workspace::{Checked, use_workspace};
use huso_i18n::{Texts as _, fill};
use yew::{Html, component, html, use_context};

/// When registration is open, for what, for how many, and what is said after it.
#[component]
pub fn Period() -> Html {
    let (lang, workspace, checked) = (use_lang(), use_workspace(), use_context::<Checked>());
    let (texts, place) = (lang.builder(), registration());
    let document = workspace.document();
    let zone =
        event_zone(document).zip(checked).map(|(zone, checked)| zone_label(&checked, zone.name(), lang));
    let is_by_session = document.str(&place.key("choose")) == "sessions";
    let choose =
        vec![("event".into(), texts.choose_event.into()), ("sessions".into(), texts.choose_sessions.into())];
    let duplicates = vec![
        ("by_person".into(), texts.by_person.into()),
        ("by_email".into(), texts.by_email.into()),
        ("allow".into(), texts.allow.into()),
    ];
    html! {
        <section class="period">
            <h2>
                {texts.period}{" "}
                if let Some(zone) = zone { <span class="hint">{fill(texts.hour_of, &[("place", &zone)])}</span> }
            </h2>
            <div class="pair">
                <MomentField place={place.key("opens")} label={texts.opens} />
                <MomentField place={place.key("closes")} label={texts.closes} />
            </div>
            <div class="pair">
                <LineField place={place.key("capacity")} label={texts.capacity} help={texts.capacity_help} is_number={true} />
                <ChoiceField place={place.key("choose")} label={texts.choose} default="event" options={choose} />
            </div>
            if is_by_session {
                <div class="pair">
                    <LineField place={place.key("min_sessions")} label={texts.min_sessions} is_number={true} />
                    <LineField place={place.key("max_sessions")} label={texts.max_sessions} is_number={true} />
                </div>
            }
            <ChoiceField place={place.key("duplicates")} label={texts.duplicates} help={texts.duplicates_help} default="by_person" options={duplicates} />
            <TextField place={place.key("confirmation")} label={texts.confirmation} help={texts.confirmation_help} rows={2} />
        </section>
    }
}
