//! A session as it is written, and its neighbours.

use crate::compare::times;
use crate::document::Document;
use crate::place::Place;
use huso_agenda::chrono::{NaiveDateTime, TimeDelta};
use huso_agenda::{Offsets as _, Zone, wall_time};
use serde_json::Value;
use std::collections::BTreeMap;

/// A session of a document.
pub struct SessionAt<'d> {
    document: &'d Document,
    /// Where it stands: `sessions[2]`.
    pub place: Place,
    value: &'d Value,
    /// When it starts, on its own clocks.
    pub start: NaiveDateTime,
}

impl<'d> SessionAt<'d> {
    /// The session that a place is in, if it has a start.
    pub fn of(document: &'d Document, place: &Place) -> Option<Self> {
        let place = Place::default().key("sessions").index(place.entry_of("sessions")?);
        let value = document.get(&place)?;
        Some(Self { document, value, start: times::start(value)?, place })
    }

    /// How long it is said to last.
    pub fn stated(&self) -> Option<TimeDelta> {
        wall_time::duration(self.value.get("duration")?.as_str()?).ok()
    }

    /// What its clocks show after some time. Time that passes while clocks are changed is counted, where the zone is known.
    pub fn after(&self, length: TimeDelta) -> Option<NaiveDateTime> {
        let own = self.value.get("timezone").and_then(Value::as_str);
        let name = own.unwrap_or_else(|| self.document.str(&Place::parse("timezone")));
        match Zone::named(name) {
            Ok(zone) => Some(zone.wall_time(zone.resolve(self.start).instant().checked_add_signed(length)?)),
            Err(_) => self.start.checked_add_signed(length),
        }
    }

    /// When the next session of its day starts, on the same clocks.
    pub fn next(&self) -> Option<NaiveDateTime> {
        let starts = self.others().filter_map(times::start);
        starts.filter(|start| *start > self.start && start.date() == self.start.date()).min()
    }

    /// When it ends if it lasts as long as most of the others; nothing where no length is that of several.
    pub fn usual(&self) -> Option<NaiveDateTime> {
        let mut lengths: BTreeMap<i64, usize> = BTreeMap::new();
        for other in self.others() {
            let length =
                times::start(other).zip(times::end(other)).map(|(start, end)| (end - start).num_minutes());
            length
                .filter(|length| *length > 0)
                .into_iter()
                .for_each(|length| *lengths.entry(length).or_default() += 1);
        }
        let (length, count) = lengths.into_iter().max_by_key(|(length, count)| (*count, -length))?;
        self.after(TimeDelta::minutes(length)).filter(|_| count > 1)
    }

    /// The other sessions on the same clocks.
    fn others(&self) -> impl Iterator<Item = &Value> {
        let zone = self.value.get("timezone");
        let others = self.document.sessions().iter().filter(move |other| other.get("timezone") == zone);
        others.filter(|other| !std::ptr::eq(*other, self.value))
    }
}
