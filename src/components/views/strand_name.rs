//! What a track or a venue is called, and the form and colour by which one knows it.

use crate::components::agenda::TrackMark;
use crate::context::LocaleContext;
use huso_agenda::Agenda;
use huso_agenda::strands::{By, Strand};
use huso_i18n::Texts as _;
use yew::{Html, html};

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
        || StrandName { name: locale.lang.widget().for_all.to_owned(), color: None, number: None };
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
    /// Its form in its colour.
    pub fn mark(&self) -> Html {
        html! { <TrackMark track={self.number} color={self.color.clone()} /> }
    }
}
