//! A session, and when it takes place.

use crate::event_file::{LinkRel, SessionKind, SessionLink, SessionMode, SessionRegistration, SessionStatus};
use crate::text::Text;
use crate::time::Instant;
use chrono::{NaiveDate, NaiveDateTime};

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
