//! How the preview is looked at: place, device, colours, moment, language.

use crate::frame::use_lang;
use crate::preview::form_shown::FormShown;
use crate::preview::moment_slider::MomentSlider;
use crate::preview::moments::Moments;
use crate::preview::place_choice::PlaceChoice;
use crate::preview::places::{SeenFrom, moment_in_words, times_of_places};
use crate::preview::state::{Device, PreviewAction, PreviewState, Theme};
use crate::preview::toggle::{Choice, Toggle};
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use huso_registration::Event;
use std::rc::Rc;
use yew::{Callback, Html, Properties, UseReducerHandle, component, html};

/// Properties of [`Controls`].
#[derive(Properties)]
pub struct ControlsProps {
    /// What is in the event file.
    pub event: Rc<Event>,
    /// How it is looked at.
    pub state: UseReducerHandle<PreviewState>,
    /// The event's own moments.
    pub moments: Rc<Moments>,
    /// Its own places.
    pub places: Rc<Vec<SeenFrom>>,
    /// The states of the form, where it is seen alone.
    pub states: Option<Vec<Choice<FormShown>>>,
}

/// Equal to those of the same event only.
impl PartialEq for ControlsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.event, &other.event)
            && self.state == other.state
            && self.places == other.places
            && self.states == other.states
    }
}

/// Place, device, colours, moment, language.
#[component]
pub fn Controls(ControlsProps { event, state, moments, places, states }: &ControlsProps) -> Html {
    let lang = use_lang();
    let texts = lang.preview();
    let devices = vec![
        Choice { value: Device::Phone, name: texts.phone.into(), icon: Some("phone") },
        Choice { value: Device::Desktop, name: texts.desktop.into(), icon: Some("desktop") },
    ];
    let themes = vec![
        Choice { value: Theme::Light, name: texts.light.into(), icon: Some("sun") },
        Choice { value: Theme::Dark, name: texts.dark.into(), icon: Some("moon") },
    ];
    let language = |lang: Lang| Choice { value: lang, name: lang.tag().to_uppercase().into(), icon: None };
    let languages: Vec<_> = Lang::ALL.into_iter().map(language).collect();
    let first = state.places.first().cloned().filter(|_| !state.is_several());
    let words = moment_in_words(state.moment, &event.agenda, lang);
    html! {
        <div class="controls">
            if let Some(zone) = first {
                <PlaceChoice index={0} {zone} places={places.clone()} on_choose={on(state, |zone| PreviewAction::SeeFrom(0, zone))} />
            }
            <Toggle<Device> title={texts.device} choices={devices} chosen={state.device} on_choose={on(state, PreviewAction::On)} />
            <Toggle<Theme> title={texts.theme} choices={themes} chosen={state.theme} on_choose={on(state, PreviewAction::In)} />
            if let Some(choices) = states {
                <Toggle<FormShown> title={texts.form} choices={choices.clone()} chosen={state.form}
                    on_choose={on(state, PreviewAction::Fill)} is_bare=true />
            } else if moments.0.len() > 1 {
                <MomentSlider moments={moments.clone()} moment={state.moment} {words} on_choose={on(state, PreviewAction::At)} />
            }
            <div class="language">
                <Toggle<Lang> title={texts.language} choices={languages} chosen={state.lang.unwrap_or(lang)}
                    on_choose={on(state, PreviewAction::Read)} is_bare=true />
                <p class="hint" role="status">
                    {times_of_places(state, &event.agenda, lang)}
                    if state.moment.and_then(|moment| moments.seats(moment)).is_some() { {". "}{texts.assumed} }
                </p>
            </div>
        </div>
    }
}

/// Does what was chosen.
fn on<T: 'static>(state: &UseReducerHandle<PreviewState>, action: fn(T) -> PreviewAction) -> Callback<T> {
    let state = state.dispatcher();
    Callback::from(move |chosen| state.dispatch(action(chosen)))
}
