//! What can be edited, a tab each.

use huso_agenda::Lang;
use huso_edit::{Place, Step};
use huso_i18n::Texts as _;

/// What is edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Sessions.
    #[default]
    Sessions,
    /// Speakers.
    Speakers,
    /// Tracks and venues.
    Tracks,
    /// The event itself, and whose times are shown.
    Event,
    /// Registration.
    Registration,
}

impl Tab {
    /// All, in their order.
    pub const ALL: [Self; 5] =
        [Self::Sessions, Self::Speakers, Self::Tracks, Self::Event, Self::Registration];

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        let texts = lang.edit();
        match self {
            Self::Sessions => texts.tab_sessions,
            Self::Speakers => texts.tab_speakers,
            Self::Tracks => texts.tab_tracks,
            Self::Event => texts.tab_event,
            Self::Registration => texts.tab_registration,
        }
    }

    /// The tab in which a value of the event file is edited.
    pub fn of(place: &Place) -> Self {
        let Some(Step::Key(key)) = place.steps().first() else { return Self::Event };
        match key.as_str() {
            "sessions" => Self::Sessions,
            "speakers" => Self::Speakers,
            "tracks" | "venues" => Self::Tracks,
            "registration" => Self::Registration,
            _ => Self::Event,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_tab() {
        let tab = |place: &str| Tab::of(&Place::parse(place));
        assert_eq!(tab("sessions[3].end"), Tab::Sessions);
        assert_eq!(tab("venues[0].url"), Tab::Tracks);
        assert_eq!(tab("registration.fields[1].label"), Tab::Registration);
        assert_eq!((tab("timezone"), tab("")), (Tab::Event, Tab::Event));
    }
}
