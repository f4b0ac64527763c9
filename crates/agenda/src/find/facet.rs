//! What sessions have in common, by which they can be told apart.

use crate::event_file::SessionKind;
use crate::model::{Agenda, Session};
use std::borrow::Cow;
use std::collections::HashMap;

/// What sessions have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The event's day: `2027-08-11`.
    Day,
    /// A track's id.
    Track,
    /// A venue's id.
    Venue,
    /// A speaker's id.
    Speaker,
    /// The language spoken, without its region: `es`. The event's, where a session states none.
    Language,
    /// An audience, one of the form's answers. What states none is for everybody.
    Audience,
}

impl Facet {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Day, Self::Track, Self::Venue, Self::Speaker, Self::Language, Self::Audience];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Track => "track",
            Self::Venue => "venue",
            Self::Speaker => "speaker",
            Self::Language => "language",
            Self::Audience => "audience",
        }
    }

    /// The values that a session has.
    pub fn values<'a>(self, session: &'a Session, agenda: &Agenda) -> Vec<Cow<'a, str>> {
        let borrowed = |values: &'a [String]| values.iter().map(|value| Cow::from(value.as_str())).collect();
        match self {
            Self::Day => session.day.iter().map(|day| Cow::from(day.to_string())).collect(),
            Self::Track => borrowed(session.track.as_slice()),
            Self::Venue => borrowed(session.venue.as_slice()),
            Self::Speaker => borrowed(&session.speakers),
            Self::Language => languages(session, agenda),
            Self::Audience => borrowed(&session.registration.audience),
        }
    }

    /// Whether a session has one of the values that are `wanted`.
    pub fn admits(self, session: &Session, agenda: &Agenda, wanted: &[String]) -> bool {
        let values = self.values(session, agenda);
        let is_for_all = self == Self::Audience && values.is_empty();
        is_for_all || values.iter().any(|value| wanted.iter().any(|wanted| wanted == value))
    }
}

/// The languages spoken, without their regions. In a break nobody speaks to all.
fn languages<'a>(session: &'a Session, agenda: &Agenda) -> Vec<Cow<'a, str>> {
    if session.languages.is_empty() && session.kind != SessionKind::Break {
        return vec![agenda.language.tag().into()];
    }
    let primary = |tag: &'a String| tag.trim().split(['-', '_']).next().unwrap_or_default();
    let mut all: Vec<Cow<str>> =
        session.languages.iter().map(|tag| primary(tag).to_ascii_lowercase().into()).collect();
    all.dedup();
    all
}

/// The values of a facet that an agenda's sessions have, each with how many of them have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What they are values of.
    pub facet: Facet,
    /// The values: days, tracks, venues and speakers in the event file's order, others in that of the agenda.
    pub values: Vec<(String, usize)>,
}

impl Choices {
    /// The choices of an agenda: for each facet that tells its sessions apart.
    pub fn of(agenda: &Agenda) -> Vec<Self> {
        let all = Facet::ALL.into_iter().map(|facet| Self::of_facet(facet, agenda));
        all.filter(|choices| choices.values.len() > 1).collect()
    }

    fn of_facet(facet: Facet, agenda: &Agenda) -> Self {
        let mut values: Vec<(String, usize)> = match facet {
            Facet::Track => agenda.tracks.iter().map(|track| (track.id.clone(), 0)).collect(),
            Facet::Venue => agenda.venues.iter().map(|venue| (venue.id.clone(), 0)).collect(),
            Facet::Speaker => agenda.speakers.iter().map(|speaker| (speaker.id.clone(), 0)).collect(),
            Facet::Day | Facet::Language | Facet::Audience => Vec::new(),
        };
        let mut places: HashMap<String, usize> =
            values.iter().enumerate().map(|(place, (value, _))| (value.clone(), place)).collect();
        for session in &agenda.sessions {
            for value in facet.values(session, agenda) {
                let place = *places.entry(value.clone().into_owned()).or_insert_with(|| {
                    values.push((value.into_owned(), 0));
                    values.len() - 1
                });
                if let Some((_, count)) = values.get_mut(place) {
                    *count += 1;
                }
            }
        }
        values.retain(|(_, count)| *count > 0);
        Self { facet, values }
    }
}
