//! A choice among places, and any other.

use crate::frame::use_lang;
use huso_agenda::Zone;
use huso_announcement::places::{Directory, Match};
use huso_i18n::Texts as _;
use web_sys::HtmlInputElement;
use yew::{
    Callback, Html, InputEvent, Properties, TargetCast as _, component, html, use_memo, use_state,
    use_state_eq,
};

/// Most places that are offered at once.
const MOST: usize = 6;

/// Properties of [`ZoneChoice`].
#[derive(Properties, PartialEq)]
pub struct ZoneChoiceProps {
    /// Names the choice among others of the page.
    pub id: String,
    /// The zones to choose from at once: IANA name and place.
    pub offered: Vec<(String, String)>,
    /// The zone that is chosen, by its IANA name.
    pub chosen: Option<String>,
    /// Chooses one: IANA name and place.
    pub on_choose: Callback<(String, String)>,
}

/// A choice among places, and any other that is found by its name.
#[component]
pub fn ZoneChoice(props: &ZoneChoiceProps) -> Html {
    let lang = use_lang();
    let texts = lang.review();
    let is_other = use_state_eq(|| false);
    let found = use_state(Vec::<Match>::new);
    let directory = use_memo(lang, |lang| {
        let zones: Vec<String> = Zone::all().map(|zone| zone.name().to_owned()).collect();
        Directory::new(Vec::new(), &zones, *lang)
    });
    let radio = |zone: &str, place: &str, more: Option<&str>| {
        let value = (zone.to_owned(), place.to_owned());
        let onchange = props.on_choose.reform(move |_| value.clone());
        let is_chosen = props.chosen.as_deref() == Some(zone);
        html! {
            <label class="option">
                <input type="radio" name={props.id.clone()} checked={is_chosen} {onchange} />
                <span>{place}if let Some(more) = more { {" "}<span class="faint">{more}</span> }</span>
            </label>
        }
    };
    let onother = {
        let is_other = is_other.setter();
        move |_| is_other.set(true)
    };
    let oninput = {
        let (found, offered) = (found.setter(), props.offered.clone());
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            let is_new = |one: &Match| !offered.iter().any(|(zone, _)| *zone == one.zone);
            found.set(directory.search(&typed).into_iter().filter(is_new).take(MOST).collect());
        }
    };
    let city = format!("{}-city", props.id);
    html! {
        <div class="zones">
            <div class="options">
                for (zone, place) in &props.offered { {radio(zone, place, None)} }
                if !*is_other { <button type="button" class="plain" onclick={onother}>{texts.other_city}</button> }
            </div>
            if *is_other {
                <label for={city.clone()}>{texts.city}</label>
                <input id={city} type="search" autocomplete="off" {oninput} />
                <div class="options" role="status">
                    for one in found.iter() { {radio(&one.zone, &one.place, one.country)} }
                </div>
            }
        </div>
    }
}
