//! Zones of which the program has no rules, and somebody else has.

use crate::program::Program;
use crate::question::is_without_rules;
use crate::stated::Stated;
use chrono::{FixedOffset, NaiveDateTime};

impl Program {
    /// The program with the instants of those times whose zone has no rules here, whichever zone the event gets. `offset_of` says what a zone's clocks are from UTC when they show something; browsers and the
    /// time zone database know more zones than the program.
    pub fn with_offsets(mut self, offset_of: impl Fn(&str, NaiveDateTime) -> Option<FixedOffset>) -> Self {
        let claimed = match self.zones.as_slice() {
            [claim] if is_without_rules(&claim.zone) => Some(claim.zone.clone()),
            _ => None,
        };
        let known = |time: &Stated| {
            let (wall, zone) = match time {
                Stated::Wall(wall) => (*wall, claimed.as_deref()?),
                Stated::Zoned(wall, zone) if is_without_rules(zone) => (*wall, zone.as_str()),
                _ => return None,
            };
            Some(Stated::Utc(wall.checked_sub_offset(offset_of(zone, wall)?)?.and_utc()))
        };
        for session in &mut self.sessions {
            for time in [&mut session.start, &mut session.end].into_iter().flatten() {
                if let Some(instant) = known(time) {
                    *time = instant;
                }
            }
        }
        self
    }
}
