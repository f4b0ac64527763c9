//! When an event ends: by DTEND, by DURATION, or not at all (RFC 5545, 3.6.1).

use super::clock::Time;
use super::component::Component;
use super::reader::Reader;
use super::series::Occurrence;
use super::value;
use crate::finding::FindingKind;
use crate::program::Session;
use chrono::TimeDelta;

/// How long an event is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    /// From DTSTART to DTEND.
    until_end: Option<TimeDelta>,
    /// DURATION.
    said: Option<TimeDelta>,
    /// Whether DTEND is on DTSTART's clocks.
    is_alike: bool,
}

impl Span {
    /// That of an event. What contradicts itself is reported.
    pub(super) fn of(event: &Component, start: &Time, reader: &mut Reader) -> Self {
        let end = event
            .first("DTEND")
            .and_then(|property| Some((property, reader.time(property, &property.value)?)));
        let said = event.first("DURATION").and_then(|property| {
            let length = value::duration(&property.value).filter(|length| *length >= TimeDelta::zero());
            if length.is_none() {
                reader.find(property.line, FindingKind::Time(property.quoted()));
            }
            length
        });
        let until_end = end.as_ref().and_then(|(_, end)| start.until(end));
        if let (Some((property, _)), None) = (&end, until_end) {
            reader.left_out(property);
        }
        if let (Some(said), Some(between)) = (said, until_end.filter(|between| Some(*between) != said)) {
            let kind = FindingKind::Duration { said: said.num_minutes(), between: between.num_minutes() };
            reader.find(event.line, kind);
        }
        // The end of days is the day after the last; the event file has no end for them.
        if let Some((property, _)) =
            end.filter(|_| start.is_day && until_end.is_some_and(|days| days > TimeDelta::days(1)))
        {
            reader.left_out(property);
        }
        let is_alike = event.first("DTEND").and_then(|end| end.param("TZID"))
            == event.first("DTSTART").and_then(|start| start.param("TZID"));
        Self { until_end, said, is_alike }
    }

    /// Sets when a session at one of the event's times begins and ends.
    pub(super) fn set(self, session: &mut Session, at: &Occurrence) {
        session.start = Some(at.start.stated());
        let length = at.length.or(self.until_end);
        let end =
            length.and_then(|length| at.start.wall.checked_add_signed(length)).map(|wall| at.start.at(wall));
        session.duration = self.said.filter(|_| at.length.is_none());
        match end {
            // The last day of several.
            Some(end) if at.start.is_day => {
                let last = end.wall.date().pred_opt().filter(|last| *last > at.start.wall.date());
                session.end = last.map(crate::Stated::Day);
            }
            // Hours that are counted on two clocks, or over a change of one, are a length.
            Some(end) if !self.is_alike || at.start.until(&end) != length => {
                session.duration = session.duration.or(length)
            }
            Some(end) => session.end = Some(end.stated()),
            None => {}
        }
    }
}
