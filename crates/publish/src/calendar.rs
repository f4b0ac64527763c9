//! The whole event as an iCalendar file.

use crate::address::absolute;
use huso_agenda::calendar::CalendarExport;
use huso_agenda::{Agenda, Instant, Lang, Session};
use huso_i18n::calendar_words;

/// A calendar of all sessions that have a date, made at `now` (RFC 5545).
pub fn calendar(agenda: &Agenda, lang: Lang, now: Instant) -> String {
    let sessions: Vec<&Session> = agenda.sessions.iter().collect();
    CalendarExport { agenda, lang, words: calendar_words(lang), address: &absolute }.file(&sessions, now)
}
