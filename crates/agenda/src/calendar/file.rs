//! iCalendar files (RFC 5545, with the properties of RFC 7986) of an event's sessions.

use super::export::CalendarExport;
use super::lines::{Lines, after, basic, basic_date, escape, uri, utc};
use crate::event_file::{LinkRel, SessionStatus};
use crate::model::{Agenda, Session, When};
use crate::phase::lasting;
use crate::zone::{Instant, Offsets, Zone, changes};
use chrono::TimeDelta;

/// 2000-01-01T00:00Z in seconds since 1970: revisions are counted from there.
const EPOCH: i64 = 946_684_800;

impl CalendarExport<'_> {
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
        lines.put("X-WR-RELCALID", &escape(&self.agenda.id));
        // Whose clocks the event's days are of, which times in UTC don't say.
        lines.put("X-WR-TIMEZONE", self.agenda.zone.name());
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
        lines.own("SEQUENCE", sequence(agenda, session).to_string());
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
            let label = self.words.join;
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
