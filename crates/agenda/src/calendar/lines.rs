//! Content lines and values of an iCalendar file (RFC 5545, 3).

use crate::iso;
use crate::zone::{Instant, Offsets, Zone, changes};
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

/// Octets that a content line may have (RFC 5545, 3.1).
const LINE: usize = 75;

/// Content lines, folded, each ended by CRLF.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) text: String,
    /// The zone that times are written in, UTC without.
    pub(super) zone: Option<Zone>,
}

impl Lines {
    pub(super) fn put(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for character in name.chars().chain(":".chars()).chain(value.chars()) {
            if width + character.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(character);
            width += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// The same, of a value made for it.
    pub(super) fn own(&mut self, name: &str, value: String) {
        self.put(name, &value);
    }

    /// A time in the zone, if that is enough to find it again.
    pub(super) fn time(&mut self, name: &str, instant: Instant) {
        if let Some(zone) = &self.zone {
            let wall = zone.wall_time(instant);
            if zone.resolve(wall).instant() == instant {
                let name = [name, ";TZID=", zone.name()].concat();
                return self.own(&name, basic(wall));
            }
        }
        self.own(name, utc(instant));
    }

    /// The zone's offset at `from`, and its changes until `to` (RFC 5545, 3.6.5).
    pub(super) fn timezone(&mut self, zone: &Zone, from: Instant, to: Instant) {
        self.put("BEGIN", "VTIMEZONE");
        self.put("TZID", zone.name());
        let mut before = zone.offset_at(from);
        let mut all = vec![(from, before)];
        all.extend(changes(zone, from, to));
        for (instant, offset) in all {
            let kind = if offset > before { "DAYLIGHT" } else { "STANDARD" };
            let onset = instant.naive_utc().checked_add_signed(TimeDelta::seconds(before.into()));
            self.put("BEGIN", kind);
            self.own("DTSTART", basic(onset.unwrap_or_default()));
            self.own("TZOFFSETFROM", iso::offset(before).replace(':', ""));
            self.own("TZOFFSETTO", iso::offset(offset).replace(':', ""));
            self.put("END", kind);
            before = offset;
        }
        self.put("END", "VTIMEZONE");
    }
}

/// A value of type TEXT (3.3.11). Control characters other than line breaks may not occur at all.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\\\"),
            ';' => escaped.push_str("\\;"),
            ',' => escaped.push_str("\\,"),
            '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            control if control.is_control() && control != '\t' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A value of type URI, which is not escaped (3.3.13): a line break inside would start another property.
pub(super) fn uri(address: &str) -> String {
    address.replace(char::is_control, "")
}

/// The next day.
pub(super) fn after(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

/// `20270811`
pub(super) fn basic_date(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}

/// `20270811T093000`
pub(super) fn basic(wall: NaiveDateTime) -> String {
    wall.format("%Y%m%dT%H%M%S").to_string()
}

/// `20270811T143000Z`
pub(super) fn utc(instant: Instant) -> String {
    basic(instant.naive_utc()) + "Z"
}
