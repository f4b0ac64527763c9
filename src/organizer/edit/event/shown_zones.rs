//! Whose times are shown beside each session.

use crate::edit::event::zone_search::ZoneSearch;
use crate::edit::fields::TextField;
use crate::frame::{Icon, use_lang};
use crate::workspace::{Action, use_workspace};
use huso_agenda::model::reading::default_zones;
use huso_agenda::zone::Database;
use huso_agenda::{Lang, Text};
use huso_announcement::places::Match;
use huso_edit::{Change, Document, Place};
use huso_i18n::{Texts as _, fill, zone_names};
use serde_json::{Value, json};
use yew::{Callback, Html, component, html};

/// Whose times are shown, in their order, and what readers call them.
#[component]
pub fn ShownZones() -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.edit();
    let place = Place::parse("zones");
    let written = workspace.document().list(&place).len();
    let zones = zones(workspace.document());
    let act = |change: fn(&mut Vec<Value>, usize), at: usize| {
        let (workspace, place) = (workspace.dispatcher(), place.clone());
        move |_| {
            let place = place.clone();
            workspace.dispatch(Action::by(move |document| {
                let mut all = self::zones(document);
                change(&mut all, at);
                vec![Change::Set(place.clone(), all.into())]
            }));
        }
    };
    let onpick = {
        let (workspace, place) = (workspace.dispatcher(), place.clone());
        Callback::from(move |offer: Match| {
            let (place, label) = (place.clone(), offer.country.unwrap_or(&offer.place).to_owned());
            workspace.dispatch(Action::by(move |document| {
                let mut all = self::zones(document);
                all.push(json!({ "timezone": offer.zone, "label": label }));
                vec![Change::Set(place.clone(), all.into())]
            }));
        })
    };
    let last = zones.len().saturating_sub(1);
    html! {
        <div class="shown-zones">
            <h3>{texts.shown_zones}</h3>
            <p class="hint">{if written == 0 { texts.default_zones } else { texts.shown_zones_help }}</p>
            <ol>
                for (at, zone) in zones.iter().enumerate() {
                    <li key={at}>
                        {label(zone, at, written, lang)}
                        <span class="order">
                            <button type="button" class="square neutral" aria-label={fill(texts.move_up, &[("name", &name(zone, lang))])} aria-disabled={(at == 0).then_some("true")}
                                onclick={act(|all, at| if at > 0 && at < all.len() { all.swap(at, at - 1) }, at)}><Icon name="up" /></button>
                            <button type="button" class="square neutral" aria-label={fill(texts.move_down, &[("name", &name(zone, lang))])} aria-disabled={(at == last).then_some("true")}
                                onclick={act(|all, at| if at + 1 < all.len() { all.swap(at, at + 1) }, at)}><Icon name="chevron" /></button>
                            <button type="button" class="square neutral" aria-label={fill(texts.take_out, &[("name", &name(zone, lang))])}
                                onclick={act(|all, at| if at < all.len() { all.remove(at); }, at)}><Icon name="cross" /></button>
                        </span>
                    </li>
                }
            </ol>
            <ZoneSearch id="zones" label={texts.add_zone} {onpick} />
        </div>
    }
}

/// The zones that are written, or those that are shown without any.
fn zones(document: &Document) -> Vec<Value> {
    let written = document.list(&Place::parse("zones"));
    if !written.is_empty() {
        return written.to_vec();
    }
    let zone =
        |(zone, label): &(huso_agenda::Zone, Text)| json!({ "timezone": zone.name(), "label": text(label) });
    default_zones(&Database::default()).iter().map(zone).collect()
}

fn text(label: &Text) -> Value {
    match label {
        Text::Plain(text) => text.as_str().into(),
        Text::ByLanguage(texts) => texts
            .iter()
            .map(|(tag, text)| (tag.clone(), text.as_str().into()))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// What a zone of the list is called.
fn name(zone: &Value, lang: Lang) -> String {
    let label = zone.get("label").map(|label| huso_edit::text_for(label, lang, lang).to_owned());
    label.filter(|label| !label.is_empty()).unwrap_or_else(|| place_of(zone, lang))
}

fn place_of(zone: &Value, lang: Lang) -> String {
    zone_names::place(zone.get("timezone").and_then(Value::as_str).unwrap_or_default(), lang)
}

/// Its label, a field once it is written in the file.
fn label(zone: &Value, at: usize, written: usize, lang: Lang) -> Html {
    if at < written {
        let place = Place::parse("zones").index(at).key("label");
        html! { <TextField {place} label={place_of(zone, lang)} /> }
    } else {
        html! { <span>{name(zone, lang)}</span> }
    }
}
