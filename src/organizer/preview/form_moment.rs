//! A moment at which the form is there.

use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_registration::form::{Outline, Period};

/// The moment wanted, or now, if registration is open then; else the first minute in which it is, or the last hour where only its
/// end is known. `None` is now.
pub fn open_moment(outline: &Outline, wanted: Option<Instant>, now: Instant) -> Option<Instant> {
    let is_open = |moment: &Instant| outline.period(*moment) == Period::Open;
    if is_open(&wanted.unwrap_or(now)) {
        return wanted;
    }
    let last_hour = outline.closes.map(|closes| closes - TimeDelta::hours(1));
    [Some(now), outline.opens, last_hour].into_iter().flatten().find(is_open).filter(|moment| *moment != now)
}
