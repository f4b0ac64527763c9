//! How the preview is looked at.

use crate::preview::form_shown::FormShown;
use huso_agenda::{Instant, Lang};
use std::rc::Rc;
use yew::Reducible;

/// Most previews side by side.
pub const MOST: usize = 4;

/// How the preview is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewState {
    /// IANA names of the zones that it is seen from: a preview each, at least one.
    pub places: Vec<String>,
    /// On which device.
    pub device: Device,
    /// In which colours.
    pub theme: Theme,
    /// The reader's language; the page's own until somebody chooses.
    pub lang: Option<Lang>,
    /// When; now until somebody chooses.
    pub moment: Option<Instant>,
    /// How the form is filled while the registration is edited.
    pub form: FormShown,
    /// Whether the agenda is seen then, too, as on the page.
    pub is_whole: bool,
}

/// A device, by the width of its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Device {
    /// 360 px.
    #[default]
    Phone,
    /// 1080 px.
    Desktop,
}

/// Colours of the page around the element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// What can be chosen.
pub enum PreviewAction {
    /// Sees one preview, by its number from 0, from a zone; one more preview if there is none of this number.
    SeeFrom(usize, String),
    /// Sees these, side by side, or one alone.
    SeeAll(Vec<String>),
    /// Takes one away.
    Remove(usize),
    /// On a device.
    On(Device),
    /// In colours.
    In(Theme),
    /// In a language.
    Read(Lang),
    /// At a moment; `None` is now.
    At(Option<Instant>),
    /// With the form in a state.
    Fill(FormShown),
    /// The whole page, or the form alone.
    Whole(bool),
}

impl PreviewState {
    /// One preview, seen from a zone, as it is now.
    pub fn seen_from(zone: String) -> Self {
        let (device, theme) = (Device::default(), Theme::default());
        let form = FormShown::default();
        Self { places: vec![zone], device, theme, lang: None, moment: None, form, is_whole: false }
    }

    /// Whether there are several previews.
    pub fn is_several(&self) -> bool {
        self.places.len() > 1
    }
}

impl Reducible for PreviewState {
    type Action = PreviewAction;

    fn reduce(self: Rc<Self>, action: PreviewAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            PreviewAction::SeeFrom(index, place) => match next.places.get_mut(index) {
                Some(there) => *there = place,
                None => next.places.push(place),
            },
            PreviewAction::SeeAll(places) => next.places = places,
            PreviewAction::Remove(index) if index < next.places.len() => {
                next.places.remove(index);
            }
            PreviewAction::Remove(_) => {}
            PreviewAction::On(device) => next.device = device,
            PreviewAction::In(theme) => next.theme = theme,
            PreviewAction::Read(lang) => next.lang = Some(lang),
            PreviewAction::At(moment) => next.moment = moment,
            PreviewAction::Fill(form) => next.form = form,
            PreviewAction::Whole(is_whole) => next.is_whole = is_whole,
        }
        next.places.truncate(MOST);
        next.into()
    }
}
