//! The texts of a language.

use crate::catalogue::{
    Announcement, Catalogue, Dates, Diagnostics, Explanations, FindTexts, FormTexts, Languages, LiveTexts,
    Organizer, Page, Places, Problems, Validation, ViewTexts, Widget, en, es, pt,
};
use huso_agenda::Lang;

/// The texts of a language, by where they are read.
pub trait Texts: Copy {
    /// What the widget shows.
    fn catalogue(self) -> &'static Catalogue;

    /// Names of places.
    fn places(self) -> &'static Places;

    /// Why the receiver did not store a registration.
    fn problems(self) -> &'static Problems;

    /// The receiver’s pages for browsers without JavaScript.
    fn page(self) -> &'static Page;

    /// The organizer’s page.
    fn organizer(self) -> &'static Organizer;

    /// What is wrong with an announcement.
    fn announcement(self) -> &'static Announcement;

    /// What organizers are told of a fault beside what is wrong.
    fn explanations(self) -> &'static Explanations;

    /// Names of days and months.
    fn dates(self) -> &'static Dates {
        &self.catalogue().dates
    }

    /// What is wrong with an event file.
    fn diagnostics(self) -> &'static Diagnostics {
        &self.catalogue().diagnostics
    }

    /// What is wrong with an answer.
    fn validation(self) -> &'static Validation {
        &self.catalogue().validation
    }

    /// The agenda.
    fn widget(self) -> &'static Widget {
        &self.catalogue().widget
    }

    /// The agenda while it takes place, and while it changes.
    fn live(self) -> &'static LiveTexts {
        &self.catalogue().live
    }

    /// What finds sessions in an agenda, and the ways to look at it.
    fn find(self) -> &'static FindTexts {
        &self.catalogue().find
    }

    /// The agenda as a grid and as a ruler.
    fn views(self) -> &'static ViewTexts {
        &self.catalogue().views
    }

    /// The registration form.
    fn form(self) -> &'static FormTexts {
        &self.catalogue().form
    }

    /// Names of languages.
    fn languages(self) -> &'static Languages {
        &self.catalogue().languages
    }
}

impl Texts for Lang {
    fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::Es => &es::CATALOGUE,
            Self::En => &en::CATALOGUE,
            Self::Pt => &pt::CATALOGUE,
        }
    }

    fn places(self) -> &'static Places {
        match self {
            Self::Es => &es::PLACES,
            Self::En => &en::PLACES,
            Self::Pt => &pt::PLACES,
        }
    }

    fn problems(self) -> &'static Problems {
        match self {
            Self::Es => &es::PROBLEMS,
            Self::En => &en::PROBLEMS,
            Self::Pt => &pt::PROBLEMS,
        }
    }

    fn page(self) -> &'static Page {
        match self {
            Self::Es => &es::PAGE,
            Self::En => &en::PAGE,
            Self::Pt => &pt::PAGE,
        }
    }

    fn organizer(self) -> &'static Organizer {
        match self {
            Self::Es => &es::ORGANIZER,
            Self::En => &en::ORGANIZER,
            Self::Pt => &pt::ORGANIZER,
        }
    }

    fn announcement(self) -> &'static Announcement {
        match self {
            Self::Es => &es::ANNOUNCEMENT,
            Self::En => &en::ANNOUNCEMENT,
            Self::Pt => &pt::ANNOUNCEMENT,
        }
    }

    fn explanations(self) -> &'static Explanations {
        match self {
            Self::Es => &es::EXPLANATIONS,
            Self::En => &en::EXPLANATIONS,
            Self::Pt => &pt::EXPLANATIONS,
        }
    }
}
