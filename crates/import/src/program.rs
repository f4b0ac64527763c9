//! What takes place, as a source says it.

use crate::origin::Origin;
use crate::stated::Stated;
use chrono::TimeDelta;
use huso_agenda::event_file::{LinkRel, SessionKind, SessionStatus};

/// What takes place, as a source says it. What it doesn't say is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// As the source names the event to programs, if it does.
    pub key: Option<String>,
    /// The event's name.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// BCP 47 tag of its texts.
    pub language: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// What the source says of whose clocks its times are.
    pub zones: Vec<ZoneClaim>,
    /// Strands, in the order in which they are met.
    pub tracks: Vec<Named>,
    /// Places, in the order in which they are met.
    pub venues: Vec<Named>,
    /// Who speaks, in the order in which they are met.
    pub speakers: Vec<Person>,
    /// What takes place, in the order of the source.
    pub sessions: Vec<Session>,
}

/// That a source names a zone for its times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneClaim {
    /// IANA name.
    pub zone: String,
    /// The words that say so: `hora COL`, `X-WR-TIMEZONE:America/Bogota`.
    pub words: String,
    /// Where.
    pub origin: Origin,
}

/// A track or a venue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As the source names it to programs, if it does.
    pub key: Option<String>,
    /// As people read it.
    pub name: String,
}

/// Somebody who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// As the source names them to programs, if it does.
    pub key: Option<String>,
    /// In full.
    pub name: String,
    /// What they are.
    pub role: Option<String>,
    /// For whom.
    pub organization: Option<String>,
}

/// Something that takes place.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// As the source names it to programs, if it does.
    pub key: Option<String>,
    /// As people read it.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// When it begins; `None` where that is not said.
    pub start: Option<Stated>,
    /// When it ends, where that is said.
    pub end: Option<Stated>,
    /// How long it is said to be, which may contradict its end.
    pub duration: Option<TimeDelta>,
    /// Session or break.
    pub kind: SessionKind,
    /// Whether it takes place.
    pub status: SessionStatus,
    /// Which of the program's tracks it belongs to, from 0.
    pub track: Option<usize>,
    /// Which of the program's venues it is at, from 0.
    pub venue: Option<usize>,
    /// Which of the program's speakers speak, from 0.
    pub speakers: Vec<usize>,
    /// BCP 47 tags of the languages spoken.
    pub languages: Vec<String>,
    /// What it leads to.
    pub links: Vec<(LinkRel, String)>,
    /// Where it stands.
    pub origin: Origin,
}

impl Session {
    /// A session of which only the title is known.
    pub fn new(title: impl Into<String>, origin: Origin) -> Self {
        Self {
            key: None,
            title: title.into(),
            summary: String::new(),
            start: None,
            end: None,
            duration: None,
            kind: SessionKind::default(),
            status: SessionStatus::default(),
            track: None,
            venue: None,
            speakers: Vec::new(),
            languages: Vec::new(),
            links: Vec::new(),
            origin,
        }
    }
}
