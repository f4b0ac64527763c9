//! iCalendar files (RFC 5545, with the properties of RFC 7986) of an event's sessions.

use crate::agenda::{Agenda, Session, When};
use crate::event_file::{LinkRel, SessionStatus};
use crate::i18n::Lang;
use crate::labels;
use crate::labels::digits;
use crate::phase::lasting;
use crate::text::{Text, one_line};
use crate::zone::{Instant, Offsets, Zone, changes};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// 2000-01-01T00:00Z in seconds since 1970: revisions are counted from there.
const EPOCH: i64 = 946_684_800;
/// Octets that a content line may have (RFC 5545, 3.1).
const LINE: usize = 75;

/// An event as calendar programs get it.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// The event.
    pub agenda: &'a Agenda,
    /// Language of the texts.
    pub lang: Lang,
    /// Makes an address of the event file absolute; `None` for one that can't be made so.
    pub address: &'a dyn Fn(&str) -> Option<String>,
}

/// The texts of a session in a calendar.
pub(crate) struct Entry {
    pub title: String,
    pub place: String,
    /// Paragraphs, then the links on lines of their own.
    pub description: String,
}

impl Edition<'_> {
    /// A calendar file of these sessions, made at `now`. Sessions without a date are left out.
    ///
    /// Times are the event's zone's, whose rules are in the file. They are UTC instead where those
    /// can't say them: for the second of two equal wall times, and where the event file brings rules
    /// that are newer than the program's, since most calendar programs use rules of their own and may
    /// not have them yet.
    pub fn file(&self, sessions: &[&Session], now: Instant) -> String {
        self.write(sessions, now, &[])
    }

    /// A calendar of the whole agenda to be fetched again every hour.
    pub fn subscription(&self, now: Instant) -> String {
        let sessions: Vec<&Session> = self.agenda.sessions.iter().collect();
        self.write(
            &sessions,
            now,
            &[("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"), ("X-PUBLISHED-TTL", "PT1H")],
        )
    }

    fn write(&self, sessions: &[&Session], now: Instant, more: &[(&str, &str)]) -> String {
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", "-//Huso//Huso//EN");
        lines.put("METHOD", "PUBLISH");
        let name = escape(&self.line(&self.agenda.title));
        lines.put("NAME", &name);
        lines.put("X-WR-CALNAME", &name);
        for (name, value) in more {
            lines.put(name, value);
        }
        lines.zone = span(sessions).and_then(|(from, to)| {
            let zone = &self.agenda.zone;
            is_common(zone, from, to).then(|| {
                lines.timezone(zone, from, to);
                zone.clone()
            })
        });
        for session in sessions {
            self.event(session, now, &mut lines);
        }
        lines.put("END", "VCALENDAR");
        lines.text
    }

    fn event(&self, session: &Session, now: Instant, lines: &mut Lines) {
        let agenda = self.agenda;
        if session.when == When::Open {
            return;
        }
        lines.put("BEGIN", "VEVENT");
        lines.own("UID", escape(&[&session.id, ".", &agenda.id, "@huso"].concat()));
        lines.own("DTSTAMP", utc(now));
        if let Some(updated) = agenda.updated {
            lines.own("LAST-MODIFIED", utc(updated));
        }
        lines.own("SEQUENCE", digits(sequence(agenda, session)));
        match lasting(agenda, session) {
            When::Open => {}
            When::AllDay(date) => {
                lines.own("DTSTART;VALUE=DATE", basic_date(date));
                lines.own("DTEND;VALUE=DATE", basic_date(after(date)));
            }
            // Without a zone it is the reader's own (RFC 5545, 3.3.5, form 1).
            When::Floating { start, end } => {
                lines.own("DTSTART", basic(start));
                if let Some(end) = end {
                    lines.own("DTEND", basic(end));
                }
            }
            When::Timed { start, end } => {
                lines.time("DTSTART", start);
                if let Some(end) = end {
                    lines.time("DTEND", end);
                }
            }
        }
        let entry = self.entry(session, usize::MAX);
        lines.own("SUMMARY", escape(&entry.title));
        for (name, value) in [("DESCRIPTION", &entry.description), ("LOCATION", &entry.place)] {
            if !value.is_empty() {
                lines.own(name, escape(value));
            }
        }
        if let Some(track) = session.track.as_deref().and_then(|id| agenda.track(id)) {
            lines.own("CATEGORIES", escape(&self.line(&track.name)));
        }
        if let Some(url) = agenda.url.as_deref().and_then(self.address) {
            lines.own("URL", uri(&url));
        }
        if let Some(url) = session.link(LinkRel::Join).and_then(|link| (self.address)(&link.url)) {
            let label = self.lang.widget().link_join;
            lines.own(&["CONFERENCE;VALUE=URI;LABEL=\"", label, "\""].concat(), uri(&url));
        }
        lines.put(
            "STATUS",
            match session.status {
                SessionStatus::Cancelled | SessionStatus::Postponed => "CANCELLED",
                SessionStatus::Tentative => "TENTATIVE",
                SessionStatus::Confirmed | SessionStatus::Rescheduled => "CONFIRMED",
            },
        );
        lines.put("END", "VEVENT");
    }

    /// A text that stands on one line.
    fn line(&self, text: &Text) -> String {
        one_line(text.get(self.lang, self.agenda.language), " ")
    }

    /// The texts, of the summary at most so many characters.
    pub(crate) fn entry(&self, session: &Session, most: usize) -> Entry {
        let say = self.lang.widget();
        let mut title = match session.status {
            SessionStatus::Cancelled => [say.cancelled, ": "].concat(),
            SessionStatus::Postponed => [say.postponed, ": "].concat(),
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

/// How often the session was changed, as calendar programs compare it (RFC 5545, 3.8.7.4): its own
/// `revision`; else the minute since 2000 in which the file was changed; else whether it stands as first
/// announced.
fn sequence(agenda: &Agenda, session: &Session) -> i64 {
    let changed = !matches!(session.status, SessionStatus::Confirmed | SessionStatus::Tentative);
    match (session.revision, agenda.updated) {
        (Some(revision), _) => revision.into(),
        (None, Some(updated)) => (updated.timestamp() - EPOCH) / 60,
        (None, None) => changed.into(),
    }
}

/// A day before the first of these instants, and a day after the last: what a time zone has to cover.
fn span(sessions: &[&Session]) -> Option<(Instant, Instant)> {
    let mut span: Option<(Instant, Instant)> = None;
    for session in sessions {
        let Some(start) = session.start() else { continue };
        let end = session.end().unwrap_or(start);
        span = Some(span.map_or((start, end), |(first, last)| (first.min(start), last.max(end))));
    }
    let ((first, last), day) = (span?, TimeDelta::days(1));
    Some((first.checked_sub_signed(day)?, last.checked_add_signed(day)?))
}

/// Whether times may be written with this zone's name: not UTC, and the same under the rules that
/// everybody has.
fn is_common(zone: &Zone, from: Instant, to: Instant) -> bool {
    let known = Zone::named(zone.name());
    !zone.name().ends_with("UTC")
        && known.is_ok_and(|known| {
            known.offset_at(from) == zone.offset_at(from)
                && changes(&known, from, to) == changes(zone, from, to)
        })
}

/// Content lines, folded, each ended by CRLF.
#[derive(Default)]
struct Lines {
    text: String,
    /// The zone that times are written in, UTC without.
    zone: Option<Zone>,
}

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for character in name.chars().chain(":".chars()).chain(value.chars()) {
            if width + character.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(character);
            width += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// The same with a value that nobody needs any more: it is freed here, not by each caller.
    fn own(&mut self, name: &str, value: String) {
        self.put(name, &value);
    }

    /// A time in the zone, if that is enough to find it again.
    fn time(&mut self, name: &str, instant: Instant) {
        if let Some(zone) = &self.zone {
            let wall = zone.wall_time(instant);
            if zone.resolve(wall).instant() == instant {
                let name = [name, ";TZID=", zone.name()].concat();
                return self.own(&name, basic(wall));
            }
        }
        self.own(name, utc(instant));
    }

    /// The zone's offset at `from`, and its changes until `to` (RFC 5545, 3.6.5).
    fn timezone(&mut self, zone: &Zone, from: Instant, to: Instant) {
        self.put("BEGIN", "VTIMEZONE");
        self.put("TZID", zone.name());
        let mut before = zone.offset_at(from);
        let mut all = vec![(from, before)];
        all.extend(changes(zone, from, to));
        for (instant, offset) in all {
            let kind = if offset > before { "DAYLIGHT" } else { "STANDARD" };
            let onset = instant.naive_utc().checked_add_signed(TimeDelta::seconds(before.into()));
            self.put("BEGIN", kind);
            self.own("DTSTART", basic(onset.unwrap_or_default()));
            self.own("TZOFFSETFROM", labels::iso_offset(before).replace(':', ""));
            self.own("TZOFFSETTO", labels::iso_offset(offset).replace(':', ""));
            self.put("END", kind);
            before = offset;
        }
        self.put("END", "VTIMEZONE");
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
            '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            control if control.is_control() && control != '\t' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A value of type URI, which is not escaped (3.3.13): a line break inside would start another property.
fn uri(address: &str) -> String {
    address.replace(char::is_control, "")
}

/// The next day.
pub(crate) fn after(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

fn basic_date(date: NaiveDate) -> String {
    let mut text = basic(date.and_time(NaiveTime::MIN));
    text.truncate("20270811".len());
    text
}

/// `20270811T093000`
fn basic(wall: NaiveDateTime) -> String {
    labels::iso_second(wall).replace(['-', ':'], "")
}

fn utc(instant: Instant) -> String {
    basic(instant.naive_utc()) + "Z"
}
