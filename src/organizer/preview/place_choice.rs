//! Where one of the previews is seen from.

use crate::frame::use_lang;
use crate::preview::place_search::PlaceSearch;
use crate::preview::places::{SeenFrom, name_of};
use huso_i18n::Texts as _;
use std::rc::Rc;
use web_sys::{Event, HtmlSelectElement};
use yew::{Callback, Html, Properties, TargetCast as _, component, html, use_state_eq};

/// What the list's last entry stands for.
const OTHER: &str = "other";

/// Properties of [`PlaceChoice`].
#[derive(Properties, PartialEq)]
pub struct PlaceChoiceProps {
    /// Which preview, from 0.
    pub index: usize,
    /// Its zone's IANA name.
    pub zone: String,
    /// The event's own places.
    pub places: Rc<Vec<SeenFrom>>,
    /// Takes the IANA name of the zone that is chosen.
    pub on_choose: Callback<String>,
}

/// A list of the event's own places, and a search for any other.
#[component]
pub fn PlaceChoice(props: &PlaceChoiceProps) -> Html {
    let lang = use_lang();
    let texts = lang.preview();
    let is_searching = use_state_eq(|| false);
    let id = format!("seen-from-{}", props.index);
    let onchange = {
        let (is_searching, on_choose) = (is_searching.setter(), props.on_choose.clone());
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            is_searching.set(value == OTHER);
            if value != OTHER {
                on_choose.emit(value);
            }
        }
    };
    let on_find = {
        let (is_searching, on_choose) = (is_searching.setter(), props.on_choose.clone());
        move |zone| {
            is_searching.set(false);
            on_choose.emit(zone);
        }
    };
    let is_own = props.places.iter().any(|place| place.zone == props.zone);
    let option = |zone: &str, name: String| {
        html! {
            <option value={zone.to_owned()} selected={!*is_searching && zone == props.zone}>{name}</option>
        }
    };
    html! {
        <div class="place">
            <label for={id.clone()}>{texts.from}</label>
            <select {id} {onchange}>
                for place in props.places.iter() { {option(&place.zone, place.name.clone())} }
                if !is_own { {option(&props.zone, name_of(&props.zone, &props.places, lang))} }
                <option value={OTHER} selected={*is_searching}>{texts.another_place}</option>
            </select>
            if *is_searching { <PlaceSearch index={props.index} {on_find} /> }
        </div>
    }
}
