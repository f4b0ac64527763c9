//! What has to be asked before a program's times mean anything.

use crate::program::{Program, ZoneClaim};
use crate::stated::Stated;
use huso_agenda::event_file::FLOATING;
use huso_agenda::{Instant, Offsets as _, Zone};

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
    /// It names zones of which the program has no rules.
    WithoutRules {
        /// Their names.
        zones: Vec<String>,
    },
}

impl ZoneQuestion {
    /// Whether what has an offset may be meant as it stands there ([`Reading::Clock`](crate::Reading)) or as that
    /// instant, and on the clocks of a zone these are two times.
    pub fn has_readings(&self, zone: &str) -> bool {
        matches!(self.doubt, Doubt::OffsetsOnly | Doubt::Contradictory { offset: Some(_), .. })
            && !self.fitting.iter().any(|fitting| fitting == zone)
    }
}

/// The zone that the source names.
///
/// # Errors
/// What has to be asked.
pub(crate) fn named(program: &Program) -> Result<(Zone, Option<ZoneClaim>), ZoneQuestion> {
    claimed(program).and_then(|named| named.ok_or_else(|| unsaid(program))).map_err(|doubt| ZoneQuestion {
        doubt,
        example: example(program),
        fitting: fitting(program),
    })
}

/// The zone that the source names, if it names one and nothing in it contradicts that.
fn claimed(program: &Program) -> Result<Option<(Zone, Option<ZoneClaim>)>, Doubt> {
    let contradictory = |offset| Doubt::Contradictory { claims: program.zones.clone(), offset };
    let without_rules = without_rules(program);
    if !without_rules.is_empty() {
        return Err(Doubt::WithoutRules { zones: without_rules });
    }
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

/// Whether the program has no rules of a zone that is named.
pub(crate) fn is_without_rules(name: &str) -> bool {
    name != FLOATING && Zone::named(name).is_err()
}

/// The zones that are named and that the program has no rules of: for all times, or beside one.
fn without_rules(program: &Program) -> Vec<String> {
    let beside = times(program).filter_map(|time| match time {
        Stated::Zoned(_, name) => Some(name),
        _ => None,
    });
    let mut names: Vec<String> = Vec::new();
    for name in program.zones.iter().map(|claim| &claim.zone).chain(beside) {
        if is_without_rules(name) && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
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

/// The first session whose time means something else with another answer: one without a zone, else one with an offset; else
/// one with a time, else the first of all.
fn example(program: &Program) -> usize {
    let first = |is: fn(&Stated) -> bool| {
        program.sessions.iter().position(|session| session.start.as_ref().is_some_and(is))
    };
    first(|start| matches!(start, Stated::Wall(_)))
        .or_else(|| first(|start| matches!(start, Stated::Offset(_) | Stated::Utc(_))))
        .or_else(|| first(|start| start.clock().is_some()))
        .unwrap_or(0)
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
