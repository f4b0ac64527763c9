//! The values of a facet, to be chosen.

use super::super::track_mark::TrackMark;
use super::facet_names::FacetNames;
use crate::browse::BrowseAction;
use huso_agenda::Agenda;
use huso_agenda::find::{Choices, Facet, Filters};
use huso_i18n::Texts as _;
use web_sys::{Event, HtmlSelectElement};
use yew::{Callback, Html, TargetCast as _, html};

/// Values up to which each has a box of its own; more would be as many stops of the keyboard.
const MOST_BOXES: usize = 12;

/// A box for each value; a list to pick from, if they are many.
pub fn facet_field(
    choices: &Choices,
    filters: &Filters,
    names: &FacetNames,
    on_browse: &Callback<BrowseAction>,
) -> Html {
    html! {
        <fieldset class="facet">
            <legend>{names.facet(choices.facet)}</legend>
            if choices.values.len() > MOST_BOXES {
                {list(choices, filters, names, on_browse)}
            } else {
                {boxes(choices, filters, names, on_browse)}
            }
        </fieldset>
    }
}

fn boxes(
    choices: &Choices,
    filters: &Filters,
    names: &FacetNames,
    on_browse: &Callback<BrowseAction>,
) -> Html {
    let facet = choices.facet;
    html! {
        for (value, _) in &choices.values {
            <label key={value.as_str()} class="box">
                <input type="checkbox" checked={filters.wants(facet, value)} onchange={toggle(choices, value, on_browse)} />
                <span>{mark(facet, value, names.agenda)}{names.value(facet, value)}</span>
            </label>
        }
    }
}

/// By which one knows a track.
fn mark(facet: Facet, value: &str, agenda: &Agenda) -> Html {
    let tracks = || agenda.tracks.iter().enumerate();
    match tracks().find(|(_, track)| facet == Facet::Track && track.id == value) {
        Some((index, track)) => html! { <TrackMark track={Some(index)} color={track.color.clone()} /> },
        None => Html::default(),
    }
}

/// What is picked becomes a filter, and the list is for another one again.
fn list(
    choices: &Choices,
    filters: &Filters,
    names: &FacetNames,
    on_browse: &Callback<BrowseAction>,
) -> Html {
    let facet = choices.facet;
    let mut options: Vec<(&str, String)> = (choices.values.iter())
        .filter(|(value, _)| !filters.wants(facet, value))
        .map(|(value, _)| (value.as_str(), names.value(facet, value)))
        .collect();
    options.sort_by_cached_key(|(_, name)| huso_agenda::fold::folded(name));
    let onchange = on_browse.reform(move |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        let value = select.value();
        select.set_value("");
        BrowseAction::Toggle(facet, value)
    });
    html! {
        <select aria-label={names.facet(facet)} {onchange}>
            <option value="" selected=true>{names.locale.lang.find().pick}</option>
            for (value, name) in options { <option key={value} value={value.to_owned()}>{name}</option> }
        </select>
    }
}

fn toggle(choices: &Choices, value: &str, on_browse: &Callback<BrowseAction>) -> Callback<Event> {
    let (facet, value) = (choices.facet, value.to_owned());
    on_browse.reform(move |_| BrowseAction::Toggle(facet, value.clone()))
}
