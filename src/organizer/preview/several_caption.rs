//! Where one of several previews is seen from.

use crate::frame::use_lang;
use crate::preview::place_choice::PlaceChoice;
use crate::preview::places::{SeenFrom, name_of};
use crate::preview::state::{MOST, PreviewAction, PreviewState};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Html, Properties, UseReducerHandle, component, html};

/// Properties of [`SeveralCaption`].
#[derive(Properties, PartialEq)]
pub struct SeveralCaptionProps {
    /// Which preview, from 0.
    pub index: usize,
    /// How they are looked at.
    pub state: UseReducerHandle<PreviewState>,
    /// The event's own places.
    pub places: Rc<Vec<SeenFrom>>,
}

/// Where one of several previews is seen from, what takes it away and, at the last, what adds one more.
#[component]
pub fn SeveralCaption(SeveralCaptionProps { index, state, places }: &SeveralCaptionProps) -> Html {
    let (index, lang) = (*index, use_lang());
    let texts = lang.preview();
    let zone = state.places.get(index).cloned().unwrap_or_default();
    let on_choose = {
        let state = state.dispatcher();
        move |zone| state.dispatch(PreviewAction::SeeFrom(index, zone))
    };
    let on_remove = {
        let state = state.dispatcher();
        move |_| state.dispatch(PreviewAction::Remove(index))
    };
    let next = places.iter().map(|place| &place.zone).find(|zone| !state.places.contains(zone)).cloned();
    let next = next.filter(|_| index + 1 == state.places.len() && index + 1 < MOST);
    let add = next.map(|zone| {
        let state = state.dispatcher();
        let onclick = move |_| state.dispatch(PreviewAction::SeeFrom(index + 1, zone.clone()));
        html! { <button type="button" class="plain" {onclick}>{texts.add}</button> }
    });
    let name = name_of(&zone, places, lang);
    html! {
        <>
            <PlaceChoice {index} {zone} places={places.clone()} {on_choose} />
            <button type="button" class="plain" onclick={on_remove} aria-label={fill(texts.remove_place, &[("place", &name)])}>
                {texts.remove}
            </button>
            {add}
        </>
    }
}
