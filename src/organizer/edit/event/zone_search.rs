//! A place is typed, a zone is chosen.

use crate::frame::use_lang;
use huso_agenda::Zone;
use huso_announcement::places::{Directory, Match};
use huso_i18n::Texts as _;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{AttrValue, Callback, Html, Properties, TargetCast as _, component, html, use_memo, use_state};

/// Most places that are offered at once.
const MOST: usize = 6;

/// Properties of [`ZoneSearch`].
#[derive(Properties, PartialEq)]
pub struct ZoneSearchProps {
    /// Its element's id, and its value's place.
    pub id: AttrValue,
    /// What it asks for.
    pub label: AttrValue,
    /// Takes the place that is chosen.
    pub onpick: Callback<Match>,
}

/// A place is typed; the zones that may be meant are offered. Enter takes the first.
#[component]
pub fn ZoneSearch(props: &ZoneSearchProps) -> Html {
    let lang = use_lang();
    let typed = use_state(String::new);
    let directory = use_memo(lang, |lang| {
        let zones: Vec<String> = Zone::all().map(|zone| zone.name().to_owned()).collect();
        Directory::new(Vec::new(), &zones, *lang)
    });
    let offers: Vec<Match> = directory
        .search(&typed)
        .into_iter()
        .filter(|offer| Zone::is_embedded(&offer.zone))
        .take(MOST)
        .collect();
    let pick = |offer: &Match| {
        let (offer, onpick, typed) = (offer.clone(), props.onpick.clone(), typed.setter());
        move || {
            typed.set(String::new());
            onpick.emit(offer.clone());
        }
    };
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let onkeydown = {
        let first = offers.first().map(pick);
        move |event: KeyboardEvent| {
            if let Some(first) = first.as_ref().filter(|_| event.key() == "Enter" && !event.is_composing()) {
                event.prevent_default();
                first();
            }
        }
    };
    html! {
        <div class="zone-search">
            <label for={props.id.clone()}>{&props.label}</label>
            <input id={props.id.clone()} data-place={props.id.clone()} value={(*typed).clone()} placeholder={lang.edit().zone_placeholder} autocomplete="off" {oninput} {onkeydown} />
            <div role="status">
                if !typed.trim().is_empty() && offers.is_empty() { <p class="hint">{lang.edit().no_zone}</p> }
                if !offers.is_empty() {
                    <ul class="offers">
                        for offer in &offers {
                            <li><button type="button" class="neutral" onclick={let pick = pick(offer); move |_| pick()}>{name(offer)}</button></li>
                        }
                    </ul>
                }
            </div>
        </div>
    }
}

/// `Santiago (Chile)`
fn name(offer: &Match) -> String {
    match offer.country {
        Some(country) => format!("{} ({country})", offer.place),
        None => offer.place.clone(),
    }
}
