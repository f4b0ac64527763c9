//! The texts of a language.

use crate::catalogue::{
    Advice, Announcement, Bring, Builder, Catalogue, Checker, Dates, Diagnostics, Edit, Explanations,
    FindTexts, Findings, FormTexts, Frame, Guide, Languages, LiveTexts, Page, Places, Preview, Problems,
    Publish, Review, Validation, ViewTexts, Widget, en, es, pt,
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

    /// What importers say of what they read.
    fn findings(self) -> &'static Findings;

    /// What could be better in an event file that has no errors.
    fn advice(self) -> &'static Advice;

    /// The organizer’s page: what is around its steps.
    fn frame(self) -> &'static Frame;

    /// The organizer’s page: bringing what there is.
    fn bring(self) -> &'static Bring;

    /// The organizer’s page: reviewing what was brought.
    fn review(self) -> &'static Review;

    /// The organizer’s page: editing.
    fn edit(self) -> &'static Edit;

    /// The organizer’s page: the preview.
    fn preview(self) -> &'static Preview;

    /// The organizer’s page: the registration’s form and its endpoint.
    fn builder(self) -> &'static Builder;

    /// The organizer’s page: publishing, and what is published: announcements, sheets, tables.
    fn publish(self) -> &'static Publish;

    /// The organizer’s page: the checker of announcements.
    fn checker(self) -> &'static Checker;

    /// The organizer’s page: help for newcomers.
    fn guide(self) -> &'static Guide;

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

    fn findings(self) -> &'static Findings {
        match self {
            Self::Es => &es::FINDINGS,
            Self::En => &en::FINDINGS,
            Self::Pt => &pt::FINDINGS,
        }
    }

    fn advice(self) -> &'static Advice {
        match self {
            Self::Es => &es::ADVICE,
            Self::En => &en::ADVICE,
            Self::Pt => &pt::ADVICE,
        }
    }

    fn frame(self) -> &'static Frame {
        match self {
            Self::Es => &es::FRAME,
            Self::En => &en::FRAME,
            Self::Pt => &pt::FRAME,
        }
    }

    fn bring(self) -> &'static Bring {
        match self {
            Self::Es => &es::BRING,
            Self::En => &en::BRING,
            Self::Pt => &pt::BRING,
        }
    }

    fn review(self) -> &'static Review {
        match self {
            Self::Es => &es::REVIEW,
            Self::En => &en::REVIEW,
            Self::Pt => &pt::REVIEW,
        }
    }

    fn edit(self) -> &'static Edit {
        match self {
            Self::Es => &es::EDIT,
            Self::En => &en::EDIT,
            Self::Pt => &pt::EDIT,
        }
    }

    fn preview(self) -> &'static Preview {
        match self {
            Self::Es => &es::PREVIEW,
            Self::En => &en::PREVIEW,
            Self::Pt => &pt::PREVIEW,
        }
    }

    fn builder(self) -> &'static Builder {
        match self {
            Self::Es => &es::BUILDER,
            Self::En => &en::BUILDER,
            Self::Pt => &pt::BUILDER,
        }
    }

    fn publish(self) -> &'static Publish {
        match self {
            Self::Es => &es::PUBLISH,
            Self::En => &en::PUBLISH,
            Self::Pt => &pt::PUBLISH,
        }
    }

    fn checker(self) -> &'static Checker {
        match self {
            Self::Es => &es::CHECKER,
            Self::En => &en::CHECKER,
            Self::Pt => &pt::CHECKER,
        }
    }

    fn guide(self) -> &'static Guide {
        match self {
            Self::Es => &es::GUIDE,
            Self::En => &en::GUIDE,
            Self::Pt => &pt::GUIDE,
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
