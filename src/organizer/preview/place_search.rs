//! A search for a place anywhere.

use crate::frame::use_lang;
use huso::browser::choosable_zones;
use huso_announcement::places::{Directory, Match};
use huso_i18n::{Texts as _, fill};
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, Properties, TargetCast as _, component, html, use_memo, use_state_eq};

/// Most places that are offered at once.
const MOST: usize = 6;

/// Properties of [`PlaceSearch`].
#[derive(Properties, PartialEq)]
pub struct PlaceSearchProps {
    /// Which preview it is for, from 0.
    pub index: usize,
    /// Takes the IANA name of the zone that is found.
    pub on_find: Callback<String>,
}

/// A search for a place by city, country, region or abbreviation.
#[component]
pub fn PlaceSearch(props: &PlaceSearchProps) -> Html {
    let lang = use_lang();
    let texts = lang.preview();
    let typed = use_state_eq(String::new);
    let directory = use_memo(lang, |lang| Directory::new(Vec::new(), &choosable_zones(), *lang));
    let id = format!("place-search-{}", props.index);
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let offer = |found: Match| {
        let name = found
            .country
            .map_or_else(|| found.place.clone(), |country| format!("{}, {country}", found.place));
        let onclick = props.on_find.reform(move |_| found.zone.clone());
        html! { <li><button type="button" class="neutral" {onclick}>{name}</button></li> }
    };
    let found: Vec<Match> = directory.search(&typed).into_iter().take(MOST).collect();
    html! {
        <div class="place-search" role="search">
            <label for={id.clone()}>{texts.search_place}</label>
            <input {id} type="search" autocomplete="off" spellcheck="false" value={(*typed).clone()} {oninput} />
            <ul>{for found.iter().cloned().map(offer)}</ul>
            <p role="status" class="hint">
                if found.is_empty() && !typed.trim().is_empty() { {fill(texts.no_place, &[("typed", &typed)])} }
            </p>
        </div>
    }
}
