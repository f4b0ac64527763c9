//! Another zone for the event's times.

use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use huso_agenda::{Offsets as _, Zone, iso, wall_time};

/// What stays the same when the event's zone changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// 09:00 stays 09:00, in the other zone.
    Clock,
    /// The moment stays: 09:00 in one is 10:00 in the other.
    Moment,
}

/// The wall times of a session.
const OF_SESSIONS: &[&str] = &["start", "end", "previous_start", "registration.opens", "registration.closes"];
/// The event's own.
const OF_EVENT: &[&str] = &["updated", "registration.opens", "registration.closes"];

/// The sessions whose times are in the event's zone.
pub fn sessions_in_event_zone(document: &Document) -> Vec<usize> {
    let sessions = document.sessions().iter().enumerate();
    sessions.filter(|(_, session)| session.get("timezone").is_none()).map(|(index, _)| index).collect()
}

/// Changes the event's zone. Sessions that have a zone of their own stay as they are.
pub fn change_zone(document: &Document, from: &Zone, to: &Zone, keep: Keep) -> Vec<Change> {
    let zone = Change::Set(Place::parse("timezone"), to.name().into());
    if keep == Keep::Clock {
        return vec![zone];
    }
    let of_sessions = sessions_in_event_zone(document).into_iter().flat_map(|index| {
        OF_SESSIONS.iter().map(move |key| Place::parse(&format!("sessions[{index}].{key}")))
    });
    let places = OF_EVENT.iter().map(|key| Place::parse(key)).chain(of_sessions);
    let moved =
        |place: Place| Some(Change::Set(place.clone(), same_moment(document.str(&place), from, to)?.into()));
    let mut changes: Vec<Change> = places.filter_map(moved).collect();
    // An offset belongs to the zone before.
    let offsets = sessions_in_event_zone(document)
        .into_iter()
        .map(|index| Place::parse(&format!("sessions[{index}].utc_offset")));
    changes.extend(offsets.filter(|place| document.get(place).is_some()).map(Change::Remove));
    changes.push(zone);
    changes
}

/// What the clocks of another zone show when those of one show this; nothing for what is no wall time.
pub fn same_moment(wall: &str, from: &Zone, to: &Zone) -> Option<String> {
    let instant = wall_time::resolve(wall, from).ok()?.instant();
    Some(iso::minute(to.wall_time(instant)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn clock_or_moment_stays() {
        let file = json!({
            "timezone": "America/Bogota", "registration": {"closes": "2027-08-10T18:00"},
            "sessions": [
                {"start": "2027-08-11T09:00", "end": "2027-08-11T24:00", "utc_offset": "-05:00"},
                {"start": "2027-08-11T09:00", "timezone": "America/Lima"}, {"start": "9 h"}
            ]
        });
        let document = Document::parse(&file.to_string()).unwrap();
        let [bogota, santiago] =
            ["America/Bogota", "America/Santiago"].map(|name| Zone::named(name).unwrap());
        let clock = document.with(&change_zone(&document, &bogota, &santiago, Keep::Clock));
        assert_eq!(
            (clock.str(&Place::parse("timezone")), clock.sessions()),
            ("America/Santiago", document.sessions())
        );
        let moment = document.with(&change_zone(&document, &bogota, &santiago, Keep::Moment));
        assert_eq!(moment.str(&Place::parse("registration.closes")), "2027-08-10T19:00");
        assert_eq!(
            moment.sessions(),
            [
                json!({"start": "2027-08-11T10:00", "end": "2027-08-12T01:00"}),
                json!({"start": "2027-08-11T09:00", "timezone": "America/Lima"}),
                json!({"start": "9 h"}),
            ]
        );
    }
}
