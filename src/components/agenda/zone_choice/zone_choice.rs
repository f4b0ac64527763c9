//! A combobox (WAI-ARIA 1.2) of the world's places, whose list says of each its country and what its clocks
//! show now. A zone is only taken by its whole name, or from the list.

use super::reducer::{Meant, ZoneChoiceAction, ZoneChoiceState, ZoneProblem};
use super::zone_field::{ZoneField, ZoneKey};
use super::zone_list::ZoneList;
use super::zone_memory::ZoneMemory;
use super::zone_status::ZoneStatus;
use crate::browser::{remember_zone, remembered_zone};
use crate::components::part_failure::PartFailure;
use crate::context::{use_locale, use_zones};
use crate::hooks::{Offer, ZoneSearch, use_zone_search};
use huso_i18n::Texts as _;
use yew::{
    Callback, Html, Properties, UseReducerHandle, component, html, use_effect_with, use_reducer, use_state_eq,
};

/// Properties of [`ZoneChoice`].
#[derive(Properties, PartialEq)]
pub struct ZoneChoiceProps {
    /// Takes the name of the zone chosen; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
}

/// Whose time stands first, and the way to another zone's.
#[component]
pub fn ZoneChoice(props: &ZoneChoiceProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let was_opened = use_state_eq(|| false);
    let search = use_zone_search(*was_opened);
    let state = use_reducer(ZoneChoiceState::default);
    {
        let dispatcher = state.dispatcher();
        use_effect_with(locale.lang, move |_| {
            // Offers have names in the language before.
            dispatcher.dispatch(ZoneChoiceAction::Close);
            dispatcher.dispatch(ZoneChoiceAction::Remember(remembered_zone().is_some()));
        });
    }
    // What was typed before the places were here is looked for now, and Enter holds.
    use_effect_with(search.is_ready(), {
        let (state, search, on_zone) = (state.clone(), search.clone(), props.on_zone.clone());
        move |is_ready| {
            if *is_ready && !state.typed.is_empty() {
                let is_entered = state.is_entered;
                state.dispatch(ZoneChoiceAction::Type(state.typed.clone(), search.offers(&state.typed)));
                if is_entered {
                    enter(&state, &search, &on_zone);
                }
            }
        }
    });
    let onclick = {
        let was_opened = was_opened.setter();
        move |_| was_opened.set(true)
    };
    let on_type = {
        let (state, search) = (state.dispatcher(), search.clone());
        move |typed: String| {
            let offers = search.offers(&typed);
            state.dispatch(ZoneChoiceAction::Type(typed, offers));
        }
    };
    let on_key = {
        let (state, search, on_zone) = (state.clone(), search.clone(), props.on_zone.clone());
        move |key| match key {
            ZoneKey::Arrow { is_forward } => state.dispatch(ZoneChoiceAction::Move { is_forward }),
            ZoneKey::Enter if search.is_ready() => enter(&state, &search, &on_zone),
            ZoneKey::Enter => state.dispatch(ZoneChoiceAction::Enter),
            ZoneKey::Escape => state.dispatch(ZoneChoiceAction::Close),
        }
    };
    let on_pick = {
        let (state, on_zone) = (state.clone(), props.on_zone.clone());
        move |Offer { place, zone, .. }| take(place, zone, &state, &on_zone)
    };
    let on_remember = {
        let (state, zones) = (state.dispatcher(), zones.clone());
        move |is_wanted: bool| {
            let is_done = remember_zone(zones.viewer.name.as_deref().filter(|_| is_wanted));
            state.dispatch(ZoneChoiceAction::Remember(is_wanted && is_done));
            if !is_done {
                state.dispatch(ZoneChoiceAction::Refuse(ZoneProblem::NotRemembered));
            }
        }
    };
    let on_reset = {
        let (state, on_zone) = (state.dispatcher(), props.on_zone.clone());
        move |()| {
            // What can't be stored need not be forgotten.
            let _ = remember_zone(None);
            state.dispatch(ZoneChoiceAction::Reset);
            on_zone.emit(None);
        }
    };
    let texts = locale.lang.widget();
    html! {
        <details class="zone-choice" part="zone-choice">
            <summary {onclick}>
                <span class="whose">{zones.your_time(locale)}</span>
                <span class="change">{texts.zone_change}</span>
            </summary>
            <label for="zone">{texts.zone_label}</label>
            <ZoneField typed={state.typed.clone()} is_open={!state.offers.is_empty()} active={state.active}
                {on_type} {on_key} />
            <ZoneList offers={state.offers.clone()} active={state.active} {on_pick} />
            <ZoneStatus is_loading={*was_opened && search.is_loading()} problem={state.problem.clone()}
                count={state.offers.len()} />
            if let Some(details) = search.failure() {
                <PartFailure message={texts.part_not_loaded} {details} on_retry={search.retry.clone()} />
            }
            if !zones.viewer.own {
                <ZoneMemory is_remembered={state.is_remembered} {on_remember} {on_reset} />
            }
        </details>
    }
}

/// Takes what Enter means, or says why not.
fn enter(state: &UseReducerHandle<ZoneChoiceState>, search: &ZoneSearch, on_zone: &Callback<Option<String>>) {
    match state.meant() {
        Meant::Offer(Offer { place, zone, .. }) => take(place.clone(), zone.clone(), state, on_zone),
        Meant::Several => {
            let names: Vec<&str> = state.offers.iter().map(|offer| offer.name.as_str()).collect();
            state.dispatch(ZoneChoiceAction::Refuse(ZoneProblem::Several(names.join(", "))));
        }
        Meant::Typed("") => {}
        Meant::Typed(zone) if search.is_zone(zone) => {
            take(state.typed.clone(), zone.to_owned(), state, on_zone);
        }
        Meant::Typed(_) => state.dispatch(ZoneChoiceAction::Refuse(ZoneProblem::Unknown)),
    }
}

fn take(
    place: String,
    zone: String,
    state: &UseReducerHandle<ZoneChoiceState>,
    on_zone: &Callback<Option<String>>,
) {
    if state.is_remembered {
        remember_zone(Some(&zone));
    }
    state.dispatch(ZoneChoiceAction::Take(place));
    on_zone.emit(Some(zone));
}
