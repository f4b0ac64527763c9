//! Sessions that begin in somebody's night.

use super::scope::{Placed, Scope};
use crate::remark::Remark;
use crate::several::Several;
use huso_agenda::chrono::{NaiveDateTime, Timelike as _};
use huso_agenda::event_file::VenueKind;
use huso_agenda::{Lang, Offsets as _, Session, Text, Zone};
use huso_i18n::zone_names;

/// The hour that ends the night; it begins at midnight.
const MORNING: u32 = 6;

/// A session, and what clocks show when it begins.
type Begins<'a> = (&'a Session, NaiveDateTime);

/// Sessions that begin between midnight and six where the agenda is shown for, told once for all places whose clocks
/// show the same.
pub fn at_night(scope: &Scope) -> Vec<Placed> {
    let mut nights: Vec<(Vec<Begins>, Vec<Text>)> = Vec::new();
    for (zone, label) in places(scope) {
        let begins = |session| Some((session, zone.wall_time(Session::start(session)?)));
        let sessions = scope.attended().filter(|session| reaches(scope, session, &zone)).filter_map(begins);
        let asleep: Vec<_> = sessions.filter(|(_, wall)| wall.hour() < MORNING).collect();
        match nights.iter_mut().find(|(others, _)| *others == asleep) {
            Some((_, places)) => places.push(label),
            None => nights.push((asleep, vec![label])),
        }
    }
    nights
        .into_iter()
        .filter_map(|(asleep, places)| {
            let (first, wall) = *asleep.first()?;
            let sessions: Several = asleep.iter().map(|(session, _)| &session.title).collect();
            Some(scope.on(first, "start", Remark::AtNight { places, time: wall.time(), sessions }))
        })
        .collect()
}

/// The zones that the agenda is shown in: its own, and those beside it.
fn places(scope: &Scope) -> Vec<(Zone, Text)> {
    let agenda = scope.agenda;
    let mut places = agenda.shown_zones.clone();
    if places.iter().all(|(zone, _)| zone.name() != agenda.zone.name()) {
        let name = |lang: Lang| (lang.tag().to_owned(), zone_names::place(agenda.zone.name(), lang));
        places.insert(0, (agenda.zone.clone(), Text::ByLanguage(Lang::ALL.map(name).into())));
    }
    places
}

/// Whether people take part from that zone: where one has to go to, nobody is elsewhere.
fn reaches(scope: &Scope, session: &Session, zone: &Zone) -> bool {
    let venue = session.venue.as_deref().and_then(|id| scope.agenda.venue(id));
    let is_onsite = venue.is_some_and(|venue| venue.kind == Some(VenueKind::Onsite));
    !is_onsite || zone.name() == scope.agenda.zone.name()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says};

    fn at(start: &str, rest: &str) -> String {
        format!(
            r#"{{"id": "{start}", "title": "{start}", "start": "2027-08-11T{start}", "duration": "PT30M"{rest}}}"#
        )
    }

    #[test]
    fn the_places_that_sleep_are_named() {
        let (early, noon) = (at("06:30", ""), at("12:00", ""));
        assert_eq!(
            says(&event("", &[&early, &noon])),
            ["sessions[0].start note: It begins at 05:30 at night (Mexico)."]
        );
        assert_eq!(says(&event("", &[&noon, &at("03:00", ""), &at("04:30", "")])).len(), 3,);
        assert_eq!(says(&event("", &[&noon])), [""; 0]);
    }

    #[test]
    fn places_whose_clocks_agree_are_told_together() {
        let said = says(&event("", &[&at("02:00", ""), &at("02:30", "")]));
        assert!(said.contains(&"sessions[0].start note: 2 sessions begin at night (Colombia, Peru), this one at 02:00: “02:00”, “02:30”.".to_owned()), "{said:?}");
    }

    #[test]
    fn where_one_goes_to_only_its_own_night_counts() {
        let venues = r#""venues": [{"id": "hall", "name": "Auditorio", "kind": "onsite"}],"#;
        let hall = r#", "venue": "hall""#;
        assert_eq!(says(&event(venues, &[&at("06:30", hall)])), [""; 0]);
        let own = r#""venues": [{"id": "hall", "name": "Auditorio", "kind": "onsite"}], "zones": [{"timezone": "America/Lima", "label": "Perú"}],"#;
        assert_eq!(
            says(&event(own, &[&at("01:30", hall)])),
            ["sessions[0].start note: It begins at 01:30 at night (Bogotá)."]
        );
    }
}
