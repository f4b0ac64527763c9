//! An event as calendar programs get it.

use crate::event_file::{LinkRel, SessionStatus};
use crate::language::Lang;
use crate::model::{Agenda, Session};
use crate::text::{Text, one_line};

/// An event as calendar programs get it.
#[derive(Clone, Copy)]
pub struct CalendarExport<'a> {
    /// The event.
    pub agenda: &'a Agenda,
    /// Language of the event's texts.
    pub lang: Lang,
    /// The calendar's own words, in the same language.
    pub words: Words,
    /// Makes an address of the event file absolute; `None` for one that can't be made so.
    pub address: &'a dyn Fn(&str) -> Option<String>,
}

/// What a calendar says besides the event's own texts.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Stands before the title of a session that is cancelled.
    pub cancelled: &'static str,
    /// Stands before the title of a session that is postponed.
    pub postponed: &'static str,
    /// Label of the address at which one joins a session.
    pub join: &'static str,
}

/// The texts of a session in a calendar.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) place: String,
    /// Paragraphs, then the links on lines of their own.
    pub(super) description: String,
}

impl CalendarExport<'_> {
    /// A text that stands on one line.
    pub(super) fn line(&self, text: &Text) -> String {
        one_line(text.get(self.lang, self.agenda.language), " ")
    }

    /// The texts, of the summary at most so many characters.
    pub(super) fn entry(&self, session: &Session, most: usize) -> Entry {
        let mut title = match session.status {
            SessionStatus::Cancelled => [self.words.cancelled, ": "].concat(),
            SessionStatus::Postponed => [self.words.postponed, ": "].concat(),
            _ => String::new(),
        };
        title.push_str(&self.line(&session.title));
        title.push_str(" – ");
        title.push_str(&self.line(&self.agenda.title));
        let venue = session.venue.as_deref().and_then(|id| self.agenda.venue(id));
        let place = venue.map_or_else(String::new, |venue| {
            let address = venue.address.as_deref().map(|address| one_line(address, ", "));
            [Some(self.line(&venue.name)), address].into_iter().flatten().collect::<Vec<_>>().join(", ")
        });
        let summary = session.summary.as_ref().map_or("", |text| text.get(self.lang, self.agenda.language));
        let mut description: String = summary.chars().take(most).collect();
        if description.len() < summary.len() {
            description.push('…');
        }
        let join = session.link(LinkRel::Join).map(|link| &link.url);
        for url in [join, self.agenda.url.as_ref()].into_iter().flatten() {
            let Some(url) = (self.address)(url) else { continue };
            if !description.is_empty() {
                description.push_str("\n\n");
            }
            description.push_str(&url);
        }
        Entry { title, place, description }
    }
}
