//! Whose clocks a program's times are of. Never a guess: what the source names is taken, and the rest is asked.

use crate::program::{Program, ZoneClaim};
use crate::question::{ZoneQuestion, is_without_rules, named};
use crate::stated::Stated;
use chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::{Instant, Offsets as _, Zone, zone};

/// How a time with an offset is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// As the instant that it is.
    #[default]
    Moment,
    /// As its hours and minutes stand there; the program that wrote it made up the offset.
    Clock,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The event's zone, by its IANA name.
    pub timezone: String,
    /// How offsets are meant.
    pub reading: Reading,
}

/// A program whose times mean something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The event's zone, by its IANA name.
    pub timezone: String,
    /// What the source says of it; `None` where it was answered.
    pub claim: Option<ZoneClaim>,
    /// Of each of the program's sessions, when it begins and ends.
    pub spans: Vec<[Option<When>; 2]>,
}

/// When something begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// A wall time.
    Wall {
        /// What clocks show.
        wall: NaiveDateTime,
        /// Whose, by an IANA name; `None` for the event's zone.
        timezone: Option<String>,
        /// Seconds east of UTC, where clocks show it twice and the second is meant.
        offset: Option<i32>,
    },
    /// A day without a time.
    Day(NaiveDate),
}

/// Settles whose clocks a program's times are of: by an answer, or by what the source names.
///
/// # Errors
/// What has to be asked.
pub fn settle(program: &Program, answer: Option<&Answer>) -> Result<Settled, ZoneQuestion> {
    let answered = answer.and_then(|answer| Some((Zone::named(&answer.timezone).ok()?, answer.reading)));
    if let Some((zone, reading)) = answered {
        return Ok(settled(program, &zone, reading, None));
    }
    let (zone, claim) = named(program)?;
    Ok(settled(program, &zone, Reading::Moment, claim))
}

fn settled(program: &Program, zone: &Zone, reading: Reading, claim: Option<ZoneClaim>) -> Settled {
    let when = |time: &Option<Stated>| time.as_ref().map(|time| when(time, zone, reading));
    let spans = program.sessions.iter().map(|session| {
        let start = when(&session.start);
        let end = when(&session.end).map(|end| on_clocks_of(start.as_ref(), end, zone));
        [start, end]
    });
    let spans = spans.collect();
    Settled { timezone: zone.name().to_owned(), claim, spans }
}

fn when(time: &Stated, zone: &Zone, reading: Reading) -> When {
    let here = |wall| When::Wall { wall, timezone: None, offset: None };
    match (time, reading) {
        (Stated::Day(date), _) => When::Day(*date),
        (Stated::Wall(wall), _) => here(*wall),
        // Of a zone without rules nobody can tell: these clocks are what was asked for.
        (Stated::Zoned(wall, name), _) if is_without_rules(name) => here(*wall),
        (Stated::Zoned(wall, name), _) => {
            When::Wall { wall: *wall, timezone: (name != zone.name()).then(|| name.clone()), offset: None }
        }
        (Stated::Offset(time), Reading::Clock) => here(time.naive_local()),
        (Stated::Utc(instant), Reading::Clock) => here(instant.naive_utc()),
        (Stated::Offset(time), Reading::Moment) => at(time.to_utc(), zone),
        (Stated::Utc(instant), Reading::Moment) => at(*instant, zone),
    }
}

/// An instant on the clocks of a zone.
fn at(instant: Instant, zone: &Zone) -> When {
    let wall = zone.wall_time(instant);
    let is_second =
        matches!(zone.resolve(wall), zone::Resolved::Repeated { second, .. } if second == instant);
    When::Wall { wall, timezone: None, offset: is_second.then(|| zone.offset_at(instant)) }
}

/// An end on the clocks of its start, which are those of a session.
fn on_clocks_of(start: Option<&When>, end: When, zone: &Zone) -> When {
    let (Some(When::Wall { timezone: own, .. }), When::Wall { wall, timezone: other, .. }) = (start, &end)
    else {
        return end;
    };
    let clocks = |name: &Option<String>| {
        name.as_ref().map_or_else(|| Some(zone.clone()), |name| Zone::named(name).ok())
    };
    match clocks(own).zip(clocks(other)).filter(|_| own != other) {
        Some((own_clocks, other)) => {
            let wall = own_clocks.wall_time(other.resolve(*wall).instant());
            When::Wall { wall, timezone: own.clone(), offset: None }
        }
        None => end,
    }
}
