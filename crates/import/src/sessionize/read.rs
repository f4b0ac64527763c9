//! From a view to a program.

use super::session::{Names, add, person};
use super::{View, categories};
use crate::gather::Gather;
use crate::json::{list, text};
use crate::program::Session;
use crate::{FindingKind, Read};
use serde_json::Value;
use std::collections::HashMap;

/// Reads what Sessionize exports; nothing where it is none of its views.
pub fn read(value: &Value, file: usize) -> Option<Read> {
    let mut gather = Gather::new(file);
    match View::of(value)? {
        View::All => all(&mut gather, value),
        View::Sessions => groups(&mut gather, value),
        View::Grid => grid(&mut gather, value),
        View::Speakers | View::SpeakerWall => speakers(&mut gather, value),
    }
    Some(gather.done())
}

fn all(gather: &mut Gather, value: &Value) {
    let room = |room: &Value| (text(&room["id"]), text(&room["name"]));
    let rooms = list(&value["rooms"]).iter().map(room).collect();
    let items = categories::all(value).into_iter().collect();
    let mut names = Names { rooms, items, ..Names::default() };
    for speaker in list(&value["speakers"]) {
        let index = gather.speaker(person(speaker));
        names.speakers.extend(index.map(|index| (text(&speaker["id"]), index)));
    }
    for (at, session) in list(&value["sessions"]).iter().enumerate() {
        add(gather, session, "", &mut names, &format!("sessions[{at}]"));
    }
}

fn groups(gather: &mut Gather, value: &Value) {
    let mut names = Names::default();
    for (at, group) in list(value).iter().enumerate() {
        for (session_at, session) in list(&group["sessions"]).iter().enumerate() {
            add(gather, session, "", &mut names, &format!("[{at}].sessions[{session_at}]"));
        }
    }
}

fn grid(gather: &mut Gather, value: &Value) {
    let mut names = Names::default();
    for (at, day) in list(value).iter().enumerate() {
        for (room_at, room) in list(&day["rooms"]).iter().enumerate() {
            for (session_at, session) in list(&room["sessions"]).iter().enumerate() {
                let place = format!("[{at}].rooms[{room_at}].sessions[{session_at}]");
                add(gather, session, &text(&room["name"]), &mut names, &place);
            }
        }
    }
}

/// Speakers, each with their sessions, which have no more than a name.
fn speakers(gather: &mut Gather, value: &Value) {
    let mut known = HashMap::new();
    for (at, speaker) in list(value).iter().enumerate() {
        let Some(index) = gather.speaker(person(speaker)) else { continue };
        for (session_at, session) in list(&speaker["sessions"]).iter().enumerate() {
            held_by(gather, &mut known, session, index, &format!("[{at}].sessions[{session_at}]"));
        }
    }
}

/// Adds somebody's session, or them to it where somebody else holds it too.
fn held_by(
    gather: &mut Gather,
    known: &mut HashMap<String, usize>,
    session: &Value,
    speaker: usize,
    place: &str,
) {
    let key = text(&session["id"]);
    if let Some(known) = known.get(&key).and_then(|index| gather.program.sessions.get_mut(*index)) {
        known.speakers.push(speaker);
        return;
    }
    let mut session = Session::new(text(&session["name"]), gather.origin(place));
    if session.title.is_empty() {
        gather.report(place, FindingKind::LeftOut(key));
        return;
    }
    session.speakers = vec![speaker];
    if !key.is_empty() {
        known.insert(key.clone(), gather.program.sessions.len());
        session.key = Some(key);
    }
    gather.program.sessions.push(session);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stated;
    use huso_agenda::event_file::SessionKind;
    use serde_json::json;

    fn session() -> Value {
        json!({"id": "1", "title": "Uno", "startsAt": "2027-08-09T10:00:00", "endsAt": "2027-08-09T10:30:00",
            "isServiceSession": false, "speakers": ["s"], "categoryItems": [7, 8], "roomId": 3})
    }

    #[test]
    fn the_view_all_names_by_ids() {
        let file = json!({"sessions": [session(), {"id": "2", "title": "Café", "isServiceSession": true, "startsAt": null}],
            "speakers": [{"id": "s", "fullName": "A B", "tagLine": "Directora"}], "rooms": [{"id": 3, "name": "Sala"}],
            "questions": [], "categories": [{"id": 1, "title": "Track", "items": [{"id": 7, "name": "Datos"}]},
            {"id": 2, "title": "Level", "items": [{"id": 8, "name": "100"}]}]});
        let read = read(&file, 0).unwrap();
        let one = &read.program.sessions[0];
        assert_eq!((one.track, one.venue, &one.speakers[..]), (Some(0), Some(0), &[0][..]));
        assert!(matches!(one.start, Some(Stated::Wall(_))));
        assert_eq!(read.program.sessions[1].kind, SessionKind::Break);
        assert_eq!(read.findings[0].kind, FindingKind::LeftOut("Level".to_owned()));
    }

    #[test]
    fn grid_and_groups_name_what_they_hold_and_have_each_session_once() {
        let session = json!({"id": "1", "title": "Uno", "startsAt": "2027-08-09T15:00:00Z", "room": "Sala",
            "speakers": [{"id": "s", "name": "A B"}],
            "categories": [{"id": 1, "name": "Tracks", "categoryItems": [{"id": 7, "name": "Datos"}]}]});
        let grid = json!([{"date": "2027-08-09T00:00:00", "isDefault": true, "timeSlots": [],
            "rooms": [{"id": 3, "name": "Sala", "sessions": [session, session]}]}]);
        let groups = json!([{"groupId": null, "groupName": "All", "sessions": [session]},
            {"groupId": 2, "groupName": "B", "sessions": [session]}]);
        for file in [grid, groups] {
            let read = read(&file, 0).unwrap();
            assert_eq!(read.program.sessions.len(), 1);
            assert!(matches!(read.program.sessions[0].start, Some(Stated::Utc(_))));
            assert_eq!((read.program.tracks.len(), read.program.venues.len()), (1, 1));
            assert_eq!(read.program.speakers[0].name, "A B");
        }
    }

    #[test]
    fn views_of_speakers_have_no_times_and_say_so() {
        let speakers = json!([{"id": "a", "fullName": "A", "profilePicture": "", "sessions": [{"id": 1, "name": "Uno"}]},
            {"id": "b", "fullName": "B", "profilePicture": "", "sessions": [{"id": 1, "name": "Uno"}]}]);
        let read_speakers = read(&speakers, 0).unwrap();
        assert_eq!(read_speakers.program.sessions[0].speakers, [0, 1]);
        let wall = json!([{"id": "a", "fullName": "A", "profilePicture": "", "isTopSpeaker": false}]);
        let read_wall = read(&wall, 0).unwrap();
        assert_eq!((read_wall.program.sessions.len(), read_wall.program.speakers.len()), (0, 1));
        for read in [read_speakers, read_wall] {
            assert_eq!(read.findings[0].kind, FindingKind::NoTimes);
        }
    }
}
