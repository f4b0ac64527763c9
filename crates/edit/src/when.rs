//! When a session takes place, as far as what is written of it can be read.

use huso_agenda::chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use huso_agenda::{Instant, Zone, wall_time};
use serde_json::Value;

/// When a session takes place, as far as what is written of it can be read: wall times of its zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The day under which it stands.
    pub day: Option<NaiveDate>,
    /// Start.
    pub start: Option<NaiveDateTime>,
    /// End, written or by its duration.
    pub end: Option<NaiveDateTime>,
}

impl When {
    /// Reads a session. A duration is elapsed time: where clocks change meanwhile, the `zone` says what they show then.
    pub fn of(session: &Value, zone: Option<&Zone>) -> Self {
        let start_text = text(session, "start");
        let start = wall_time::wall_time(start_text).ok();
        let day =
            wall_time::date(written_date(start_text)).or_else(|_| wall_time::date(text(session, "date")));
        let written = wall_time::wall_time(text(session, "end")).ok();
        let duration = wall_time::duration(text(session, "duration")).ok();
        let end = written.or_else(|| Some(later(start?, duration?, zone)));
        Self { day: day.ok(), start, end }
    }

    /// Minutes from start to end, as the clocks show them.
    pub fn minutes(&self) -> Option<i64> {
        Some(self.end?.signed_duration_since(self.start?).num_minutes())
    }

    /// Start and end as instants.
    pub fn instants(&self, zone: &Zone) -> (Option<Instant>, Option<Instant>) {
        let instant = |wall| zone.resolve(wall).instant();
        (self.start.map(instant), self.end.map(instant))
    }
}

/// The date that stands before a wall time's clock: of what is no wall time, what stands before its first blank or T.
pub fn written_date(wall: &str) -> &str {
    wall.trim().split(['T', 't', ' ']).next().unwrap_or_default()
}

/// The clock that stands after a wall time's date; empty where there is none.
pub fn written_clock(wall: &str) -> &str {
    wall.trim()
        .split_once(['T', 't', ' '])
        .map_or("", |(_, clock)| clock.strip_suffix(":00").filter(|clock| clock.len() == 5).unwrap_or(clock))
}

/// The string of a key; empty where there is none.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn later(start: NaiveDateTime, by: TimeDelta, zone: Option<&Zone>) -> NaiveDateTime {
    use huso_agenda::Offsets as _;
    let plain = start.checked_add_signed(by).unwrap_or(start);
    let elapsed =
        zone.and_then(|zone| Some(zone.wall_time(zone.resolve(start).instant().checked_add_signed(by)?)));
    elapsed.unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_can_be_read_is_read() {
        let of = |session: Value| When::of(&session, None);
        let when = of(json!({"start": "2027-08-11T09:30", "duration": "PT65M"}));
        assert_eq!(
            (when.minutes(), when.end.map(|end| end.to_string())),
            (Some(65), Some("2027-08-11 10:35:00".into()))
        );
        let broken = of(json!({"start": "2027-08-11T9:3x", "end": 7}));
        assert_eq!((broken.start, broken.end, broken.day), (None, None, wall_time::date("2027-08-11").ok()));
        assert_eq!(of(json!({"date": "2027-08-11"})).day, broken.day);
        assert_eq!(of(json!({"start": null})), When::default());
        assert_eq!(
            (written_date("2027-08-11T9:3x"), written_clock("2027-08-11T9:3x")),
            ("2027-08-11", "9:3x")
        );
        assert_eq!((written_clock("2027-08-11T09:30:00"), written_clock("2027-08-11")), ("09:30", ""));
    }

    /// Chile, Saturday 3 April 2027: at 24:00 clocks go back to 23:00.
    #[test]
    fn a_duration_is_elapsed_time() {
        let zone = Zone::named("America/Santiago").unwrap();
        let session = json!({"start": "2027-04-03T22:00", "duration": "PT3H"});
        assert_eq!(When::of(&session, Some(&zone)).end, wall_time::wall_time("2027-04-04T00:00").ok());
    }
}
