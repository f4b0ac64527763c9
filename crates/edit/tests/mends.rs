//! What one click does, kind by kind: afterwards the fault is gone, and nothing else is other than before.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_agenda::wall_time::instant;
use huso_agenda::{Lang, Severity};
use huso_edit::{Document, Mend, mends};
use huso_explain::Explanation;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An event with other keys, and these sessions.
fn event(keys: Value, sessions: Value) -> Document {
    let mut event = json!({"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "url": "https://www.example.org/"});
    let object = event.as_object_mut().unwrap();
    object.extend(keys.as_object().unwrap().clone());
    object.insert("sessions".into(), sessions);
    Document::parse(&event.to_string()).unwrap()
}

/// One session at 09:00, with other keys; `null` takes one away.
fn session(keys: Value) -> Value {
    let mut session =
        json!({"id": "a", "title": "A", "start": "2027-08-11T09:00", "end": "2027-08-11T10:00"});
    for (key, value) in keys.as_object().unwrap() {
        match value {
            Value::Null => session.as_object_mut().unwrap().remove(key),
            value => session.as_object_mut().unwrap().insert(key.clone(), value.clone()),
        };
    }
    session
}

fn check(document: &Document) -> Vec<Explanation> {
    huso_explain::check(document.text().as_bytes(), instant("2026-11-27T12:00:00Z").unwrap()).1
}

fn offered(document: &Document, path: &str) -> (Explanation, Vec<Mend>) {
    let all = check(document);
    let found = all.iter().find(|one| one.path == path);
    let found = found.unwrap_or_else(|| panic!("{path} in {all:?}")).clone();
    let offered = mends(document, &found);
    (found, offered)
}

/// Every value that is no list and no object, by its place.
fn leaves(value: &Value, place: &str, all: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| leaves(value, &format!("{place}.{key}"), all))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{place}[{at}]"), all));
        }
        value => drop(all.insert(place.trim_start_matches('.').to_owned(), value.clone())),
    }
}

/// What is another in the second; `null` where it has nothing.
fn differences(before: &Document, after: &Document) -> BTreeMap<String, Value> {
    let [mut old, mut new] = [BTreeMap::new(), BTreeMap::new()];
    leaves(before.value(), "", &mut old);
    leaves(after.value(), "", &mut new);
    let gone = old.keys().filter(|place| !new.contains_key(*place)).map(|place| (place.clone(), Value::Null));
    let others = new.iter().filter(|(place, value)| old.get(*place) != Some(value));
    gone.chain(others.map(|(place, value)| (place.clone(), value.clone()))).collect()
}

/// Fails unless these mends, in Spanish, are offered for what is said of a path, each changes just this, and after each
/// nothing as bad is said there any more, and nothing new elsewhere but notes.
#[track_caller]
fn assert_mended(document: &Document, path: &str, wanted: &[(&str, Value)]) {
    let (found, offered) = offered(document, path);
    let texts: Vec<_> = offered.iter().map(|mend| mend.text(Lang::Es)).collect();
    assert_eq!(
        texts,
        wanted.iter().map(|(text, _)| *text).collect::<Vec<_>>(),
        "{}",
        found.message(Lang::Es)
    );
    let before = check(document);
    for (mend, (_, changed)) in offered.iter().zip(wanted) {
        let after = document.with(&mend.changes);
        let changed: BTreeMap<_, _> = changed.as_object().unwrap().clone().into_iter().collect();
        assert_eq!(differences(document, &after), changed, "{}", mend.text(Lang::Es));
        let left = check(&after);
        let is_left = |one: &Explanation| one.path == path && one.severity() >= found.severity();
        assert!(!left.iter().any(is_left), "{}: {left:?}", mend.text(Lang::Es));
        let is_new =
            |one: &&Explanation| !before.iter().any(|old| old.path == one.path && old.finding == one.finding);
        // What couldn't be read before may have something to say now.
        let new: Vec<_> = left.iter().filter(is_new).filter(|one| one.severity() != Severity::Note).collect();
        assert!(new.is_empty(), "{}: {new:?}", mend.text(Lang::Es));
        for lang in Lang::ALL {
            assert!(!mend.text(lang).contains('{'));
        }
    }
}

#[test]
fn an_end_before_its_start_is_put_behind_it() {
    let night =
        event(json!({}), json!([session(json!({"start": "2027-08-11T22:00", "end": "2027-08-11T01:00"}))]));
    assert_mended(
        &night,
        "sessions[0].end",
        &[("Terminar a las 01:00 (jue 12)", json!({"sessions[0].end": "2027-08-12T01:00"}))],
    );
    let reversed = json!([
        session(json!({"start": "2027-08-11T10:00", "end": "2027-08-11T09:00"})),
        session(json!({"id": "b", "start": "2027-08-11T11:20", "end": "2027-08-11T12:05"})),
        session(json!({"id": "c", "start": "2027-08-11T13:00", "end": "2027-08-11T13:45"})),
    ]);
    assert_mended(
        &event(json!({}), reversed),
        "sessions[0].end",
        &[
            (
                "De 09:00 a 10:00",
                json!({"sessions[0].start": "2027-08-11T09:00", "sessions[0].end": "2027-08-11T10:00"}),
            ),
            ("Terminar a las 11:20", json!({"sessions[0].end": "2027-08-11T11:20"})),
            ("Terminar a las 10:45", json!({"sessions[0].end": "2027-08-11T10:45"})),
        ],
    );
    let stated = session(json!({"end": "2027-08-10T10:00", "duration": "PT65M"}));
    let document = event(json!({}), json!([stated]));
    assert_mended(
        &document,
        "sessions[0].end",
        &[("Terminar a las 10:05", json!({"sessions[0].end": "2027-08-11T10:05"}))],
    );
    let none = event(
        json!({}),
        json!([
            session(json!({"end": null, "duration": "PT0M"})),
            session(json!({"id": "b", "start": "2027-08-11T10:00", "end": "2027-08-11T11:00"}))
        ]),
    );
    assert_mended(
        &none,
        "sessions[0].duration",
        &[(
            "Terminar a las 10:00",
            json!({"sessions[0].end": "2027-08-11T10:00", "sessions[0].duration": null}),
        )],
    );
}

#[test]
fn an_end_that_is_missing_is_that_of_the_others() {
    let open = json!([
        session(json!({"end": null})),
        session(json!({"id": "b", "start": "2027-08-11T11:20", "end": "2027-08-11T12:00"}))
    ]);
    assert_mended(
        &event(json!({}), open),
        "sessions[0].end",
        &[("Terminar a las 11:20", json!({"sessions[0].end": "2027-08-11T11:20"}))],
    );
}

#[test]
fn an_end_and_a_length_that_disagree_agree_afterwards() {
    let document =
        event(json!({}), json!([session(json!({"end": "2027-08-11T10:05", "duration": "PT45M"}))]));
    assert_mended(
        &document,
        "sessions[0].duration",
        &[
            ("Terminar a las 09:45", json!({"sessions[0].end": "2027-08-11T09:45"})),
            ("Durar 1\u{a0}h\u{a0}05\u{a0}min", json!({"sessions[0].duration": "PT65M"})),
        ],
    );
    // That night clocks in Chile go from 23:59 on to 01:00.
    let keys = json!({"timezone": "America/Santiago", "start": "2026-09-05T23:00", "end": "2026-09-06T03:00", "duration": "PT2H"});
    let change = event(json!({}), json!([session(keys)]));
    assert_mended(
        &change,
        "sessions[0].duration",
        &[
            ("Terminar a las 02:00 (dom 6)", json!({"sessions[0].end": "2026-09-06T02:00"})),
            ("Durar 3\u{a0}h", json!({"sessions[0].duration": "PT180M"})),
        ],
    );
}

#[test]
fn a_date_beside_a_start_goes_or_stays() {
    let document = event(json!({}), json!([session(json!({"date": "2027-08-11"}))]));
    assert_mended(
        &document,
        "sessions[0].date",
        &[
            ("Empezar a las 09:00", json!({"sessions[0].date": null})),
            ("Todo el día", json!({"sessions[0].start": null, "sessions[0].end": null})),
        ],
    );
}

#[test]
fn times_that_clocks_skip_or_repeat_are_settled() {
    let skipped = event(
        json!({}),
        json!([session(
            json!({"timezone": "America/Santiago", "start": "2027-09-05T00:30", "end": "2027-09-05T03:00"})
        )]),
    );
    assert_mended(
        &skipped,
        "sessions[0].start",
        &[
            ("Empezar a las 01:30", json!({"sessions[0].start": "2027-09-05T01:30"})),
            ("Empezar a las 23:30", json!({"sessions[0].start": "2027-09-04T23:30"})),
        ],
    );
    let repeated = event(
        json!({}),
        json!([session(
            json!({"timezone": "America/Santiago", "start": "2027-04-03T23:30", "end": "2027-04-04T02:00"})
        )]),
    );
    assert_mended(
        &repeated,
        "sessions[0].start",
        &[
            ("La primera vez que son las 23:30", json!({"sessions[0].utc_offset": "-03:00"})),
            ("La segunda vez que son las 23:30", json!({"sessions[0].utc_offset": "-04:00"})),
        ],
    );
}

#[test]
fn ids_are_made_and_told_apart() {
    let twice = event(
        json!({}),
        json!([session(json!({})), session(json!({"start": "2027-08-11T10:00", "end": "2027-08-11T11:00"}))]),
    );
    assert_mended(&twice, "sessions[1].id", &[("Usar a-2", json!({"sessions[1].id": "a-2"}))]);
    let missing =
        event(json!({}), json!([session(json!({"id": null, "title": {"es": "Inauguración: «Perú»"}}))]));
    assert_mended(
        &missing,
        "sessions[0].id",
        &[("Usar inauguracion-peru", json!({"sessions[0].id": "inauguracion-peru"}))],
    );
    let empty = event(json!({"id": " "}), json!([session(json!({}))]));
    assert_mended(&empty, "id", &[("Usar e", json!({"id": "e"}))]);
}

#[test]
fn words_that_were_meant_are_written() {
    let tracks = json!({"tracks": [{"id": "academic", "name": "Agenda académica"}]});
    let document = event(tracks, json!([session(json!({"track": "academico", "status": "canceled"}))]));
    assert_mended(
        &document,
        "sessions[0].track",
        &[("Usar academic", json!({"sessions[0].track": "academic"}))],
    );
    assert_mended(
        &document,
        "sessions[0].status",
        &[("Usar cancelled", json!({"sessions[0].status": "cancelled"}))],
    );
    let zone = event(json!({"timezone": "America/Santigo"}), json!([session(json!({}))]));
    assert_mended(&zone, "timezone", &[("Usar America/Santiago", json!({"timezone": "America/Santiago"}))]);
    let (_, several) = offered(&event(json!({"timezone": "GMT-5"}), json!([session(json!({}))])), "timezone");
    assert_eq!(several[0].text(Lang::En), "Use America/Bogota");
    let key = event(json!({}), json!([session(json!({"descripcion": "Taller"}))]));
    assert_mended(
        &key,
        "sessions[0].descripcion",
        &[("Usar summary", json!({"sessions[0].descripcion": null, "sessions[0].summary": "Taller"}))],
    );
}

#[test]
fn dates_and_times_of_another_form_are_written_as_they_were_meant() {
    let start =
        |start: Value, end: Value| event(json!({}), json!([session(json!({"start": start, "end": end}))]));
    let at = |wall: &str| json!({"sessions[0].start": wall});
    for (written, text, wall) in [
        ("2027-08-11T9:00", "Usar miércoles 11 de agosto de 2027, 09:00", "2027-08-11T09:00"),
        ("09/08/2027 9:30 AM", "Usar lunes 9 de agosto de 2027, 09:30", "2027-08-09T09:30"),
        ("2027-08-10T24:30", "Usar miércoles 11 de agosto de 2027, 00:30", "2027-08-11T00:30"),
        ("2027-08-11T14:00Z", "Usar miércoles 11 de agosto de 2027, 09:00", "2027-08-11T09:00"),
    ] {
        assert_mended(
            &start(json!(written), json!("2027-08-11T10:00")),
            "sessions[0].start",
            &[(text, at(wall))],
        );
    }
    let day = start(json!("2027-08-11"), Value::Null);
    assert_mended(
        &day,
        "sessions[0].start",
        &[("Todo el día", json!({"sessions[0].start": null, "sessions[0].date": "2027-08-11"}))],
    );
    let length = event(json!({}), json!([session(json!({"end": null, "duration": "65 min"}))]));
    assert_mended(
        &length,
        "sessions[0].duration",
        &[("Usar 1\u{a0}h\u{a0}05\u{a0}min", json!({"sessions[0].duration": "PT65M"}))],
    );
    let kind = event(json!({}), json!([session(json!({"registration": {"capacity": "130"}}))]));
    assert_mended(
        &kind,
        "sessions[0].registration.capacity",
        &[("Usar 130", json!({"sessions[0].registration.capacity": 130}))],
    );
}

#[test]
fn links_are_encrypted_together() {
    let keys = json!({"url": "http://www.example.org/", "organizers": [{"name": "O", "logo": "HTTP://www.example.org/o.png"}]});
    let document = event(keys, json!([session(json!({}))]));
    assert_mended(
        &document,
        "url",
        &[(
            "Usar https en los 2",
            json!({"url": "https://www.example.org/", "organizers[0].logo": "https://www.example.org/o.png"}),
        )],
    );
    let endpoint = event(
        json!({"registration": {"endpoint": {"url": "http://www.example.org/r"}}}),
        json!([session(json!({}))]),
    );
    assert_mended(
        &endpoint,
        "registration.endpoint.url",
        &[("Usar https", json!({"registration.endpoint.url": "https://www.example.org/r"}))],
    );
}

#[test]
fn a_session_is_chosen_until_it_starts() {
    let document =
        event(json!({}), json!([session(json!({"registration": {"closes": "2027-08-11T09:30"}}))]));
    assert_mended(
        &document,
        "sessions[0].registration.closes",
        &[("Cerrar a las 09:00", json!({"sessions[0].registration.closes": "2027-08-11T09:00"}))],
    );
}

#[test]
fn an_event_that_is_over_moves_to_the_same_weekdays() {
    let keys = json!({"registration": {"closes": "2023-08-08T18:00"}});
    let sessions = json!([
        session(json!({"start": "2023-08-09T09:00", "end": "2023-08-09T24:00"})),
        session(json!({"id": "b", "start": null, "end": null, "date": "2023-08-17"})),
    ]);
    assert_mended(
        &event(keys, sessions),
        "sessions[1].date",
        &[(
            "Pasar a 2027",
            json!({
                "registration.closes": "2027-08-10T18:00",
                "sessions[0].start": "2027-08-11T09:00",
                "sessions[0].end": "2027-08-11T24:00",
                "sessions[1].date": "2027-08-19",
            }),
        )],
    );
}

/// What only a person can know has none.
#[test]
fn nothing_is_offered_where_that_takes_a_person() {
    let document = event(json!({}), json!([session(json!({"title": " ", "start": "mañana"}))]));
    assert_eq!(offered(&document, "sessions[0].start").1, []);
}
