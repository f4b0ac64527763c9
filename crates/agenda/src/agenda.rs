//! The agenda as it is meant: zones resolved, times as instants, references checked.

use crate::decode::{Decoder, Ids, List, each};
use crate::event_file::{
    EventFile, LinkRel, Organizer, SessionEntry, SessionKind, SessionLink, SessionMode, SessionRegistration,
    SessionStatus, ShownZone, Speaker, TimezoneRules, Track, Venue,
};
use crate::language::{Lang, Locale};
use crate::nearest::nearest;
use crate::problem::{Diagnostic, Problem};
use crate::text::Text;
use crate::zone::{Database, Instant, Offsets as _, Resolved, Zone};
use crate::{link, wall_time};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// What an event file has for the zone of a session that takes place on everybody's own clocks.
pub const FLOATING: &str = "floating";

/// An event's agenda, valid throughout: what could not be shown rightly is not in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    /// Names the event in addresses, calendars and submissions.
    pub id: String,
    /// Language of every plain string.
    pub language: Lang,
    /// The same, with the region by whose habits its dates are written.
    pub locale: Locale,
    /// The event's name.
    pub title: Text,
    /// What it is about.
    pub summary: Option<Text>,
    /// Its page; a safe link.
    pub url: Option<String>,
    /// Where the agenda can be subscribed to as a calendar.
    pub calendar: Option<String>,
    /// When its file was changed last.
    pub updated: Option<Instant>,
    /// The event's zone: its days are days of this zone.
    pub zone: Zone,
    /// Every zone, under the newest rules there are.
    pub database: Database,
    /// Zones shown beside each session.
    pub shown_zones: Vec<(Zone, Text)>,
    /// Who invites.
    pub organizers: Vec<Organizer>,
    /// Strands.
    pub tracks: Vec<Track>,
    /// Places.
    pub venues: Vec<Venue>,
    /// People.
    pub speakers: Vec<Speaker>,
    /// Sessions in the order of the agenda: by day, then all-day ones, then by instant; those without
    /// a day last.
    pub sessions: Vec<Session>,
}

/// When a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From one instant, perhaps to another.
    Timed {
        /// Start.
        start: Instant,
        /// End, after the start.
        end: Option<Instant>,
    },
    /// On the clocks of wherever the reader is: never converted (floating, RFC 5545, 3.3.5).
    Floating {
        /// Start.
        start: NaiveDateTime,
        /// End, after the start.
        end: Option<NaiveDateTime>,
    },
    /// A whole day, wherever the reader is: never converted.
    AllDay(NaiveDate),
    /// To be confirmed.
    Open,
}

/// One entry of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Names the session in calendars and submissions.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What it is about.
    pub summary: Option<Text>,
    /// When.
    pub when: When,
    /// The event's day on which it starts.
    pub day: Option<NaiveDate>,
    /// Start before it was rescheduled.
    pub previous_start: Option<Instant>,
    /// How often it was changed, if the file says so.
    pub revision: Option<u32>,
    /// Id of the venue before it was moved, one that exists.
    pub previous_venue: Option<String>,
    /// Whether it takes place.
    pub status: SessionStatus,
    /// Session or break.
    pub kind: SessionKind,
    /// Id of a track that exists.
    pub track: Option<String>,
    /// Id of a venue that exists.
    pub venue: Option<String>,
    /// Ids of speakers that exist.
    pub speakers: Vec<String>,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// Whether and by whom it can be chosen.
    pub registration: SessionRegistration,
    /// From when on it can be chosen.
    pub opens: Option<Instant>,
    /// From when on it can't any more.
    pub closes: Option<Instant>,
    /// Safe links.
    pub links: Vec<SessionLink>,
}

/// A day of the event and its sessions.
#[derive(Clone, Debug)]
pub struct Day<'a> {
    /// The date in the event's zone; `None` for sessions whose day is to be confirmed.
    pub date: Option<NaiveDate>,
    /// In order.
    pub sessions: &'a [Session],
}

impl Session {
    /// Start, for a session that has one.
    pub fn start(&self) -> Option<Instant> {
        match self.when {
            When::Timed { start, .. } => Some(start),
            _ => None,
        }
    }

    /// End, for a session that has one.
    pub fn end(&self) -> Option<Instant> {
        match self.when {
            When::Timed { end, .. } => end,
            _ => None,
        }
    }

    /// Minutes from start to end, for a session that has both.
    pub fn minutes(&self) -> Option<i64> {
        let length = match self.when {
            When::Timed { start, end } => end?.signed_duration_since(start),
            When::Floating { start, end } => end?.signed_duration_since(start),
            When::AllDay(_) | When::Open => return None,
        };
        Some(length.num_minutes())
    }

    /// Whether a visitor may choose it in the form without an invitation, at some time.
    pub fn is_open(&self) -> bool {
        self.kind == SessionKind::Session
            && matches!(self.registration.mode.unwrap_or_default(), SessionMode::Open | SessionMode::Waitlist)
            && !self.is_off()
    }

    /// Whether it does not take place at its time.
    pub fn is_off(&self) -> bool {
        matches!(self.status, SessionStatus::Cancelled | SessionStatus::Postponed)
    }

    /// The link of a kind, if it has one.
    pub fn link(&self, rel: LinkRel) -> Option<&SessionLink> {
        self.links.iter().find(|link| link.rel == rel)
    }
}

impl Agenda {
    /// Makes an agenda of a file. What can't be shown rightly is left out and reported as an error;
    /// only a file without a known zone makes no agenda at all.
    pub fn try_new<R>(file: EventFile<R>) -> (Option<Self>, Vec<Diagnostic>) {
        let mut decoder = Decoder::default();
        let agenda = read(file, &mut decoder);
        (agenda, decoder.into_diagnostics())
    }

    /// The session of an id.
    pub fn session(&self, id: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }

    /// The track of an id.
    pub fn track(&self, id: &str) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == id)
    }

    /// The venue of an id.
    pub fn venue(&self, id: &str) -> Option<&Venue> {
        self.venues.iter().find(|venue| venue.id == id)
    }

    /// The speaker of an id.
    pub fn speaker(&self, id: &str) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == id)
    }

    /// The event's days in order, those without a date last.
    pub fn days(&self) -> Vec<Day<'_>> {
        let (mut days, mut rest) = (Vec::new(), self.sessions.as_slice());
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|session| session.day == first.day).count();
            let (sessions, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            days.push(Day { date: first.day, sessions });
            rest = later;
        }
        days
    }
}

fn read<R>(file: EventFile<R>, decoder: &mut Decoder) -> Option<Agenda> {
    let locale = file.language.as_deref().map_or_else(Locale::default, |tag| {
        Locale::from_tag(tag).unwrap_or_else(|| {
            let meant = nearest(tag, Lang::ALL.map(Lang::tag));
            decoder.report_at("language", Problem::UnknownLanguage { found: tag.to_owned(), meant });
            Locale::default()
        })
    });
    decoder.key("id", |decoder| not_empty(&file.id, decoder));
    let rules = file.timezone_rules;
    let read = |decoder: &mut Decoder| rules.and_then(|rules| zones_under(rules, decoder));
    let database = decoder.key("timezone_rules", read).unwrap_or_default();
    let known_zone = decoder.key("timezone", |decoder| zone(&database, &file.timezone, decoder));
    // What else is wrong is found all the same: UTC's clocks neither skip nor repeat a time.
    let zone = known_zone.clone().or_else(|| Zone::named("UTC").ok())?;
    let (mut tracks, mut venues, mut speakers) = (Ids::default(), Ids::default(), Ids::default());
    let mut agenda = Agenda {
        id: file.id,
        language: locale.lang,
        locale,
        title: file.title,
        summary: file.summary,
        url: safe_link("url", file.url, decoder),
        calendar: safe_link("calendar", file.calendar, decoder),
        updated: instant_at("updated", file.updated.as_deref(), &zone, decoder),
        zone,
        shown_zones: shown_zones(&database, file.zones, decoder),
        database,
        organizers: each(file.organizers, "organizers", decoder, |mut organizer, decoder| {
            organizer.url = safe_link("url", organizer.url, decoder);
            organizer.logo = safe_link("logo", organizer.logo, decoder);
            Some(organizer)
        }),
        tracks: each(file.tracks, "tracks", decoder, |mut track, decoder| {
            if let Some(found) = track.color.take_if(|color| !is_color(color)) {
                decoder.report_at("color", Problem::BadColor { found });
            }
            tracks.is_new(&track.id, decoder).then_some(track)
        }),
        venues: each(file.venues, "venues", decoder, |mut venue, decoder| {
            venue.url = safe_link("url", venue.url, decoder);
            venues.is_new(&venue.id, decoder).then_some(venue)
        }),
        speakers: each(file.speakers, "speakers", decoder, |mut speaker, decoder| {
            speaker.url = safe_link("url", speaker.url, decoder);
            speaker.photo = safe_link("photo", speaker.photo, decoder);
            speakers.is_new(&speaker.id, decoder).then_some(speaker)
        }),
        sessions: Vec::new(),
    };
    let mut seen = Ids::default();
    agenda.sessions = each(file.sessions, "sessions", decoder, |mut entry, decoder| {
        if known_zone.is_none() && entry.timezone.is_none() {
            entry.utc_offset = None;
        }
        seen.is_new(&entry.id, decoder).then(|| session(entry, &agenda, decoder))?
    });
    let start = |when| match when {
        When::Floating { start, .. } => Some(agenda.zone.resolve(start).instant()),
        When::Timed { start, .. } => Some(start),
        When::AllDay(_) | When::Open => None,
    };
    agenda.sessions.sort_by_key(|session| (session.day.is_none(), session.day, start(session.when)));
    known_zone.map(|_| agenda)
}

/// A session, unless its time can't be known. What else is wrong with it is reported all the same.
fn session(mut entry: SessionEntry, agenda: &Agenda, decoder: &mut Decoder) -> Option<Session> {
    decoder.key("id", |decoder| not_empty(&entry.id, decoder));
    // UTC's clocks neither skip nor repeat a time: what is read by them is what was written.
    let as_written = Zone::named("UTC").ok()?;
    let known_zone = match entry.timezone.as_deref() {
        Some(FLOATING) => Some(as_written.clone()),
        Some(name) => decoder.key("timezone", |decoder| zone(&agenda.database, name, decoder)),
        None => Some(agenda.zone.clone()),
    };
    if known_zone.is_none() {
        entry.utc_offset = None;
    }
    let is_zone_known = known_zone.is_some();
    let zone = known_zone.unwrap_or(as_written);
    let read = when(&entry, &zone, decoder);
    let is_known = is_zone_known && read.is_some();
    let mut when = read.unwrap_or(When::Open);
    if let (Some(FLOATING), When::Timed { start, end }) = (entry.timezone.as_deref(), when) {
        when = When::Floating { start: start.naive_utc(), end: end.map(|end| end.naive_utc()) };
    }
    let day = match when {
        When::Timed { start, .. } => Some(agenda.zone.wall_time(start).date()),
        When::Floating { start, .. } => Some(start.date()),
        When::AllDay(date) => Some(date),
        When::Open => None,
    };
    // On the reader's own clocks there is no such instant.
    let previous_start = entry.previous_start.as_ref().filter(|_| !matches!(when, When::Floating { .. }));
    let previous_start = instant_at("previous_start", previous_start.map(String::as_str), &zone, decoder);
    let rescheduled = || match previous_start {
        Some(_) => SessionStatus::Rescheduled,
        None => SessionStatus::Confirmed,
    };
    let moment = |key: &str, text: &Option<String>, decoder: &mut Decoder| {
        instant_at(key, text.as_deref(), &zone, decoder)
    };
    let tracks = || agenda.tracks.iter().map(|track| (track.id.as_str(), track.name.all()));
    let venues = || agenda.venues.iter().map(|venue| (venue.id.as_str(), venue.name.all()));
    let speakers =
        || agenda.speakers.iter().map(|speaker| (speaker.id.as_str(), vec![speaker.name.as_str()]));
    let registration = entry.registration.unwrap_or(SessionRegistration {
        mode: None,
        opens: None,
        closes: None,
        capacity: None,
        audience: Vec::new(),
    });
    let (opens, closes) = decoder.key("registration", |decoder| {
        let opens = moment("opens", &registration.opens, decoder);
        let closes = moment("closes", &registration.closes, decoder);
        report_reversed("closes", opens, closes, &zone, decoder);
        (opens, closes)
    });
    let session = Session {
        id: entry.id,
        title: entry.title,
        summary: entry.summary,
        when,
        day,
        previous_start,
        revision: entry.revision,
        previous_venue: known_at("previous_venue", entry.previous_venue, "venues", venues, decoder),
        status: entry.status.unwrap_or_else(rescheduled),
        kind: entry.kind.unwrap_or_default(),
        track: known_at("track", entry.track, "tracks", tracks, decoder),
        venue: known_at("venue", entry.venue, "venues", venues, decoder),
        speakers: each(entry.speakers, "speakers", decoder, |id, decoder| {
            known(id, "speakers", speakers(), decoder)
        }),
        languages: entry.languages,
        registration,
        opens,
        closes,
        links: each(entry.links, "links", decoder, |mut link, decoder| {
            link.url = safe_link("url", Some(link.url), decoder)?;
            Some(link)
        }),
    };
    is_known.then_some(session)
}

/// An id, if it is one of a list; another is reported, with the one that it resembles or whose name it
/// is. `entries` are the list's ids, each with its names.
pub fn known<'a>(
    id: String,
    list: &'static str,
    entries: impl Iterator<Item = (&'a str, Vec<&'a str>)> + Clone,
    decoder: &mut Decoder,
) -> Option<String> {
    if entries.clone().any(|(known, _)| known == id) {
        return Some(id);
    }
    let named = || entries.clone().find(|(_, names)| nearest(&id, names.iter().copied()).is_some());
    let meant = nearest(&id, entries.clone().map(|(known, _)| known)).or_else(|| Some(named()?.0));
    let meant = meant.map(str::to_owned);
    let known = entries.map(|(known, _)| known.to_owned()).collect();
    decoder.report(Problem::UnknownId { id, list, meant, known });
    None
}

/// The same for the id that stands at `key`, if one does.
fn known_at<'a, I: Iterator<Item = (&'a str, Vec<&'a str>)> + Clone>(
    key: &str,
    id: Option<String>,
    list: &'static str,
    entries: impl Fn() -> I,
    decoder: &mut Decoder,
) -> Option<String> {
    let id = id?;
    decoder.key(key, |decoder| known(id, list, entries(), decoder))
}

/// Reports, at `key`, an end that is not after its start. Whether it did.
pub fn report_reversed(
    key: &str,
    start: Option<Instant>,
    end: Option<Instant>,
    zone: &Zone,
    decoder: &mut Decoder,
) -> bool {
    let (Some(start), Some(end)) = (start, end) else { return false };
    if end > start {
        return false;
    }
    let (start, end) = (zone.wall_time(start), zone.wall_time(end));
    decoder.report_at(key, Problem::EndBeforeStart { start, end });
    true
}

fn when(entry: &SessionEntry, zone: &Zone, decoder: &mut Decoder) -> Option<When> {
    let Some(start) = &entry.start else {
        if entry.end.is_some() || entry.duration.is_some() {
            decoder.report(Problem::EndWithoutStart);
            return None;
        }
        return match &entry.date {
            Some(date) => {
                decoder.key("date", |decoder| or_report(wall_time::date(date), decoder)).map(When::AllDay)
            }
            None => Some(When::Open),
        };
    };
    if entry.date.is_some() {
        decoder.report_at("date", Problem::DateAndStart);
    }
    let offset = entry
        .utc_offset
        .as_ref()
        .and_then(|text| decoder.key("utc_offset", |decoder| or_report(wall_time::offset(text), decoder)));
    let start = decoder.key("start", |decoder| instant(zone, start, offset, decoder));
    let end = match &entry.end {
        Some(text) => decoder.key("end", |decoder| {
            let resolved = or_report(wall_time::resolve(text, zone), decoder)?;
            Some(Some(end_instant(zone, resolved, start, decoder)))
        }),
        None => Some(None),
    };
    let length = entry
        .duration
        .as_ref()
        .and_then(|text| decoder.key("duration", |decoder| or_report(wall_time::duration(text), decoder)));
    if entry.duration.is_some() && length.is_none() {
        return None;
    }
    let (start, end) = (start?, end?);
    if let (Some(end), Some(length)) = (end, length) {
        let actual = end.signed_duration_since(start);
        if actual != length {
            let (stated, actual) = (length.num_minutes(), actual.num_minutes());
            decoder.report_at("duration", Problem::DurationDisagrees { stated, actual });
        }
    }
    let end = end.or_else(|| length.and_then(|length| start.checked_add_signed(length)));
    let key = if entry.end.is_some() { "end" } else { "duration" };
    if report_reversed(key, Some(start), end, zone, decoder) {
        return None;
    }
    Some(When::Timed { start, end })
}

/// The instant of a wall time that stands at `key`, if one does.
fn instant_at(key: &str, text: Option<&str>, zone: &Zone, decoder: &mut Decoder) -> Option<Instant> {
    decoder.key(key, |decoder| Some(or_report(wall_time::resolve(text?, zone), decoder)?.instant()))
}

/// The instant of a session's start. `offset` settles a repeated wall time; anywhere else it must be
/// the one in force.
fn instant(zone: &Zone, text: &str, offset: Option<i32>, decoder: &mut Decoder) -> Option<Instant> {
    let resolved = or_report(wall_time::resolve(text, zone), decoder)?;
    let Some(offset) = offset else {
        report_oddity(zone, resolved, decoder);
        return Some(resolved.instant());
    };
    let wall = wall_time::wall_time(text).ok()?;
    let stated = wall.checked_sub_signed(TimeDelta::seconds(offset.into()))?.and_utc();
    // At 24:00 the offset of the day that ends may be no longer in force.
    if zone.offset_at(stated) == offset || resolved == Resolved::Unique(stated) {
        return Some(stated);
    }
    let in_force = zone.offset_at(resolved.instant());
    decoder.report(Problem::OffsetNotInForce { in_force });
    None
}

/// The instant of a session's end: of a repeated wall time the first that lies after the start.
fn end_instant(zone: &Zone, resolved: Resolved, start: Option<Instant>, decoder: &mut Decoder) -> Instant {
    match (resolved, start) {
        (Resolved::Repeated { first, second }, Some(start)) if first <= start => second,
        _ => {
            report_oddity(zone, resolved, decoder);
            resolved.instant()
        }
    }
}

fn report_oddity(zone: &Zone, resolved: Resolved, decoder: &mut Decoder) {
    match resolved {
        Resolved::Unique(_) => {}
        Resolved::Skipped { before, after } => {
            decoder.report(Problem::Skipped { read_as: zone.wall_time(before), other: zone.wall_time(after) })
        }
        Resolved::Repeated { first, second } => {
            decoder.report(Problem::Repeated { first: zone.offset_at(first), second: zone.offset_at(second) })
        }
    }
}

fn or_report<T>(result: Result<T, Problem>, decoder: &mut Decoder) -> Option<T> {
    result.map_err(|problem| decoder.report(problem)).ok()
}

/// The zones under a file's rules; none if something is wrong with these.
fn zones_under(rules: TimezoneRules, decoder: &mut Decoder) -> Option<Database> {
    let until = rules.until.as_deref().map_or(Ok(Instant::MAX_UTC), wall_time::instant);
    let until = until.map_err(|problem| decoder.report_at("until", problem)).ok()?;
    let zones = rules.zones.0.into_iter().map(|(zone, offsets)| (zone, offsets.0));
    let database = Database::try_new(rules.release, until, zones);
    database.map_err(|problem| decoder.report_at("release", problem)).ok()
}

fn zone(database: &Database, name: &str, decoder: &mut Decoder) -> Option<Zone> {
    or_report(database.get(name), decoder)
}

fn not_empty(text: &str, decoder: &mut Decoder) {
    if text.trim().is_empty() {
        decoder.report(Problem::Empty);
    }
}

/// An address that may be linked to; another is reported at `key`.
pub fn safe_link(key: &str, address: Option<String>, decoder: &mut Decoder) -> Option<String> {
    let address = address?;
    if link::is_safe(&address) {
        return Some(address);
    }
    decoder.report_at(key, Problem::BadLink { found: address });
    None
}

/// Whether it is `#rgb` or `#rrggbb`.
pub fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn shown_zones(database: &Database, zones: List<ShownZone>, decoder: &mut Decoder) -> Vec<(Zone, Text)> {
    if zones.is_empty() {
        return default_zones(database);
    }
    each(zones, "zones", decoder, |shown, decoder| {
        let zone = decoder.key("timezone", |decoder| zone(database, &shown.timezone, decoder))?;
        Some((zone, shown.label))
    })
}

/// The zones of the Pacific Alliance: what an event file that names none gets.
pub fn default_zones(database: &Database) -> Vec<(Zone, Text)> {
    let places = [
        ("America/Santiago", ["Chile", "Chile", "Chile"]),
        ("America/Bogota", ["Colombia", "Colombia", "Colômbia"]),
        ("America/Lima", ["Perú", "Peru", "Peru"]),
        ("America/Mexico_City", ["México", "Mexico", "México"]),
    ];
    let mut zones = Vec::new();
    for (name, texts) in places {
        let Ok(zone) = database.get(name) else { continue };
        let mut label = Vec::new();
        for (lang, text) in Lang::ALL.into_iter().zip(texts) {
            label.push((lang.tag().to_owned(), text.to_owned()));
        }
        zones.push((zone, Text::ByLanguage(label)));
    }
    zones
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event_file;

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
