//! iCalendar files (RFC 5545) of an event's sessions.

use crate::agenda::{Agenda, Session, When};
use crate::event_file::{LinkRel, SessionStatus};
use crate::i18n::Lang;
use crate::zone::Instant;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

/// Octets that a content line may have (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar of these sessions, texts in `lang`, stamped with `now`. Times are UTC, which every
/// program converts rightly; sessions without a date are left out.
pub fn calendar(agenda: &Agenda, sessions: &[&Session], lang: Lang, now: Instant) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Huso//Huso//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    lines.put("X-WR-CALNAME", &escape(agenda.title.get(lang, agenda.language)));
    for session in sessions {
        event(agenda, session, lang, now, &mut lines);
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

fn event(agenda: &Agenda, session: &Session, lang: Lang, now: Instant, lines: &mut Lines) {
    let begin = |lines: &mut Lines| {
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &escape(&format!("{}.{}@huso", session.id, agenda.id)));
        lines.put("DTSTAMP", &utc(now));
    };
    match session.when {
        When::Open => return,
        When::AllDay(date) => {
            begin(lines);
            lines.put("DTSTART;VALUE=DATE", &basic_date(date));
            if let Some(next) = date.checked_add_days(Days::new(1)) {
                lines.put("DTEND;VALUE=DATE", &basic_date(next));
            }
        }
        When::Timed { start, end } => {
            begin(lines);
            lines.put("DTSTART", &utc(start));
            if let Some(end) = end {
                lines.put("DTEND", &utc(end));
            }
        }
        When::Floating { start, end } => {
            begin(lines);
            // Without a zone: the reader's own (RFC 5545, 3.3.5, form 1).
            lines.put("DTSTART", &basic(start));
            if let Some(end) = end {
                lines.put("DTEND", &basic(end));
            }
        }
    }
    let text = |text: &crate::Text| text.get(lang, agenda.language).to_owned();
    lines.put("SUMMARY", &escape(&format!("{} – {}", text(&session.title), text(&agenda.title))));
    let join = session.link(LinkRel::Join).map(|link| link.url.clone());
    let description: Vec<String> = session.summary.as_ref().map(text).into_iter().chain(join).collect();
    if !description.is_empty() {
        lines.put("DESCRIPTION", &escape(&description.join("\n\n")));
    }
    if let Some(venue) = session.venue.as_deref().and_then(|id| agenda.venue(id)) {
        let place: Vec<String> =
            [Some(text(&venue.name)), venue.address.clone()].into_iter().flatten().collect();
        lines.put("LOCATION", &escape(&place.join(", ")));
    }
    if let Some(url) = &agenda.url {
        // A URI is not escaped (3.3.13); a line break inside would start another property.
        lines.put("URL", &url.replace(char::is_control, ""));
    }
    lines.put(
        "STATUS",
        match session.status {
            SessionStatus::Cancelled => "CANCELLED",
            SessionStatus::Tentative | SessionStatus::Postponed => "TENTATIVE",
            SessionStatus::Confirmed | SessionStatus::Rescheduled => "CONFIRMED",
        },
    );
    lines.put("END", "VEVENT");
}

/// Content lines, folded, each ended by CRLF.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for character in name.chars().chain(":".chars()).chain(value.chars()) {
            if width + character.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(character);
            width += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A value of type TEXT (3.3.11). Control characters other than line breaks may not occur at all.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\\\"),
            ';' => escaped.push_str("\\;"),
            ',' => escaped.push_str("\\,"),
            '\n' => escaped.push_str("\\n"),
            control if control.is_control() && control != '\t' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

fn basic_date(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn utc(instant: Instant) -> String {
    basic(instant.naive_utc()) + "Z"
}

fn basic(wall: NaiveDateTime) -> String {
    let time = wall.time();
    format!("{}T{:02}{:02}{:02}", basic_date(wall.date()), time.hour(), time.minute(), time.second())
}
