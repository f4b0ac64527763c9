//! Rules that are newer than chrono-tz's: those of the program, and an event file's.

use super::tzdata;
use std::sync::{Arc, LazyLock};

/// Rules of a zone and its links that are newer than chrono-tz's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NewerRules {
    /// One of the zone's names.
    zone: String,
    /// Offsets in seconds east of UTC, and from when on, in seconds since 1970: in order.
    offsets: Vec<(i64, i32)>,
    /// From here on they say nothing.
    until: i64,
    /// What holds before them and after.
    older: Option<Arc<NewerRules>>,
}

impl NewerRules {
    /// Rules of a zone that the program has too: outside of their span, its own hold.
    pub(super) fn new(zone: String, offsets: Vec<(i64, i32)>, until: i64) -> Self {
        let older = of(&zone, &EMBEDDED);
        Self { zone, offsets, until, older }
    }

    /// Rules of a zone that the program lacks: the first and the last offset go on.
    pub(super) fn alone(zone: String, mut offsets: Vec<(i64, i32)>) -> Self {
        if let Some((from, _)) = offsets.first_mut() {
            *from = i64::MIN;
        }
        Self { zone, offsets, until: i64::MAX, older: None }
    }

    /// The name that they were given for.
    pub(super) fn zone(&self) -> &str {
        &self.zone
    }

    /// The offset at an instant, if they say any.
    pub(super) fn offset_at(&self, second: i64) -> Option<i32> {
        let past = self.offsets.partition_point(|(from, _)| *from <= second);
        match past.checked_sub(1).filter(|_| second < self.until) {
            Some(last) => self.offsets.get(last).map(|(_, offset)| *offset),
            None => self.older.as_ref()?.offset_at(second),
        }
    }
}

/// Those of the program.
pub(super) static EMBEDDED: LazyLock<Vec<Arc<NewerRules>>> = LazyLock::new(|| {
    let rules = tzdata::ZONES.iter().map(|(zone, offsets)| NewerRules {
        zone: (*zone).to_owned(),
        offsets: offsets.to_vec(),
        until: tzdata::UNTIL,
        older: None,
    });
    rules.map(Arc::new).collect()
});

/// Those of `rules` that are a zone's, whichever of its names each goes by.
pub(super) fn of(zone: &str, rules: &[Arc<NewerRules>]) -> Option<Arc<NewerRules>> {
    let links = tzdata::LINKS.iter().find(|names| names.contains(&zone));
    let is_it = |name: &str| name == zone || links.is_some_and(|names| names.contains(&name));
    rules.iter().find(|rules| is_it(&rules.zone)).cloned()
}
