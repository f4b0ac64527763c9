//! When a session is, and how long.

use super::blocks::Block;
use super::builder::Builder;
use super::labels::Label;
use super::segments::is_whole;
use super::sessions::Values;
use super::slots::Slot;
use super::times::{claim, spots, stated};
use super::understood::Value;
use crate::finding::FindingKind;
use crate::program::Session;
use crate::stated::Stated;
use chrono::{NaiveDate, TimeDelta};
use huso_agenda::Zone;
use huso_announcement::{PieceKind, WrittenTime};

/// Most days on which one session is.
const MOST_DAYS: usize = 31;

impl Builder<'_> {
    /// How long it is said to be.
    pub(super) fn length(&mut self, slot: &Slot, block: &Block, session: &mut Session, values: &mut Values) {
        let rows = self.source.lines.get(slot.lines.clone()).unwrap_or_default();
        let ranges = rows.iter().map(|line| &line.range);
        let labelled =
            block.labels.iter().filter(|(label, _)| *label == Label::Generic).map(|(_, range)| range);
        let pieces = &self.source.written.pieces;
        let found = ranges.chain(labelled).find_map(|range| {
            let first = pieces.partition_point(|piece| piece.range.start < range.start);
            let last = pieces.partition_point(|piece| piece.range.end <= range.end);
            let inside = pieces.get(first..last)?;
            inside.iter().enumerate().find_map(|(at, piece)| match piece.kind {
                PieceKind::Length(minutes) if is_whole(self.source, inside, at) => {
                    Some((minutes, piece.range.clone()))
                }
                _ => None,
            })
        });
        if let Some((minutes, range)) = found {
            session.duration = Some(TimeDelta::minutes(minutes.into()));
            values.push((Value::Duration, range));
        }
    }

    /// Adds a session on each of its days.
    pub(super) fn when(&mut self, slot: &Slot, session: Session, values: &mut Values) {
        let source = self.source;
        let Some(moment) = source.written.moments.get(slot.moment) else { return };
        let Some((time, spot)) = self.zones.choose(source, moment) else { return };
        let is_again =
            |other: &WrittenTime| other.range != time.range && source.compared.agrees(other) == Some(true);
        let value = |other, value| if is_again(other) { Value::Again } else { value };
        values.extend(moment.times.iter().map(|other| (value(other, Value::Time), other.range.clone())));
        let spots = spots(source, moment);
        values.extend(spots.map(|(other, spot)| (value(other, Value::Zone), spot.range.clone())));
        let until = slot.until.and_then(|until| source.written.moments.get(until));
        let until = until.and_then(|moment| moment.times.first());
        values.extend(until.map(|time| (Value::Time, time.range.clone())));
        let days = self.days(slot, values);
        let words = |time: &WrittenTime| source.slice(&time.range).to_owned();
        if time.clock.is_none() {
            self.find(&time.range, FindingKind::Time(words(time)));
        } else if days.is_empty() {
            self.find(&time.range, FindingKind::DateNeeded(words(time)));
        }
        // An end before its start is one of a clock of 12 hours, or of the next day: which isn't said.
        let is_after = |until: &&WrittenTime| until.clock > time.clock;
        if let Some(until) = until.filter(|until| !is_after(until)) {
            self.find(&until.range, FindingKind::Time(words(until)));
        }
        let until = until.filter(is_after);
        if let Some(claim) = spot.and_then(|spot| claim(source, spot))
            && !self.program.zones.iter().any(|known| known.zone == claim.zone)
        {
            self.program.zones.push(claim);
        }
        if days.is_empty() {
            self.program.sessions.push(session);
            return;
        }
        for day in days {
            let mut session = session.clone();
            let walls = time.on(day);
            session.start = walls.map(|(from, _)| stated(from, spot)).or(Some(Stated::Day(day)));
            let end = walls.and_then(|(_, to)| to).or_else(|| Some(until?.on(day)?.0));
            session.end = end.map(|to| stated(to, spot));
            self.compare_length(&session, values);
            self.program.sessions.push(session);
        }
    }

    /// The days of a slot. Several that are not said on its own lines are the event's: which of them is meant is not
    /// known.
    fn days(&mut self, slot: &Slot, values: &mut Values) -> Vec<NaiveDate> {
        let date = self.source.written.moments.get(slot.moment).and_then(|moment| moment.date.as_ref());
        let Some(date) = date else { return Vec::new() };
        let lines = self.bytes(slot);
        let is_own = lines.start <= date.range.start && date.range.end <= lines.end;
        if date.days.len() > 1 && !is_own {
            return Vec::new();
        }
        if !date.range.is_empty() {
            values.push((Value::Date, date.range.clone()));
        }
        if let Some(first) = date.days.first().filter(|_| date.read || !date.others.is_empty()) {
            let kind = FindingKind::DateRead { date: *first, others: date.others.clone() };
            self.find(&date.range, kind);
        }
        if date.days.len() > MOST_DAYS {
            self.left_out(&date.range);
        }
        date.days.iter().copied().take(MOST_DAYS).collect()
    }

    fn compare_length(&mut self, session: &Session, values: &Values) {
        let said = session.duration.map(|length| length.num_minutes());
        let between =
            session.start.as_ref().zip(session.end.as_ref()).and_then(|(start, end)| minutes(start, end));
        let range =
            values.iter().find(|(value, _)| *value == Value::Duration).map(|(_, range)| range.clone());
        if let (Some(said), Some(between), Some(range)) = (said, between, range)
            && said != between
        {
            self.find(&range, FindingKind::Duration { said, between });
        }
    }
}

/// Minutes that pass from a start to an end.
fn minutes(start: &Stated, end: &Stated) -> Option<i64> {
    let walls = end.clock()? - start.clock()?;
    let passed = match (start, end) {
        (Stated::Zoned(start, zone), Stated::Zoned(end, _)) => {
            Zone::named(zone).ok().map(|zone| zone.resolve(*end).instant() - zone.resolve(*start).instant())
        }
        _ => None,
    };
    Some(passed.unwrap_or(walls).num_minutes())
}
