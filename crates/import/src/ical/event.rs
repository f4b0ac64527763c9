//! A VEVENT (RFC 5545, 3.6.1) as sessions.

use super::clock::Time;
use super::component::Component;
use super::key::Key;
use super::links::{links, place_online};
use super::others::Others;
use super::own::Own;
use super::property::Property;
use super::reader::Reader;
use super::series::{Occurrence, is_series, series};
use super::span::Span;
use super::value;
use crate::finding::FindingKind;
use crate::program::Session;
use huso_agenda::event_file::SessionStatus;
use huso_agenda::text::one_line;
use std::rc::Rc;

/// An event, and what tells it apart.
pub(super) struct Event<'a> {
    pub(super) component: &'a Component,
    pub(super) uid: String,
    /// Which of a series it is, as RECURRENCE-ID names it.
    pub(super) of_series: Option<Time>,
    pub(super) sequence: i64,
    /// Whether its calendar takes it back: METHOD:CANCEL (RFC 5546, 3.2.5).
    pub(super) is_cancelled: bool,
    /// Its calendar, if that is one of Huso's.
    own: Option<Rc<Own>>,
}

/// What may stand in an event once.
const ONCE: &[&str] =
    &["UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "RECURRENCE-ID"];

/// What an agenda has no place for, and somebody may miss.
const NO_PLACE: &[&str] = &["COMMENT", "CONTACT", "RESOURCES", "EXRULE"];

impl<'a> Event<'a> {
    pub(super) fn new(
        component: &'a Component,
        is_cancelled: bool,
        own: Option<Rc<Own>>,
        reader: &mut Reader,
    ) -> Self {
        let of_series = component.first("RECURRENCE-ID").and_then(|id| reader.time(id, &id.value));
        let sequence = component.first("SEQUENCE").and_then(|property| property.value.parse().ok());
        let uid = component.first("UID").map(|uid| value::text(&uid.value)).unwrap_or_default();
        Self { component, uid, of_series, sequence: sequence.unwrap_or_default(), is_cancelled, own }
    }

    /// What tells it apart, if its source does.
    pub(super) fn identity(&self) -> (&str, Option<Key>) {
        (&self.uid, self.of_series.as_ref().map(Key::naming))
    }

    /// From when on it changes a series: RANGE=THISANDFUTURE (RFC 5545, 3.2.13).
    pub(super) fn changes_from(&self) -> Option<&Time> {
        let range = self.component.first("RECURRENCE-ID")?.param("RANGE")?;
        self.of_series.as_ref().filter(|_| range.eq_ignore_ascii_case("THISANDFUTURE"))
    }

    /// Its sessions; without those of its times that are events of their own.
    pub(super) fn sessions(&self, others: &mut Others, reader: &mut Reader) -> Vec<Session> {
        let since = self.changes_from().filter(|_| others.has_series());
        self.report(since.is_some(), reader);
        let session = self.session(reader);
        let start = self.component.first("DTSTART").and_then(|start| reader.time(start, &start.value));
        let Some(start) = start else { return vec![session] };
        let span = Span::of(self.component, &start, reader);
        if self.of_series.is_some() || !is_series(self.component) {
            let changed = since.map(|since| others.changed(since, &start)).unwrap_or_default();
            let own = Occurrence { start, length: None };
            let own = at(session.clone(), span, &own, self.of_series.as_ref());
            let later = changed.iter().map(|(was, one)| at(session.clone(), span, one, Some(was)));
            return std::iter::once(own).chain(later).collect();
        }
        let all = series(self.component, &start, &others.elsewhere, reader);
        let all = others.split(all, self.component.line);
        all.iter().map(|one| at(session.clone(), span, one, Some(&one.start))).collect()
    }

    /// What is lost of it; `is_applied` says whether it changes its series.
    fn report(&self, is_applied: bool, reader: &mut Reader) {
        for name in ONCE {
            self.component.all(name).skip(1).for_each(|property| reader.left_out(property));
        }
        for name in NO_PLACE {
            self.component
                .all(name)
                .filter(|lost| !lost.value.is_empty())
                .for_each(|lost| reader.left_out(lost));
        }
        let recurrence = self.component.first("RECURRENCE-ID");
        if let Some(id) = recurrence.filter(|id| !is_applied && id.param("RANGE").is_some()) {
            reader.find(
                id.line,
                FindingKind::LeftOut(["RANGE=", id.param("RANGE").unwrap_or_default()].concat()),
            );
        }
        for inner in self.component.components.iter().filter(|inner| inner.name != "VALARM") {
            reader.find(inner.line, FindingKind::LeftOut(["BEGIN:", &inner.name].concat()));
        }
    }

    /// What all its sessions have.
    fn session(&self, reader: &mut Reader) -> Session {
        let text = |name| {
            self.component.first(name).map(|property| value::text(&property.value)).unwrap_or_default()
        };
        let mut session = Session::new(one_line(&text("SUMMARY"), " "), reader.origin(self.component.line));
        session.key = Some(self.uid.clone()).filter(|uid| !uid.is_empty());
        session.summary = text("DESCRIPTION");
        session.status = self.status(reader);
        session.track = self.track(reader);
        let is_place = |location: &&Property| place_online(location).is_none();
        let venue = self
            .component
            .first("LOCATION")
            .filter(is_place)
            .map(|place| one_line(&value::text(&place.value), ", "));
        session.venue = venue.and_then(|name| reader.venue(&name));
        session.links = links(self.component, reader);
        if let Some(own) = &self.own {
            own.restore(&mut session);
        }
        session
    }

    fn status(&self, reader: &mut Reader) -> SessionStatus {
        let Some(status) = self.component.first("STATUS").filter(|_| !self.is_cancelled) else {
            return if self.is_cancelled { SessionStatus::Cancelled } else { SessionStatus::default() };
        };
        match status.value.to_ascii_uppercase().as_str() {
            "CANCELLED" | "CANCELED" => SessionStatus::Cancelled,
            "TENTATIVE" => SessionStatus::Tentative,
            "CONFIRMED" | "" => SessionStatus::Confirmed,
            _ => {
                reader.left_out(status);
                SessionStatus::default()
            }
        }
    }

    /// Its first category. A session is of one track; more are reported.
    fn track(&self, reader: &mut Reader) -> Option<usize> {
        let mut first = None;
        for property in self.component.all("CATEGORIES") {
            for name in value::texts(&property.value) {
                match first {
                    None => first = reader.track(&name),
                    Some(_) => {
                        reader.find(property.line, FindingKind::LeftOut(["CATEGORIES:", &name].concat()))
                    }
                }
            }
        }
        first
    }
}

/// A session at one time of an event; `which` of several it is.
fn at(mut session: Session, span: Span, one: &Occurrence, which: Option<&Time>) -> Session {
    span.set(&mut session, one);
    // First what tells one from another: an id is made of the beginning.
    let which =
        which.map(|time| time.wall.format(if time.is_day { "%Y%m%d " } else { "%Y%m%dT%H%M " }).to_string());
    session.key = session.key.map(|uid| which.unwrap_or_default() + &uid);
    session
}
