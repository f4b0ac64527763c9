//! What a track or a venue is called, and the form and colour by which one knows it.

use crate::context::LocaleContext;
use huso_agenda::Agenda;
use huso_agenda::strands::{By, Strand};
use huso_i18n::Texts as _;
use yew::{Html, html};

/// The forms, in the agenda's order of its tracks or venues, on a square of 8.
const FORMS: &[&str] =
    &["M4 0a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", "M0.5 0.5h7v7h-7z", "M4 0.5l4 7h-8z", "M4 0l4 4l-4 4l-4-4z"];
/// What is for everybody: a ring.
const RING: &str = "M4 1a3 3 0 1 1 0 6a3 3 0 1 1 0-6z";

/// A track or a venue as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct StrandName {
    /// What it is called.
    pub name: String,
    /// Its colour, which is data.
    pub color: Option<String>,
    /// Which of the agenda's it is, from 0; `None` for what is for everybody.
    pub number: Option<usize>,
}

/// What a strand is called.
pub fn strand_name(strand: &Strand, agenda: &Agenda, by: By, locale: LocaleContext) -> StrandName {
    let everybody =
        || StrandName { name: locale.lang.views().everybody.to_owned(), color: None, number: None };
    let Some(id) = &strand.id else { return everybody() };
    let (number, name, color) = match by {
        By::Track => {
            let number = agenda.tracks.iter().position(|track| track.id == *id);
            let track = agenda.track(id);
            (number, track.map(|track| &track.name), track.and_then(|track| track.color.clone()))
        }
        By::Venue => {
            let number = agenda.venues.iter().position(|venue| venue.id == *id);
            (number, agenda.venue(id).map(|venue| &venue.name), None)
        }
    };
    let name = name.map(|name| locale.text(name).to_owned()).unwrap_or_default();
    StrandName { name, color, number }
}

impl StrandName {
    /// Its form in its colour. An SVG, since strict policies of the page around forbid inline styles.
    pub fn mark(&self) -> Html {
        let form = self.number.and_then(|number| FORMS.get(number % FORMS.len()));
        html! {
            <svg class={if form.is_some() { "strand-mark" } else { "strand-mark ring" }} width="8" height="8"
                viewBox="0 0 8 8" aria-hidden="true">
                <path d={form.copied().unwrap_or(RING)} fill={self.color.clone()} />
            </svg>
        }
    }
}
