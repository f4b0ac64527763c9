//! What facets and their values are called.

use crate::browser::{NameOf, display_names};
use crate::context::LocaleContext;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::find::Facet;
use huso_agenda::{Agenda, Text};
use huso_i18n::{Texts as _, labels};

/// What facets and their values are called, in the reader's language.
pub struct FacetNames<'a> {
    /// Whose sessions they are of.
    pub agenda: &'a Agenda,
    /// The reader's.
    pub locale: LocaleContext,
    /// What the form calls audiences, by their values.
    pub audiences: &'a [(String, Text)],
}

impl FacetNames<'_> {
    /// What a facet is called.
    pub fn facet(&self, facet: Facet) -> &'static str {
        let texts = self.locale.lang.find();
        match facet {
            Facet::Day => texts.day,
            Facet::Track => texts.track,
            Facet::Venue => texts.venue,
            Facet::Speaker => texts.speaker,
            Facet::Language => texts.language,
            Facet::Audience => texts.audience,
        }
    }

    /// What a value is called; the value itself, where nobody says.
    pub fn value(&self, facet: Facet, value: &str) -> String {
        let (agenda, text) = (self.agenda, |text: &Text| self.locale.text(text).to_owned());
        let name = match facet {
            Facet::Day => value
                .parse()
                .ok()
                .map(|day: NaiveDate| labels::short_date_with_month(day, self.locale.locale)),
            Facet::Track => agenda.track(value).map(|track| text(&track.name)),
            Facet::Venue => agenda.venue(value).map(|venue| text(&venue.name)),
            Facet::Speaker => agenda.speaker(value).map(|speaker| speaker.name.clone()),
            Facet::Language => {
                display_names(self.locale.lang.tag(), NameOf::Language)(value).map(capitalized)
            }
            Facet::Audience => {
                self.audiences.iter().find(|(id, _)| id == value).map(|(_, label)| text(label))
            }
        };
        name.unwrap_or_else(|| value.to_owned())
    }
}

/// With a capital: browsers write Spanish names of languages as they stand in a sentence.
fn capitalized(name: String) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
