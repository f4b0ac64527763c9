//! An event in schema.org's words, as JSON-LD: what search engines read of a page.
//!
//! Nothing is said that the event file doesn't say, and nothing that depends on when it is written. The rules are
//! those of schema.org's `Event` (release 30.0) and of Google Search Central's page on events.

use crate::format::event_file::{LinkRel, Organizer, SessionKind, SessionStatus, Speaker, Venue, VenueKind};
use crate::format::text::{Text, one_line};
use crate::language::Lang;
use crate::model::{Agenda, Session, When};
use crate::phase::lasting;
use crate::wall_time::day_start;
use crate::{Instant, iso};
use chrono::SecondsFormat;
use serde_json::{Value, json};

/// The event as an `Event`, its sessions as `subEvent`, in texts for a reader of `lang`.
///
/// Left out are breaks, and sessions whose date is to be confirmed: without a `startDate` search engines
/// refuse an event, and there is none that would be true. `address` makes an address of the event file
/// absolute; what it has no answer to is left out. Addresses at which one joins a session are not in it:
/// the agenda shows them shortly before the start, a search engine would show them to everybody for ever.
pub fn event(agenda: &Agenda, lang: Lang, address: &dyn Fn(&str) -> Option<String>) -> Value {
    Description { agenda, lang, address }.event()
}

/// JSON as it may stand in `<script type="application/ld+json">`, which ends at the first `</script` whatever
/// it stands in, and where `<!--` hides that end (HTML, "Restrictions for contents of script elements").
///
/// ```
/// use huso_agenda::json_ld::script_text;
/// let json = serde_json::json!({"name": "</script><!--"});
/// assert_eq!(script_text(&json), r#"{"name":"\u003c/script>\u003c!--"}"#);
/// ```
pub fn script_text(json: &Value) -> String {
    json.to_string().replace('<', "\\u003c")
}

/// What the nodes of an event are made from.
#[derive(Clone, Copy)]
struct Description<'a> {
    agenda: &'a Agenda,
    lang: Lang,
    address: &'a dyn Fn(&str) -> Option<String>,
}

impl<'a> Description<'a> {
    fn event(self) -> Value {
        let agenda = self.agenda;
        let is_described =
            |session: &&Session| session.kind == SessionKind::Session && session.when != When::Open;
        let sessions: Vec<&Session> = agenda.sessions.iter().filter(is_described).collect();
        let organizers = agenda.organizers.iter().filter_map(|organizer| self.organizer(organizer));
        let held: Vec<&Session> = sessions.iter().copied().filter(|session| !session.is_off()).collect();
        known(json!({
            "@context": "https://schema.org",
            "@type": "Event",
            "name": self.line(&agenda.title),
            "description": self.text(agenda.summary.as_ref()),
            "url": self.event_page(),
            "startDate": held.first().and_then(|first| self.start_date(first.when)),
            "endDate": self.last_end_date(&held),
            "eventAttendanceMode": self.overall_mode(&held),
            "location": distinct(held.iter().flat_map(|session| self.locations(session))),
            "organizer": organizers.collect::<Vec<_>>(),
            "inLanguage": distinct(held.iter().flat_map(|session| languages(session))),
            "subEvent": sessions.iter().map(|session| self.session(session)).collect::<Vec<_>>(),
        }))
    }

    fn session(self, session: &Session) -> Value {
        let speakers = session.speakers.iter().filter_map(|id| self.speaker(self.agenda.speaker(id)?));
        known(json!({
            "@type": "Event",
            "name": self.line(&session.title),
            "description": self.text(session.summary.as_ref()),
            "startDate": self.start_date(session.when),
            "endDate": self.end_date(session.when),
            "previousStartDate": self.previous_start_date(session),
            "eventStatus": self.status(session),
            "eventAttendanceMode": self.attendance(session).mode(),
            "location": self.locations(session),
            "performer": speakers.collect::<Vec<_>>(),
            "inLanguage": languages(session),
        }))
    }

    fn organizer(self, organizer: &Organizer) -> Option<Value> {
        thing(json!({
            "@type": "Organization",
            "name": one_line(&organizer.name, " "),
            "url": self.url(organizer.url.as_deref()),
            "logo": self.url(organizer.logo.as_deref()),
        }))
    }

    fn speaker(self, speaker: &Speaker) -> Option<Value> {
        let organization =
            |name: &String| thing(json!({"@type": "Organization", "name": one_line(name, " ")}));
        thing(json!({
            "@type": "Person",
            "name": one_line(&speaker.name, " "),
            "jobTitle": speaker.role.as_ref().map(|role| self.line(role)),
            "affiliation": speaker.organization.as_ref().and_then(organization),
            "url": self.url(speaker.url.as_deref()),
            "image": self.url(speaker.photo.as_deref()),
        }))
    }

    /// Where one goes, and where one connects.
    fn locations(self, session: &Session) -> Vec<Value> {
        let (venue, attendance) = (self.venue(session), self.attendance(session));
        let mut locations = Vec::new();
        if attendance.is_onsite {
            locations.extend(venue.and_then(|venue| self.place(venue)));
        }
        if attendance.is_online {
            locations.extend(self.virtual_location(venue.filter(|venue| is_online(venue))));
        }
        locations
    }

    fn place(self, venue: &Venue) -> Option<Value> {
        thing(json!({
            "@type": "Place",
            "name": self.line(&venue.name),
            "address": venue.address.as_ref().map(|address| one_line(address, ", ")),
            "url": self.url(venue.url.as_deref()),
        }))
    }

    /// Its address is the venue's page, else the event's, where one joins.
    fn virtual_location(self, venue: Option<&Venue>) -> Option<Value> {
        let page = venue.and_then(|venue| self.url(venue.url.as_deref()));
        thing(json!({
            "@type": "VirtualLocation",
            "name": venue.map(|venue| self.line(&venue.name)),
            "url": page.or_else(|| self.event_page()),
        }))
    }

    /// Two where it moved both to another time and online. A tentative one has none: it is neither as scheduled
    /// nor off.
    fn status(self, session: &Session) -> Vec<&'static str> {
        let is_moved_online = self.is_moved_online(session);
        let status = match session.status {
            SessionStatus::Confirmed if is_moved_online => None,
            SessionStatus::Confirmed => Some("https://schema.org/EventScheduled"),
            SessionStatus::Tentative => None,
            SessionStatus::Cancelled => Some("https://schema.org/EventCancelled"),
            SessionStatus::Postponed => Some("https://schema.org/EventPostponed"),
            SessionStatus::Rescheduled => Some("https://schema.org/EventRescheduled"),
        };
        let moved_online = is_moved_online.then_some("https://schema.org/EventMovedOnline");
        status.into_iter().chain(moved_online).collect()
    }

    fn is_moved_online(self, session: &Session) -> bool {
        let before = session.previous_venue.as_deref().and_then(|id| self.agenda.venue(id));
        !session.is_off()
            && before.is_some_and(|venue| !is_online(venue))
            && self.venue(session).is_some_and(is_online)
    }

    fn start_date(self, when: When) -> Option<String> {
        match when {
            When::Timed { start, .. } => Some(self.date_time(start)),
            When::Floating { start, .. } => Some(iso::second(start)),
            When::AllDay(date) => Some(date.to_string()),
            When::Open => None,
        }
    }

    fn end_date(self, when: When) -> Option<String> {
        match when {
            When::Timed { end, .. } => Some(self.date_time(end?)),
            When::Floating { end, .. } => Some(iso::second(end?)),
            When::AllDay(date) => Some(date.to_string()),
            When::Open => None,
        }
    }

    /// Of a postponed session the start that it had: Google wants it kept as `startDate`, schema.org wants it
    /// here, and only both together say that it is no new one.
    fn previous_start_date(self, session: &Session) -> Option<String> {
        match session.status {
            SessionStatus::Postponed => self.start_date(session.when),
            SessionStatus::Rescheduled => session.previous_start.map(|start| self.date_time(start)),
            SessionStatus::Confirmed | SessionStatus::Tentative | SessionStatus::Cancelled => None,
        }
    }

    /// When the last session ends, if it is stated of that one.
    fn last_end_date(self, held: &[&Session]) -> Option<String> {
        let last = held.iter().max_by_key(|session| self.over_at(session))?;
        self.end_date(last.when)
    }

    /// When a session is over; where no end is stated, the one that the agenda assumes.
    fn over_at(self, session: &Session) -> Option<Instant> {
        let zone = &self.agenda.zone;
        match lasting(self.agenda, session) {
            When::Timed { start, end } => Some(end.unwrap_or(start)),
            When::Floating { start, end } => Some(zone.resolve(end.unwrap_or(start)).instant()),
            When::AllDay(date) => Some(day_start(date.succ_opt()?, zone)),
            When::Open => None,
        }
    }

    /// On the event's clocks: `2027-08-11T09:00:00-05:00`.
    fn date_time(self, instant: Instant) -> String {
        instant.with_timezone(&self.agenda.zone).to_rfc3339_opts(SecondsFormat::Secs, false)
    }

    /// How one takes part in the event, where it is known of every session.
    fn overall_mode(self, held: &[&Session]) -> Option<&'static str> {
        let mut overall = Attendance::default();
        for session in held {
            let attendance = self.attendance(session);
            attendance.mode()?;
            overall.is_onsite |= attendance.is_onsite;
            overall.is_online |= attendance.is_online;
        }
        overall.mode()
    }

    fn attendance(self, session: &Session) -> Attendance {
        let venue = self.venue(session);
        Attendance {
            is_onsite: venue.is_some_and(|venue| !is_online(venue)),
            is_online: venue.is_some_and(is_online) || session.link(LinkRel::Join).is_some(),
        }
    }

    fn venue(self, session: &Session) -> Option<&'a Venue> {
        self.agenda.venue(session.venue.as_deref()?)
    }

    fn event_page(self) -> Option<String> {
        self.url(self.agenda.url.as_deref())
    }

    fn url(self, address: Option<&str>) -> Option<String> {
        (self.address)(address?)
    }

    fn line(self, text: &Text) -> String {
        one_line(text.get(self.lang, self.agenda.language), " ")
    }

    fn text(self, text: Option<&Text>) -> Option<&str> {
        Some(text?.get(self.lang, self.agenda.language).trim())
    }
}

/// How one can take part.
#[derive(Clone, Copy, Default)]
struct Attendance {
    is_onsite: bool,
    is_online: bool,
}

impl Attendance {
    fn mode(self) -> Option<&'static str> {
        match (self.is_onsite, self.is_online) {
            (true, true) => Some("https://schema.org/MixedEventAttendanceMode"),
            (true, false) => Some("https://schema.org/OfflineEventAttendanceMode"),
            (false, true) => Some("https://schema.org/OnlineEventAttendanceMode"),
            (false, false) => None,
        }
    }
}

fn is_online(venue: &Venue) -> bool {
    venue.kind.unwrap_or_default() == VenueKind::Online
}

/// The languages spoken, as far as they are stated.
fn languages(session: &Session) -> Vec<&str> {
    session.languages.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()).collect()
}

fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}

/// A thing, if anything is known of it but what it is.
fn thing(object: Value) -> Option<Value> {
    let known = known(object);
    known.as_object().is_some_and(|properties| properties.len() > 1).then_some(known)
}

/// An object without the properties that nothing is known of.
fn known(mut object: Value) -> Value {
    if let Value::Object(properties) = &mut object {
        properties.retain(|_, value| match value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(all) => !all.is_empty(),
            _ => true,
        });
    }
    object
}
