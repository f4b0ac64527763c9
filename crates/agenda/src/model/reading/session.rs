//! The sessions.

use super::references::{known, known_at, speakers, tracks, venues};
use super::values::{instant_at, not_empty, report_reversed, safe_link};
use super::when::when;
use super::zones::zone;
use crate::decode::{Decoder, Ids, List, each};
use crate::event_file::{FLOATING, SessionEntry, SessionLink, SessionRegistration, SessionStatus};
use crate::model::agenda::Agenda;
use crate::model::session::{Session, When};
use crate::time::{Instant, Offsets as _, Zone};
use chrono::NaiveDate;

/// The sessions in the order of the agenda. `event_zone` is the event's, if it is known.
pub(super) fn sessions(
    entries: List<SessionEntry>,
    event_zone: Option<&Zone>,
    agenda: &Agenda,
    decoder: &mut Decoder,
) -> Vec<Session> {
    let mut ids = Ids::default();
    let mut sessions = each(entries, "sessions", decoder, |entry, decoder| {
        ids.is_new(&entry.id, decoder).then(|| session(entry, event_zone, agenda, decoder))?
    });
    let start = |when| match when {
        When::Floating { start, .. } => Some(agenda.zone.resolve(start).instant()),
        When::Timed { start, .. } => Some(start),
        When::AllDay(_) | When::Open => None,
    };
    sessions.sort_by_key(|session| (session.day.is_none(), session.day, start(session.when)));
    sessions
}

/// A session, unless its time can't be known. What else is wrong with it is reported all the same.
fn session(
    mut entry: SessionEntry,
    event_zone: Option<&Zone>,
    agenda: &Agenda,
    decoder: &mut Decoder,
) -> Option<Session> {
    decoder.key("id", |decoder| not_empty(&entry.id, decoder));
    let known_zone = session_zone(&entry, event_zone, agenda, decoder);
    if known_zone.is_none() {
        // Whether it is in force there can't be known.
        entry.utc_offset = None;
    }
    let is_zone_known = known_zone.is_some();
    let zone = known_zone.unwrap_or_default();
    let known_when = when(&entry, &zone, decoder);
    let is_known = is_zone_known && known_when.is_some();
    let when = known_when.unwrap_or(When::Open);
    // On the reader's own clocks there is no such instant.
    let previous_start = entry.previous_start.filter(|_| !matches!(when, When::Floating { .. }));
    let previous_start = instant_at("previous_start", previous_start.as_deref(), &zone, decoder);
    let registration = entry.registration.unwrap_or_default();
    let (opens, closes) = decoder.key("registration", |decoder| period(&registration, &zone, decoder));
    let session = Session {
        id: entry.id,
        title: entry.title,
        summary: entry.summary,
        when,
        day: day(when, &agenda.zone),
        previous_start,
        revision: entry.revision,
        previous_venue: known_at("previous_venue", entry.previous_venue, "venues", venues(agenda), decoder),
        status: entry.status.unwrap_or_else(|| status(previous_start)),
        kind: entry.kind.unwrap_or_default(),
        track: known_at("track", entry.track, "tracks", tracks(agenda), decoder),
        venue: known_at("venue", entry.venue, "venues", venues(agenda), decoder),
        speakers: each(entry.speakers, "speakers", decoder, |id, decoder| {
            known(id, "speakers", speakers(agenda), decoder)
        }),
        languages: entry.languages,
        registration,
        opens,
        closes,
        links: links(entry.links, decoder),
    };
    is_known.then_some(session)
}

/// The zone whose clocks the session's times are read from, if it is known.
fn session_zone(
    entry: &SessionEntry,
    event_zone: Option<&Zone>,
    agenda: &Agenda,
    decoder: &mut Decoder,
) -> Option<Zone> {
    match entry.timezone.as_deref() {
        // UTC's clocks neither skip nor repeat a time: what is read from them is what was written.
        Some(FLOATING) => Some(Zone::default()),
        Some(name) => decoder.key("timezone", |decoder| zone(&agenda.database, name, decoder)),
        None => event_zone.cloned(),
    }
}

/// The event's day on which it starts.
fn day(when: When, event_zone: &Zone) -> Option<NaiveDate> {
    match when {
        When::Timed { start, .. } => Some(event_zone.wall_time(start).date()),
        When::Floating { start, .. } => Some(start.date()),
        When::AllDay(date) => Some(date),
        When::Open => None,
    }
}

/// The status of a session whose entry names none.
fn status(previous_start: Option<Instant>) -> SessionStatus {
    previous_start.map_or(SessionStatus::Confirmed, |_| SessionStatus::Rescheduled)
}

/// From when on, and until when, it can be chosen.
fn period(
    registration: &SessionRegistration,
    zone: &Zone,
    decoder: &mut Decoder,
) -> (Option<Instant>, Option<Instant>) {
    let opens = instant_at("opens", registration.opens.as_deref(), zone, decoder);
    let closes = instant_at("closes", registration.closes.as_deref(), zone, decoder);
    report_reversed("closes", opens, closes, zone, decoder);
    (opens, closes)
}

fn links(links: List<SessionLink>, decoder: &mut Decoder) -> Vec<SessionLink> {
    each(links, "links", decoder, |mut link, decoder| {
        link.url = safe_link("url", Some(link.url), decoder)?;
        Some(link)
    })
}

#[cfg(test)]
mod tests {
    use crate::event_file::{self, SessionStatus};
    use crate::model::Agenda;

    #[test]
    fn a_session_that_moved_says_from_when_and_where() {
        let text = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
            "venues": [{"id": "hall", "name": "Hall"}], "sessions": [
            {"id": "a", "title": "A", "start": "2027-08-11T10:00", "previous_start": "2027-08-11T09:00",
             "timezone": "America/Santiago", "previous_venue": "hall"},
            {"id": "b", "title": "B", "previous_start": "2027-08-11T09:00", "status": "postponed",
             "previous_venue": "hal"}]}"#;
        let (file, _) = event_file::parse::<String>(text);
        let (agenda, faults) = Agenda::try_new(file.unwrap());
        let (moved, postponed) = match agenda.as_ref().map(|agenda| agenda.sessions.as_slice()) {
            Some([moved, postponed]) => (moved, postponed),
            other => panic!("{other:?}"),
        };
        assert_eq!(moved.status, SessionStatus::Rescheduled);
        assert_eq!(
            moved.previous_start.map(|start| start.to_rfc3339()),
            Some("2027-08-11T13:00:00+00:00".into())
        );
        assert_eq!(moved.previous_venue.as_deref(), Some("hall"));
        assert_eq!(postponed.status, SessionStatus::Postponed);
        assert_eq!(postponed.previous_venue, None);
        let places: Vec<_> = faults.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(places, ["sessions[1].previous_venue"]);
    }
}
