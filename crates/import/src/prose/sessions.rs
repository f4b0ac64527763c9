//! Sessions made of an agenda's times.

use super::blocks::Block;
use super::builder::Builder;
use super::labels::{self, Label};
use super::people::{self, Said};
use super::segments::Segment;
use super::slots::Slot;
use super::understood::Value;
use super::words::{summary, text};
use crate::finding::FindingKind;
use crate::program::{Named, Person, Session};
use huso_agenda::event_file::{LinkRel, SessionKind};
use huso_agenda::fold::folded;
use huso_announcement::PieceKind;
use std::ops::Range;

/// What was understood of a session, and from which words.
pub(super) type Values = Vec<(Value, Range<usize>)>;

impl Builder<'_> {
    /// Adds what takes place at a time of the agenda: a session on each of its days. Returns which they are.
    pub(super) fn add(&mut self, slot: &Slot, block: &Block) -> Range<usize> {
        let first = self.program.sessions.len();
        let bytes = self.bytes(slot);
        let title = slot.title.clone().filter(|title| !title.is_empty());
        let name =
            title.as_ref().map_or_else(|| self.program.title.clone(), |title| text(self.source, title));
        let mut session = Session::new(name, self.source.origin(&bytes));
        if session.title.is_empty() {
            self.find(&bytes, FindingKind::NoTitle);
        }
        if labels::is_break(&session.title) {
            session.kind = SessionKind::Break;
        }
        let mut values: Values = title.map(|title| (Value::Title, title)).into_iter().collect();
        self.row(slot, &mut session, &mut values);
        self.block(block, &mut session, &mut values);
        self.length(slot, block, &mut session, &mut values);
        self.when(slot, session, &mut values);
        let added = first..self.program.sessions.len();
        for (value, range) in values {
            for session in added.clone() {
                self.understand(Some(session), value, &range);
            }
        }
        added
    }

    /// What else the line of a time says: a venue, who speaks.
    fn row(&mut self, slot: &Slot, session: &mut Session, values: &mut Values) {
        for Segment { range, cell, .. } in &slot.more {
            let column = self.columns.get(slot.row).and_then(|columns| columns.get(*cell)).copied().flatten();
            let text = self.source.slice(range);
            let own = labels::label(text);
            let value = own.map_or(range.clone(), |(_, value)| range.start + value..range.end);
            let label = own.map(|(label, _)| label).or(column);
            let label = label.or_else(|| is_venue(text).then_some(Label::Venue));
            if !labels::is_generic(&folded(text)) && !self.labelled(label, &value, session, values) {
                self.left_out(range);
            }
        }
    }

    /// What the lines below a time say.
    fn block(&mut self, block: &Block, session: &mut Session, values: &mut Values) {
        session.summary = summary(self.source, &block.summary);
        values.extend(block.summary.iter().map(|range| (Value::Summary, range.clone())));
        if let (Some(first), Some(last)) = (block.summary.first(), block.summary.last()) {
            let line: String = self.source.slice(&(first.start..last.end)).replace(['\n', '\r'], " ");
            for said in people::in_sentence(&line) {
                self.person(said, first.start, session, values);
            }
        }
        for (label, range) in &block.labels {
            let is_seen = *label == Label::Generic && self.says(range);
            if !is_seen && !self.labelled(Some(*label), range, session, values) {
                self.left_out(range);
            }
        }
        block.left_out.iter().for_each(|range| self.left_out(range));
        let all = block.summary.iter().chain(block.labels.iter().map(|(_, range)| range));
        for range in all {
            self.links(range, session, values);
        }
    }

    /// Takes what stands behind a label; `false` where it says nothing that is known.
    pub(super) fn labelled(
        &mut self,
        label: Option<Label>,
        range: &Range<usize>,
        session: &mut Session,
        values: &mut Values,
    ) -> bool {
        match label {
            Some(Label::Speaker) => {
                let all = people::listed(self.source.slice(range));
                let is_known = !all.is_empty();
                all.into_iter().for_each(|said| self.person(said, range.start, session, values));
                is_known
            }
            Some(Label::Venue) => {
                let name = text(self.source, range);
                let known = self.program.venues.iter().position(|venue| folded(&venue.name) == folded(&name));
                session.venue = known.or_else(|| {
                    self.program.venues.push(Named { key: None, name });
                    self.program.venues.len().checked_sub(1)
                });
                values.push((Value::Venue, range.clone()));
                true
            }
            _ => false,
        }
    }

    fn person(&mut self, said: Said, offset: usize, session: &mut Session, values: &mut Values) {
        let range = said.range.start + offset..said.range.end + offset;
        let name = folded(&said.name);
        let known = self.program.speakers.iter().position(|person| folded(&person.name) == name);
        let index = known.unwrap_or(self.program.speakers.len());
        if known.is_none() {
            self.program.speakers.push(Person { name: said.name, ..Person::default() });
        }
        if let Some(person) = self.program.speakers.get_mut(index) {
            person.role = person.role.take().or(said.role);
        }
        if !session.speakers.contains(&index) {
            session.speakers.push(index);
        }
        values.push((Value::Speaker, range));
    }

    fn links(&mut self, range: &Range<usize>, session: &mut Session, values: &mut Values) {
        let line = self.source.slice(range);
        for (at, _) in line.match_indices("http") {
            let rest = line.get(at..).unwrap_or_default();
            let end = rest
                .find(|sign: char| sign.is_whitespace() || "<>\"«»|)".contains(sign))
                .unwrap_or(rest.len());
            let url = rest.get(..end).unwrap_or_default().trim_end_matches(['.', ',', ';']);
            if url.starts_with("https://") || url.starts_with("http://") {
                session.links.push((LinkRel::More, url.to_owned()));
                values.push((Value::Link, range.start + at..range.start + at + url.len()));
            }
        }
    }

    /// Whether a time, a date or a length stands in some bytes: it is seen there.
    fn says(&self, range: &Range<usize>) -> bool {
        let pieces = self.source.written.pieces.iter();
        let inside = pieces.filter(|piece| range.start <= piece.range.start && piece.range.end <= range.end);
        inside.into_iter().any(|piece| {
            matches!(piece.kind, PieceKind::Time | PieceKind::Date | PieceKind::Length(_))
                || self.source.is_spot(&piece.range)
        })
    }
}

/// Whether words are a room's name: `Sala 2`, `Auditorio Central`.
fn is_venue(words: &str) -> bool {
    const ROOMS: &[&str] =
        &["sala", "salon", "auditorio", "auditorium", "room", "hall", "aula", "zoom", "teatro"];
    let words = folded(words);
    let mut each = words.split_whitespace();
    each.next().is_some_and(|first| ROOMS.contains(&first)) && each.count() <= 4
}
