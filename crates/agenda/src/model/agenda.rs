//! The agenda as it is meant: zones resolved, times as instants, references checked.

use super::session::Session;
use crate::event_file::{Organizer, Speaker, Track, Venue};
use crate::language::{Lang, Locale};
use crate::text::Text;
use crate::time::{Database, Instant, Zone};
use chrono::NaiveDate;

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

/// A day of the event and its sessions.
#[derive(Clone, Debug)]
pub struct Day<'a> {
    /// The date in the event's zone; `None` for sessions whose day is to be confirmed.
    pub date: Option<NaiveDate>,
    /// In order.
    pub sessions: &'a [Session],
}

impl Agenda {
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
