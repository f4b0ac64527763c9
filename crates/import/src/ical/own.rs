//! Calendars that Huso wrote: what it puts into them beside a session's id and title is taken off again.

use super::component::Component;
use super::value;
use crate::program::Session;
use huso_agenda::Lang;
use huso_agenda::event_file::SessionStatus;
use huso_agenda::text::one_line;
use huso_i18n::calendar_words;

/// What the calendars of Huso call themselves.
const PROGRAM: &str = "-//Huso//Huso//EN";

/// A calendar that Huso wrote.
pub(super) struct Own {
    /// The event's id, where the calendar says it.
    pub(super) event: Option<String>,
    /// The event's name.
    title: String,
}

impl Own {
    /// `None` for a calendar of another program.
    pub(super) fn of(calendar: &Component) -> Option<Self> {
        let text = |name| calendar.first(name).map(|property| value::text(&property.value));
        (text("PRODID").as_deref() == Some(PROGRAM)).then(|| Self {
            event: text("X-WR-RELCALID").filter(|id| !id.is_empty()),
            title: one_line(&text("NAME").unwrap_or_default(), " "),
        })
    }

    /// Gives a session its own id and title again.
    pub(super) fn restore(&self, session: &mut Session) {
        session.key = session.key.take().map(|uid| self.id(&uid).map(str::to_owned).unwrap_or(uid));
        if let Some(title) =
            session.title.strip_suffix(&self.title).and_then(|title| title.strip_suffix(" – "))
        {
            session.title = title.to_owned();
        }
        if session.status == SessionStatus::Cancelled {
            self.status(session);
        }
    }

    /// The id in `ID.EVENT@huso`.
    fn id<'u>(&self, uid: &'u str) -> Option<&'u str> {
        let both = uid.strip_suffix("@huso")?;
        match &self.event {
            Some(event) => both.strip_suffix(event.as_str())?.strip_suffix('.'),
            None => both.rsplit_once('.').map(|(id, _)| id),
        }
        .filter(|id| !id.is_empty())
    }

    /// What stands before the titles of sessions that don't take place, in the language of the calendar.
    fn status(&self, session: &mut Session) {
        let words = Lang::ALL.map(calendar_words);
        let said = |word: &str| Some(session.title.strip_prefix(word)?.strip_prefix(": ")?.to_owned());
        if let Some(title) = words.iter().find_map(|words| said(words.cancelled)) {
            session.title = title;
        } else if let Some(title) = words.iter().find_map(|words| said(words.postponed)) {
            (session.title, session.status) = (title, SessionStatus::Postponed);
        }
    }
}
