//! Several programs as one: an agenda in several files.

use crate::program::{Named, Person, Program, Session};
use crate::settle::{Settled, When};

/// The programs of several files as that of one event, which is what the first that says it says it is. Its zone is the
/// first's; times of a program of another zone keep theirs. Tracks, venues and speakers of the same name are one, and so
/// are sessions that are the same in everything. `None` where there are none.
pub fn join(programs: Vec<(Program, Settled)>) -> Option<(Program, Settled)> {
    programs.into_iter().reduce(|(mut program, mut settled), (other, of_other)| {
        describe(&mut program, &other);
        settled.claim = settled.claim.or(of_other.claim);
        let tracks = all_of(&mut program.tracks, other.tracks, Named::is);
        let venues = all_of(&mut program.venues, other.venues, Named::is);
        let speakers = all_of(&mut program.speakers, other.speakers, Person::is);
        let is_elsewhere = of_other.timezone != settled.timezone;
        for (session, span) in other.sessions.into_iter().zip(of_other.spans) {
            let index = |all: &[usize], index: usize| all.get(index).copied();
            let session = Session {
                track: session.track.and_then(|track| index(&tracks, track)),
                venue: session.venue.and_then(|venue| index(&venues, venue)),
                speakers: session.speakers.iter().filter_map(|speaker| index(&speakers, *speaker)).collect(),
                ..session
            };
            let span =
                if is_elsewhere { span.map(|when| on_clocks_of(&of_other.timezone, when)) } else { span };
            let known = program.sessions.iter().zip(&settled.spans);
            if !known.into_iter().any(|(other, at)| *at == span && is_same(other, &session)) {
                program.sessions.push(session);
                settled.spans.push(span);
            }
        }
        (program, settled)
    })
}

/// What the event is, as far as the first doesn't say it.
fn describe(program: &mut Program, other: &Program) {
    let fill = |own: &mut String, other: &String| {
        if own.is_empty() {
            own.clone_from(other);
        }
    };
    program.key = program.key.take().or_else(|| other.key.clone());
    fill(&mut program.title, &other.title);
    fill(&mut program.summary, &other.summary);
    program.language = program.language.take().or_else(|| other.language.clone());
    program.url = program.url.take().or_else(|| other.url.clone());
    program.zones.extend(other.zones.iter().cloned());
}

/// Adds those of another program that are not there, and says which each is.
fn all_of<T>(all: &mut Vec<T>, others: Vec<T>, is: fn(&T, &T) -> bool) -> Vec<usize> {
    let mut indices = Vec::new();
    for other in others {
        let known = all.iter().position(|known| is(known, &other));
        indices.push(known.unwrap_or(all.len()));
        if known.is_none() {
            all.push(other);
        }
    }
    indices
}

fn on_clocks_of(zone: &str, when: Option<When>) -> Option<When> {
    match when {
        Some(When::Wall { wall, timezone: None, offset }) => {
            Some(When::Wall { wall, timezone: Some(zone.to_owned()), offset })
        }
        other => other,
    }
}

fn is_same(one: &Session, other: &Session) -> bool {
    *one == Session { origin: one.origin.clone(), ..other.clone() }
}

impl Named {
    fn is(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Person {
    fn is(&self, other: &Self) -> bool {
        self.name == other.name
            && (self.organization == other.organization
                || self.organization.is_none()
                || other.organization.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Origin, Place, Stated, settle, write};
    use huso_agenda::wall_time;

    fn program(file: usize, zone: &str, sessions: &[(&str, &str)]) -> (Program, Settled) {
        let origin = || Origin { file, place: Place::Line(1) };
        let session = |(title, start): &(&str, &str)| Session {
            start: Some(Stated::Zoned(wall_time::wall_time(start).unwrap(), zone.to_owned())),
            venue: Some(0),
            ..Session::new(*title, origin())
        };
        let program = Program {
            title: format!("Evento {file}"),
            venues: vec![Named { key: None, name: format!("Sala {}", file % 2) }],
            sessions: sessions.iter().map(session).collect(),
            ..Program::default()
        };
        let settled = settle(&program, None).unwrap();
        (program, settled)
    }

    #[test]
    fn times_of_other_zones_keep_theirs_and_nothing_is_there_twice() {
        let (program, settled) = join(vec![
            program(0, "America/Bogota", &[("Uno", "2027-08-09T10:00")]),
            program(1, "America/Santiago", &[("Dos", "2027-08-09T12:00")]),
            program(2, "America/Bogota", &[("Uno", "2027-08-09T10:00"), ("Tres", "2027-08-09T11:00")]),
        ])
        .unwrap();
        let event = write(&program, &settled);
        assert_eq!(event["title"], "Evento 0");
        assert_eq!(event["timezone"], "America/Bogota");
        let sessions = event["sessions"].as_array().unwrap();
        let all: Vec<_> = sessions
            .iter()
            .map(|one| (one["id"].as_str(), one["timezone"].as_str(), one["venue"].as_str()))
            .collect();
        assert_eq!(
            all,
            [
                (Some("uno"), None, Some("sala-0")),
                (Some("dos"), Some("America/Santiago"), Some("sala-1")),
                (Some("tres"), None, Some("sala-0")),
            ]
        );
    }
}
