//! Whose clocks a program's times are of. Never a guess: what the source names is taken, and the rest is asked.

use crate::program::{Program, ZoneClaim};
use crate::stated::Stated;
use chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::{Instant, Offsets as _, Zone, zone};

/// What has to be asked before a program's times mean anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneQuestion {
    /// Why.
    pub doubt: Doubt,
    /// Which of the program's sessions shows what follows from an answer, from 0.
    pub example: usize,
    /// Zones that would fit what is written, by their IANA names. None is better than another.
    pub fitting: Vec<String>,
}

/// Why it is not known whose clocks the times are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The source says nothing of it.
    Unsaid,
    /// It has offsets, and many zones have each.
    OffsetsOnly,
    /// It has instants: they are right, and the event's own zone, which its days are of, is not said.
    InstantsOnly,
    /// It names several zones for all of its times, or one whose clocks are not at the offsets that it writes.
    Contradictory {
        /// What it says.
        claims: Vec<ZoneClaim>,
        /// An offset that it writes and that zone doesn't have then, seconds east of UTC.
        offset: Option<i32>,
    },
}

impl Doubt {
    /// Whether what has an offset may be meant as it stands there ([`Reading::Clock`]) or as that instant.
    pub fn has_readings(&self) -> bool {
        matches!(self, Self::OffsetsOnly | Self::Contradictory { offset: Some(_), .. })
    }
}

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
    let named = answer.and_then(|answer| Some((Zone::named(&answer.timezone).ok()?, answer.reading)));
    if let Some((zone, reading)) = named {
        return Ok(settled(program, &zone, reading, None));
    }
    let question = |doubt| ZoneQuestion { doubt, example: example(program), fitting: fitting(program) };
    match claimed(program) {
        Ok(Some((zone, claim))) => Ok(settled(program, &zone, Reading::Moment, claim)),
        Ok(None) => Err(question(unsaid(program))),
        Err(doubt) => Err(question(doubt)),
    }
}

/// The zone that the source names, if it names one and nothing in it contradicts that.
fn claimed(program: &Program) -> Result<Option<(Zone, Option<ZoneClaim>)>, Doubt> {
    let contradictory = |offset| Doubt::Contradictory { claims: program.zones.clone(), offset };
    let Some(claim) = program.zones.first() else { return Ok(beside(program).map(|zone| (zone, None))) };
    if program.zones.iter().any(|other| other.zone != claim.zone) {
        return Err(contradictory(None));
    }
    let Ok(zone) = Zone::named(&claim.zone) else { return Ok(None) };
    let is_other = |(instant, offset): &(Instant, i32)| zone.offset_at(*instant) != *offset;
    match offsets(program).find(is_other) {
        Some((_, offset)) => Err(contradictory(Some(offset))),
        None => Ok(Some((zone, Some(claim.clone())))),
    }
}

/// The zone that stands beside every time, where it is one.
fn beside(program: &Program) -> Option<Zone> {
    let mut names = times(program).map(|time| match time {
        Stated::Zoned(_, name) => Some(name),
        _ => None,
    });
    let first = names.next()??;
    names.all(|name| name == Some(first)).then(|| Zone::named(first).ok())?
}

/// Why a program without a zone has none.
fn unsaid(program: &Program) -> Doubt {
    let all = |is: fn(&Stated) -> bool| times(program).next().is_some() && times(program).all(is);
    if all(|time| matches!(time, Stated::Utc(_))) {
        Doubt::InstantsOnly
    } else if all(|time| matches!(time, Stated::Offset(_) | Stated::Utc(_))) {
        Doubt::OffsetsOnly
    } else {
        Doubt::Unsaid
    }
}

/// The embedded zones that have every offset that is written; none where none is.
fn fitting(program: &Program) -> Vec<String> {
    if offsets(program).next().is_none() {
        return Vec::new();
    }
    let fits = |zone: &Zone| offsets(program).all(|(instant, offset)| zone.offset_at(instant) == offset);
    Zone::all().filter(fits).map(|zone| zone.name().to_owned()).collect()
}

/// The first session with a time; the first of all, where none has one.
fn example(program: &Program) -> usize {
    let has_time = |start: &Stated| start.clock().is_some();
    program.sessions.iter().position(|session| session.start.as_ref().is_some_and(has_time)).unwrap_or(0)
}

fn times(program: &Program) -> impl Iterator<Item = &Stated> {
    let all = program.sessions.iter().flat_map(|session| [&session.start, &session.end]);
    all.flatten().filter(|time| time.clock().is_some())
}

/// The offsets that are written, each with its instant.
fn offsets(program: &Program) -> impl Iterator<Item = (Instant, i32)> {
    times(program).filter_map(|time| match time {
        Stated::Offset(time) => Some((time.to_utc(), time.offset().local_minus_utc())),
        _ => None,
    })
}

fn settled(program: &Program, zone: &Zone, reading: Reading, claim: Option<ZoneClaim>) -> Settled {
    let when = |time: &Option<Stated>| time.as_ref().map(|time| when(time, zone, reading));
    let spans = program.sessions.iter().map(|session| [when(&session.start), when(&session.end)]).collect();
    Settled { timezone: zone.name().to_owned(), claim, spans }
}

fn when(time: &Stated, zone: &Zone, reading: Reading) -> When {
    let here = |wall| When::Wall { wall, timezone: None, offset: None };
    match (time, reading) {
        (Stated::Day(date), _) => When::Day(*date),
        (Stated::Wall(wall), _) => here(*wall),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::{Origin, Place};
    use crate::program::Session;
    use chrono::DateTime;
    use huso_agenda::{iso, wall_time};

    fn origin() -> Origin {
        Origin { file: 0, place: Place::Line(1) }
    }

    fn wall(text: &str) -> Stated {
        Stated::Wall(wall_time::wall_time(text).unwrap())
    }

    fn offset(text: &str) -> Stated {
        Stated::Offset(DateTime::parse_from_rfc3339(text).unwrap())
    }

    fn program(starts: Vec<Stated>, zones: &[&str]) -> Program {
        let sessions =
            starts.into_iter().map(|start| Session { start: Some(start), ..Session::new("Una", origin()) });
        let claim =
            |zone: &&str| ZoneClaim { zone: (*zone).to_owned(), words: (*zone).to_owned(), origin: origin() };
        Program {
            sessions: sessions.collect(),
            zones: zones.iter().map(claim).collect(),
            ..Program::default()
        }
    }

    fn starts(settled: &Settled) -> Vec<String> {
        let text = |[start, _]: &[Option<When>; 2]| match start {
            Some(When::Wall { wall, timezone, offset }) => {
                let zone = timezone.as_deref().unwrap_or_default();
                format!("{} {zone}{}", iso::minute(*wall), offset.map(iso::offset).unwrap_or_default())
            }
            other => format!("{other:?}"),
        };
        settled.spans.iter().map(text).map(|text| text.trim_end().to_owned()).collect()
    }

    fn doubt(program: &Program) -> Doubt {
        settle(program, None).unwrap_err().doubt
    }

    #[test]
    fn a_zone_that_the_source_names_is_taken_and_said() {
        let named = settle(&program(vec![wall("2023-08-09T10:00")], &["America/Bogota"]), None).unwrap();
        assert_eq!(
            (named.timezone.as_str(), starts(&named)),
            ("America/Bogota", vec!["2023-08-09T10:00".to_owned()])
        );
        assert_eq!(named.claim.unwrap().words, "America/Bogota");
        let zoned = |name: &str| Stated::Zoned(wall("2023-08-09T10:00").clock().unwrap(), name.to_owned());
        let beside = settle(&program(vec![zoned("America/Lima"), zoned("America/Lima")], &[]), None).unwrap();
        assert_eq!(beside.timezone, "America/Lima");
        let other = settle(&program(vec![zoned("America/Lima")], &["America/Santiago"]), None).unwrap();
        assert_eq!(starts(&other), ["2023-08-09T10:00 America/Lima"]);
    }

    #[test]
    fn what_is_not_said_is_asked() {
        let zoned = |name: &str| Stated::Zoned(wall("2023-08-09T10:00").clock().unwrap(), name.to_owned());
        assert_eq!(doubt(&program(vec![wall("2023-08-09T10:00")], &[])), Doubt::Unsaid);
        assert_eq!(
            doubt(&program(vec![zoned("America/Lima"), wall("2023-08-09T10:00")], &[])),
            Doubt::Unsaid
        );
        assert_eq!(doubt(&program(vec![zoned("America/Lima"), zoned("America/Bogota")], &[])), Doubt::Unsaid);
        assert_eq!(doubt(&program(vec![], &[])), Doubt::Unsaid);
        let utc = Stated::Utc(wall_time::instant("2023-08-09T15:00:00Z").unwrap());
        assert_eq!(doubt(&program(vec![utc], &[])), Doubt::InstantsOnly);
    }

    /// Both occur in real files: `+00:00` on wall times, and a zone beside offsets that it doesn't have.
    #[test]
    fn what_contradicts_itself_is_asked() {
        let only = settle(&program(vec![offset("2023-08-09T10:00:00-05:00")], &[]), None).unwrap_err();
        assert_eq!(only.doubt, Doubt::OffsetsOnly);
        assert!(only.fitting.iter().any(|zone| zone == "America/Bogota"), "{:?}", only.fitting);
        assert!(!only.fitting.iter().any(|zone| zone == "America/Santiago"), "{:?}", only.fitting);
        let is =
            |doubt: &Doubt, east| matches!(doubt, Doubt::Contradictory { offset, .. } if *offset == east);
        assert!(is(
            &doubt(&program(vec![offset("2023-08-09T10:00:00+00:00")], &["America/Bogota"])),
            Some(0)
        ));
        assert!(is(&doubt(&program(vec![offset("2023-08-09T10:00:00+01:00")], &["UTC"])), Some(3600)));
        assert!(is(
            &doubt(&program(vec![wall("2023-08-09T10:00")], &["America/Lima", "America/Santiago"])),
            None
        ));
    }

    #[test]
    fn an_answer_says_how_offsets_are_meant() {
        let made_up = program(vec![offset("2023-08-09T10:00:00+00:00")], &["America/Bogota"]);
        let answer = |reading| Answer { timezone: "America/Bogota".to_owned(), reading };
        let read = |reading| starts(&settle(&made_up, Some(&answer(reading))).unwrap());
        assert_eq!(read(Reading::Clock), ["2023-08-09T10:00"]);
        assert_eq!(read(Reading::Moment), ["2023-08-09T05:00"]);
    }

    /// Chile, 4 April 2027: at midnight clocks go back to 23:00.
    #[test]
    fn the_second_of_two_equal_wall_times_keeps_its_offset() {
        let twice = |text| {
            settle(&program(vec![offset(text)], &["America/Santiago"]), None).map(|settled| starts(&settled))
        };
        assert_eq!(twice("2027-04-03T23:30:00-03:00").unwrap(), ["2027-04-03T23:30"]);
        assert_eq!(twice("2027-04-03T23:30:00-04:00").unwrap(), ["2027-04-03T23:30 -04:00"]);
    }
}
