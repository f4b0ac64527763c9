//! Whose time stands first, and the way to another zone's.

use crate::components::parts::{button, el, line, text};
use crate::platform::{choosable_zones, clocks_of, folded, remember_zone, remembered_zone};
use crate::view::{View, ViewRef};
use huso_agenda::i18n::fill;
use huso_agenda::zone_names;
use std::rc::Rc;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Event, Html, Properties, TargetCast as _, component, html, use_state};

/// Properties of [`ZoneChoice`].
#[derive(Properties, PartialEq)]
pub struct ZoneChoiceProps {
    /// The event.
    pub view: ViewRef,
    /// Takes the name of the zone chosen; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
}

/// A zone that can be chosen.
struct Entry {
    place: String,
    name: String,
    /// Both, as one searches them.
    search: String,
}

#[derive(Clone, Default)]
struct State {
    /// Every zone, once somebody has opened the list: making it takes some milliseconds.
    all: Rc<Vec<Entry>>,
    /// Why the last choice was not taken.
    trouble: String,
    /// Whether choices are kept on this device.
    kept: bool,
}

/// Whose time stands first, and the way to another zone's.
#[component]
pub fn ZoneChoice(props: &ZoneChoiceProps) -> Html {
    let view = &props.view;
    let say = view.lang.widget();
    let state = use_state(|| State { kept: remembered_zone().is_some(), ..State::default() });
    let all = {
        let (state, view) = (state.clone(), view.clone());
        move || if state.all.is_empty() { Rc::new(entries(&view)) } else { state.all.clone() }
    };
    let open = {
        let (state, all) = (state.clone(), all.clone());
        Callback::from(move |_| state.set(State { all: all(), ..(*state).clone() }))
    };
    let pick = {
        let (state, view, on_zone) = (state.clone(), view.clone(), props.on_zone.clone());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            let all = all();
            let Some(found) = find(&all, typed.trim(), event.type_() == "change", &view) else { return };
            let trouble = match found {
                Ok(name) => {
                    if state.kept {
                        remember_zone(Some(&name));
                    }
                    on_zone.emit(Some(name));
                    String::new()
                }
                Err(trouble) => trouble,
            };
            state.set(State { all, trouble, ..(*state).clone() });
        })
    };
    let keep = {
        let (state, name) = (state.clone(), view.viewer.name.clone());
        Callback::from(move |event: Event| {
            let wanted = event.target_unchecked_into::<HtmlInputElement>().checked();
            let done = remember_zone(name.as_deref().filter(|_| wanted));
            let trouble = if done { "" } else { say.zone_not_kept }.to_owned();
            state.set(State { kept: wanted && done, trouble, ..(*state).clone() });
        })
    };
    let reset = {
        let (state, on_zone) = (state.clone(), props.on_zone.clone());
        Callback::from(move |_| {
            // What can't be stored need not be forgotten.
            let _ = remember_zone(None);
            on_zone.emit(None);
            state.set(State { kept: false, trouble: String::new(), ..(*state).clone() });
        })
    };
    let mine = view.your_time();
    // What a screen reader has to be told: the trouble, else whose time is shown now.
    let status = if state.trouble.is_empty() {
        line("span", "spoken", &mine)
    } else {
        line("span", "fault", &state.trouble)
    };
    html! {
        <details class="zone-choice" part="zone-choice">
            <summary onclick={open}>
                {line("span", "whose", &mine)}
                {line("span", "change", say.zone_change)}
            </summary>
            <label for="zone">{say.zone_label}</label>
            <input id="zone" list="zones" autocomplete="off" spellcheck="false" onchange={pick.clone()}
                oninput={pick.reform(|event: InputEvent| event.into())} />
            {el("datalist", &["id"], vec!["zones".into()], state.all.iter().map(option).collect())}
            {el("p", &["role"], vec!["status".into()], vec![status])}
            if !view.viewer.own {
                <label class="check">
                    <input type="checkbox" checked={state.kept} onchange={keep} />
                    {text(say.zone_remember)}
                </label>
                {button("plain", say.zone_reset, reset)}
            }
        </details>
    }
}

/// The place is what the field takes; browsers show the name beside it and search both.
fn option(entry: &Entry) -> Html {
    let name = text(&entry.name.replace('_', " "));
    el("option", &["value"], vec![entry.place.clone().into()], vec![name])
}

/// The event's own zones, the embedded ones and the browser's. Of several names of a place, the first.
fn entries(view: &View) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    let mut add = |place: String, name: String| {
        if !all.iter().any(|other| other.place == place || other.name == name) {
            let search = folded(&format!("{place} {name}"));
            all.push(Entry { place, name, search });
        }
    };
    for (zone, label) in &view.zones {
        add(view.text(label).to_owned(), zone.name().to_owned());
    }
    for name in choosable_zones() {
        add(zone_names::place(&name, view.lang), name);
    }
    all
}

/// The zone that is meant, or why none is; `None` while that is not `finished`.
fn find(all: &[Entry], typed: &str, finished: bool, view: &View) -> Option<Result<String, String>> {
    if let Some(entry) = all.iter().find(|entry| entry.place == typed || entry.name == typed) {
        return Some(Ok(entry.name.clone()));
    }
    if !finished || typed.is_empty() {
        return None;
    }
    let say = view.lang.widget();
    let wanted = folded(typed);
    let hits: Vec<&Entry> = all.iter().filter(|entry| entry.search.contains(&wanted)).collect();
    Some(match hits.as_slice() {
        [] if clocks_of(typed, &view.agenda().database).is_some() => Ok(typed.to_owned()),
        [] => Err(say.zone_none.to_owned()),
        [entry] => Ok(entry.name.clone()),
        several => match several.iter().find(|entry| folded(&entry.place) == wanted) {
            Some(entry) => Ok(entry.name.clone()),
            None => {
                let names: Vec<&str> = several.iter().take(5).map(|entry| entry.place.as_str()).collect();
                Err(fill(say.zone_several, &[("names", &names.join(", "))]))
            }
        },
    })
}
