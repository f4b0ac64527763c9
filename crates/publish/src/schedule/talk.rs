//! What both forms of a schedule say of an event and of each session.

use crate::address::web;
use huso_agenda::chrono::{NaiveDate, NaiveTime, TimeDelta};
use huso_agenda::event_file::{LinkRel, SessionKind, Speaker};
use huso_agenda::fold::folded;
use huso_agenda::phase::lasting;
use huso_agenda::text::one_line;
use huso_agenda::{Agenda, Instant, Lang, Offsets as _, Session, Text, When, iso};
use uuid::Uuid;

/// The release of the schedule: apps read it again when it is another.
pub fn version(agenda: &Agenda) -> String {
    agenda.updated.map_or_else(|| "1".to_owned(), |updated| date_time(agenda, updated))
}

/// The sessions that a schedule can't hold: without an instant, and those that don't take place, since it has no word
/// for that.
pub fn left_out(agenda: &Agenda) -> usize {
    agenda.sessions.iter().filter(|session| !is_held(session)).count()
}

fn is_held(session: &Session) -> bool {
    session.start().is_some() && !session.is_off()
}

/// A day with something in it.
pub(super) struct Day<'a> {
    pub(super) date: NaiveDate,
    /// From when until before when, RFC 3339.
    pub(super) span: [String; 2],
    /// What a schedule calls rooms, in the order of the agenda; the name is empty for sessions without a venue.
    pub(super) rooms: Vec<(String, Vec<Talk<'a>>)>,
}

/// A session as a schedule has it.
pub(super) struct Talk<'a> {
    pub(super) session: &'a Session,
    /// A UUID of version 5 (RFC 9562), the same as long as the event's and the session's ids are.
    pub(super) guid: String,
    /// From 1, in the order of the agenda.
    pub(super) number: usize,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) summary: &'a str,
    /// RFC 3339.
    pub(super) date: String,
    /// `09:30`
    pub(super) start: String,
    /// `1:05`
    pub(super) duration: String,
    pub(super) room: String,
    pub(super) track: String,
    /// `break`, or `session`.
    pub(super) kind: &'static str,
    pub(super) language: String,
    /// Number from 1, and who it is.
    pub(super) persons: Vec<(usize, &'a Speaker)>,
    /// Address and text.
    pub(super) links: Vec<(&'a str, String)>,
}

/// The days of an agenda, without those in which nothing can be held.
pub(super) fn days(agenda: &Agenda, lang: Lang) -> Vec<Day<'_>> {
    let talk = |(index, session): (usize, _)| talk(agenda, session, index + 1, lang);
    let talks: Vec<Talk> = agenda.sessions.iter().enumerate().filter_map(talk).collect();
    let mut days: Vec<Day> = Vec::new();
    for talk in talks {
        let Some(date) = talk.session.day else { continue };
        let day = match days.iter_mut().position(|day| day.date == date) {
            Some(at) => days.get_mut(at),
            None => {
                days.push(Day { date, span: span(agenda, date), rooms: Vec::new() });
                days.last_mut()
            }
        };
        let Some(day) = day else { continue };
        match day.rooms.iter_mut().find(|(room, _)| *room == talk.room) {
            Some((_, talks)) => talks.push(talk),
            None => day.rooms.push((talk.room.clone(), vec![talk])),
        }
    }
    days
}

fn span(agenda: &Agenda, date: NaiveDate) -> [String; 2] {
    let midnight = |date: NaiveDate| agenda.zone.resolve(date.and_time(NaiveTime::MIN)).instant();
    let end = midnight(date.succ_opt().unwrap_or(date));
    let last = end.checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(end);
    [date_time(agenda, midnight(date)), date_time(agenda, last)]
}

fn talk<'a>(agenda: &'a Agenda, session: &'a Session, number: usize, lang: Lang) -> Option<Talk<'a>> {
    let When::Timed { start, end } = lasting(agenda, session) else { return None };
    if !is_held(session) {
        return None;
    }
    let line = |text: &Text| one_line(text.get(lang, agenda.language), " ");
    let minutes = end.map_or(0, |end| end.signed_duration_since(start).num_minutes());
    let speaker = |id: &String| {
        let number = agenda.speakers.iter().position(|speaker| speaker.id == *id)?;
        Some((number + 1, agenda.speakers.get(number)?))
    };
    let link = |link: &'a huso_agenda::event_file::SessionLink| {
        Some((web(&link.url)?, link.label.as_ref().map(line).unwrap_or_default()))
    };
    Some(Talk {
        session,
        guid: guid(agenda, &session.id),
        number,
        slug: format!("{}-{:_<4}", acronym(agenda), slug(&session.id)),
        title: line(&session.title),
        summary: session.summary.as_ref().map_or("", |text| text.get(lang, agenda.language)),
        date: date_time(agenda, start),
        start: agenda.zone.wall_time(start).format("%H:%M").to_string(),
        duration: format!("{:02}:{:02}", minutes / 60, minutes % 60),
        room: session
            .venue
            .as_deref()
            .and_then(|id| agenda.venue(id))
            .map(|venue| line(&venue.name))
            .unwrap_or_default(),
        track: session
            .track
            .as_deref()
            .and_then(|id| agenda.track(id))
            .map(|track| line(&track.name))
            .unwrap_or_default(),
        kind: if session.kind == SessionKind::Break { "break" } else { "session" },
        language: session.languages.first().cloned().unwrap_or_default(),
        persons: session.speakers.iter().filter_map(speaker).collect(),
        // Where one joins is shown shortly before the start, and not to everybody for ever.
        links: session.links.iter().filter(|link| link.rel != LinkRel::Join).filter_map(link).collect(),
    })
}

/// What is the same for all events of one name.
pub(super) fn guid(agenda: &Agenda, of: &str) -> String {
    let event = Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("huso:{}", agenda.id).as_bytes());
    Uuid::new_v5(&event, of.as_bytes()).to_string()
}

/// The event's id as schedules write it: four signs at least, of `a-z`, `0-9` and `_`.
pub(super) fn acronym(agenda: &Agenda) -> String {
    format!("{:_<4}", slug(&agenda.id).replace('-', "_"))
}

fn slug(id: &str) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let slug: String = folded(id).chars().map(sign).collect();
    slug.trim_matches('-').to_owned()
}

/// RFC 3339, on the event's clocks.
pub(super) fn date_time(agenda: &Agenda, instant: Instant) -> String {
    iso::second(agenda.zone.wall_time(instant)) + &agenda.zone.designator(instant)
}
