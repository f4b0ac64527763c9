//! A calendar file for the visitor.

use crate::browser;
use crate::context::EventContext;
use huso_agenda::calendar::CalendarExport;
use huso_agenda::{Lang, Session};
use huso_i18n::calendar_words;

/// Offers the visitor a calendar file of these sessions, `name.ics`.
pub fn save_calendar(event: &EventContext, lang: Lang, name: &str, sessions: &[&Session]) {
    let address = |address: &str| Some(event.address(address));
    let calendar =
        CalendarExport { agenda: event.agenda(), lang, words: calendar_words(lang), address: &address };
    let text = calendar.file(sessions, browser::now());
    browser::download(&format!("{name}.ics"), &text, "text/calendar;charset=utf-8");
}
