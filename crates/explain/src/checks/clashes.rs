//! Speakers and venues that have several sessions at the same time.

use super::scope::{Placed, Scope};
use crate::remark::Remark;
use crate::several::Several;
use huso_agenda::event_file::VenueKind;
use huso_agenda::{Instant, Session};
use std::collections::BTreeMap;

/// Speakers and venues that have several sessions at the same time. Each is told at the first of them.
pub fn clashes(scope: &Scope) -> Vec<Placed> {
    let speakers = overlaps(scope, |session| &session.speakers).filter_map(|(id, session, others)| {
        let speaker = scope.agenda.speaker(id)?.name.clone();
        Some(scope.on(session, "speakers", Remark::SpeakerClash { speaker, others }))
    });
    let venues = overlaps(scope, |session| session.venue.as_slice()).filter_map(|(id, session, others)| {
        let venue = scope.agenda.venue(id)?;
        let onsite = venue.kind == Some(VenueKind::Onsite);
        let remark = Remark::VenueClash { venue: venue.name.clone(), onsite, others };
        // Online, one address often serves several sessions.
        (venue.kind != Some(VenueKind::Online)).then(|| scope.on(session, "venue", remark))
    });
    speakers.chain(venues).collect()
}

/// The sessions that have one of some ids, and the later ones with the same id that begin before they end.
fn overlaps<'a>(
    scope: &Scope<'a>,
    ids: fn(&Session) -> &[String],
) -> impl Iterator<Item = (&'a str, &'a Session, Several)> {
    let mut by_id: BTreeMap<&str, Vec<(Instant, &Session)>> = BTreeMap::new();
    for session in scope.attended() {
        let Some(start) = session.start() else { continue };
        for id in ids(session) {
            by_id.entry(id).or_default().push((start, session));
        }
    }
    by_id.into_iter().flat_map(|(id, mut sessions)| {
        sessions.sort_by_key(|(start, _)| *start);
        let overlapping = |index: usize, (start, session): &(Instant, &'a Session)| {
            let later = sessions.get(index + 1..).unwrap_or_default().iter();
            // One without an end lasts for a moment.
            let until = session.end();
            let others =
                later.take_while(|(other, _)| until.is_some_and(|until| *other < until) || other == start);
            let others: Several = others.map(|(_, other)| &other.title).collect();
            (others.count > 0).then_some((id, *session, others))
        };
        sessions.iter().enumerate().filter_map(|(index, one)| overlapping(index, one)).collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says};

    const LISTS: &str = r#""speakers": [{"id": "ana", "name": "Oradora"}],
        "venues": [{"id": "hall", "name": "Auditorio", "kind": "onsite"}, {"id": "web", "name": "En línea", "kind": "online"},
            {"id": "room", "name": "Sala"}],"#;

    fn session(id: &str, hours: &str, rest: &str) -> String {
        let (from, to) = hours.split_once('-').unwrap();
        format!(
            r#"{{"id": "{id}", "title": "{id}", "start": "2027-08-11T{from}", "end": "2027-08-11T{to}", {rest}}}"#
        )
    }

    fn clashes(one: &str, other: &str) -> Vec<String> {
        says(&event(LISTS, &[&session("a", "09:00-10:00", one), &session("b", "09:30-10:30", other)]))
    }

    #[test]
    fn a_speaker_and_a_venue_can_not_be_in_two_sessions() {
        let ana = r#""speakers": ["ana"]"#;
        assert_eq!(
            clashes(ana, ana),
            ["sessions[0].speakers warning: Oradora speaks at the same time in: “b”."]
        );
        let hall = r#""venue": "hall""#;
        assert_eq!(
            clashes(hall, hall),
            ["sessions[0].venue warning: At the same time, “Auditorio” has: “b”."]
        );
        assert_eq!(clashes(r#""venue": "room""#, r#""venue": "room""#)[0].split(' ').nth(1), Some("note:"));
        for (one, other) in [
            (r#""venue": "web""#, r#""venue": "web""#),
            (hall, r#""venue": "hall", "status": "cancelled""#),
            (hall, r#""venue": "hall", "kind": "break""#),
            (hall, ana),
        ] {
            assert_eq!(clashes(one, other), [""; 0], "{one} {other}");
        }
    }

    #[test]
    fn one_after_another_is_no_clash_and_what_lasts_all_day_is_told_once() {
        let hall = r#""venue": "hall""#;
        let hours = ["08:00-18:00", "09:00-10:00", "10:00-11:00", "11:00-12:00", "12:00-13:00"];
        let sessions: Vec<_> =
            hours.iter().zip('a'..).map(|(hours, id)| session(&id.to_string(), hours, hall)).collect();
        let sessions: Vec<&str> = sessions.iter().map(String::as_str).collect();
        assert_eq!(says(&event(LISTS, &sessions[1..])), [""; 0]);
        assert_eq!(
            says(&event(LISTS, &sessions)),
            ["sessions[0].venue warning: At the same time, “Auditorio” has: “b”, “c”, “d” and 1 more."]
        );
    }
}
