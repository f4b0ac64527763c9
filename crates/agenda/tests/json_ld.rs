//! An event as JSON-LD: each document against schema.org's vocabulary (`schema_org/vocabulary.json`), and what
//! is said of which session.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod schema_org;

use huso_agenda::chrono::DateTime;
use huso_agenda::json_ld::{self, script_text};
use huso_agenda::{Agenda, Instant, Lang, event_file, link};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

/// An absolute address of one of the event file, which is published at `https://example.org/`.
fn address(address: &str) -> Option<String> {
    let is_absolute = link::is_absolute(address);
    Some(if is_absolute { address.to_owned() } else { format!("https://example.org/{address}") })
}

fn agenda(file: &Value) -> Agenda {
    let (file, faults) = event_file::parse::<Value>(&file.to_string());
    assert_eq!(faults, []);
    Agenda::try_new(file.unwrap()).0.unwrap()
}

/// An event in Bogotá with a hall, a room online, and these sessions.
fn event(sessions: Value) -> Value {
    let file = json!({
        "huso": 1, "id": "e", "title": "Feria", "timezone": "America/Bogota", "url": "feria.html",
        "venues": [
            {"id": "hall", "name": "Sala", "kind": "onsite", "address": "Calle 1\nBogotá", "url": "sala.html"},
            {"id": "online", "name": "En línea"}
        ],
        "sessions": sessions
    });
    json_ld::event(&agenda(&file), Lang::Es, &address)
}

/// The only session, which starts at nine unless it says otherwise.
fn session(more: Value) -> Value {
    let mut session =
        json!({"id": "s", "title": "S", "start": "2027-08-11T09:00", "end": "2027-08-11T10:00"});
    for (key, value) in more.as_object().unwrap() {
        session[key] = value.clone();
    }
    let event = event(json!([session]));
    assert_eq!(schema_org::faults(&event), [""; 0]);
    event["subEvent"][0].clone()
}

fn keys(node: &Value) -> Vec<&str> {
    node.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_examples_are_in_schema_orgs_words() {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let mut count = 0;
    for entry in std::fs::read_dir(examples).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let agenda = Agenda::try_new(event_file::parse::<Value>(&text).0.unwrap()).0.unwrap();
        for lang in Lang::ALL {
            let event = json_ld::event(&agenda, lang, &address);
            assert_eq!(schema_org::faults(&event), [""; 0], "{}", path.display());
            assert!(event["startDate"].is_string() && event["endDate"].is_string(), "{event:#}");
            count += 1;
        }
    }
    assert!(count >= 9, "{count}");
}

#[test]
fn the_vocabulary_finds_what_is_wrong() {
    for (wrong, says) in [
        (json!({"@type": "Evento"}), "Evento"),
        (json!({"@type": "Event", "jobTitle": "x"}), "jobTitle"),
        (json!({"@type": "Event", "startDate": "11 de agosto"}), "startDate"),
        (json!({"@type": "Event", "startDate": "2027-02-30"}), "startDate"),
        (json!({"@type": "Event", "eventStatus": "https://schema.org/EventOver"}), "eventStatus"),
        (json!({"@type": "Event", "organizer": {"@type": "Place"}}), "organizer"),
        (json!({"@type": "Event", "url": "feria.html"}), "url"),
        (json!({"@type": "Event", "subEvent": [{"@type": "Event", "name": null}]}), "name"),
        (json!({"@type": "Event", "location": []}), "location"),
    ] {
        let faults = schema_org::faults(&wrong);
        assert!(faults.len() == 1 && faults[0].contains(says), "{wrong} {faults:?}");
    }
}

#[test]
fn an_event_spans_its_sessions_and_says_who_where_and_how() {
    let file = json!({
        "huso": 1, "id": "e", "title": {"es": "Feria", "en": "Fair"}, "summary": "Dos\n\ndías ",
        "timezone": "America/Santiago", "url": "https://example.org/fair",
        "organizers": [{"name": "ProChile", "url": "https://example.org/prochile", "logo": "logo.svg"}],
        "venues": [
            {"id": "hall", "name": {"es": "Sala", "en": "Hall"}, "kind": "onsite", "address": "Calle 1\nSantiago"},
            {"id": "online", "name": "Zoom"}
        ],
        "speakers": [{
            "id": "ana", "name": "Ana", "role": {"es": "Directora", "en": "Director"}, "organization": "SERNATUR",
            "photo": "ana.jpg"
        }],
        "sessions": [
            {"id": "b", "title": "B", "start": "2026-04-05T10:00", "duration": "PT2H", "venue": "online",
             "languages": ["es", "pt"]},
            {"id": "a", "title": {"es": "Uno", "en": "One"}, "start": "2026-04-04T09:00", "end": "2026-04-04T10:00",
             "venue": "hall", "speakers": ["ana"], "languages": ["es"]},
            {"id": "c", "title": "C", "start": "2026-04-05T09:00", "duration": "PT1H", "venue": "hall"}
        ]
    });
    let hall = json!({"@type": "Place", "name": "Hall", "address": "Calle 1, Santiago"});
    let online = json!({"@type": "VirtualLocation", "name": "Zoom", "url": "https://example.org/fair"});
    let session = |name: &str, from: &str, to: &str, mode: &str, location: &Value| {
        json!({
            "@type": "Event", "name": name, "startDate": from, "endDate": to,
            "eventStatus": ["https://schema.org/EventScheduled"],
            "eventAttendanceMode": format!("https://schema.org/{mode}EventAttendanceMode"), "location": [location]
        })
    };
    let mut one = session("One", "2026-04-04T09:00:00-03:00", "2026-04-04T10:00:00-03:00", "Offline", &hall);
    one["performer"] = json!([{
        "@type": "Person", "name": "Ana", "jobTitle": "Director",
        "affiliation": {"@type": "Organization", "name": "SERNATUR"}, "image": "https://example.org/ana.jpg"
    }]);
    one["inLanguage"] = json!(["es"]);
    let mut two = session("B", "2026-04-05T10:00:00-04:00", "2026-04-05T12:00:00-04:00", "Online", &online);
    two["inLanguage"] = json!(["es", "pt"]);
    let three = session("C", "2026-04-05T09:00:00-04:00", "2026-04-05T10:00:00-04:00", "Offline", &hall);
    let expected = json!({
        "@context": "https://schema.org", "@type": "Event", "name": "Fair", "description": "Dos\n\ndías",
        "url": "https://example.org/fair",
        "startDate": "2026-04-04T09:00:00-03:00", "endDate": "2026-04-05T12:00:00-04:00",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [hall, online],
        "organizer": [{
            "@type": "Organization", "name": "ProChile", "url": "https://example.org/prochile",
            "logo": "https://example.org/logo.svg"
        }],
        "inLanguage": ["es", "pt"],
        "subEvent": [one, three, two]
    });
    assert_eq!(json_ld::event(&agenda(&file), Lang::En, &address), expected);
}

#[test]
fn times_are_said_as_far_as_they_are_known() {
    let times = |more| {
        let session = session(more);
        ["startDate", "endDate"].map(|key| session[key].as_str().map(str::to_owned))
    };
    let text = |text: &str| Some(text.to_owned());
    // The second 23:30 of that night in Chile.
    let repeated = json!({"start": "2026-04-04T23:30", "end": "2026-04-04T24:00", "timezone": "America/Santiago",
        "utc_offset": "-04:00"});
    assert_eq!(times(repeated), [text("2026-04-04T22:30:00-05:00"), text("2026-04-04T23:00:00-05:00")]);
    let floating = json!({"timezone": "floating"});
    assert_eq!(times(floating), [text("2027-08-11T09:00:00"), text("2027-08-11T10:00:00")]);
    assert_eq!(times(json!({"end": null})), [text("2027-08-11T09:00:00-05:00"), None]);
    let all_day = json!({"start": null, "end": null, "date": "2027-08-11"});
    assert_eq!(times(all_day), [text("2027-08-11"), text("2027-08-11")]);
}

#[test]
fn the_event_has_no_end_where_its_last_session_states_none() {
    let sessions = |end: &str| {
        event(json!([
            {"id": "a", "title": "A", "start": "2027-08-11T09:00"},
            {"id": "b", "title": "B", "start": "2027-08-11T09:00", "end": end}
        ]))
    };
    assert_eq!(sessions("2027-08-11T10:30")["endDate"], "2027-08-11T10:30:00-05:00");
    assert!(sessions("2027-08-11T09:30").get("endDate").is_none());
}

#[test]
fn breaks_and_what_has_no_date_are_left_out_and_what_is_off_has_no_part_in_the_event_s_time() {
    let event = event(json!([
        {"id": "off", "title": "Off", "start": "2027-08-10T09:00", "status": "cancelled", "venue": "hall",
         "languages": ["en"]},
        {"id": "coffee", "title": "Coffee", "start": "2027-08-11T08:00", "kind": "break"},
        {"id": "a", "title": "A", "start": "2027-08-11T09:00", "duration": "PT1H", "venue": "online"},
        {"id": "late", "title": "Late", "start": "2027-08-12T09:00", "duration": "PT1H", "status": "postponed"},
        {"id": "open", "title": "Open", "status": "tentative"}
    ]));
    let names: Vec<_> =
        event["subEvent"].as_array().unwrap().iter().map(|session| &session["name"]).collect();
    assert_eq!(names, ["Off", "A", "Late"]);
    assert_eq!(event["startDate"], "2027-08-11T09:00:00-05:00");
    assert_eq!(event["endDate"], "2027-08-11T10:00:00-05:00");
    assert_eq!(event["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
    assert!(event.get("inLanguage").is_none() && event["location"].as_array().unwrap().len() == 1);
}

#[test]
fn whether_it_takes_place_is_what_the_file_says() {
    let at = "2027-08-11T09:00:00-05:00";
    let before = "2027-08-11T08:00";
    for (more, statuses, previous) in [
        (json!({}), &["EventScheduled"][..], None),
        (json!({"status": "tentative"}), &[], None),
        (json!({"status": "cancelled", "previous_start": before}), &["EventCancelled"], None),
        (json!({"status": "postponed"}), &["EventPostponed"], Some(at)),
        (json!({"previous_start": before}), &["EventRescheduled"], Some("2027-08-11T08:00:00-05:00")),
        (json!({"status": "rescheduled"}), &["EventRescheduled"], None),
        (json!({"venue": "online", "previous_venue": "hall"}), &["EventMovedOnline"], None),
        (json!({"venue": "hall", "previous_venue": "online"}), &["EventScheduled"], None),
        (
            json!({"venue": "online", "previous_venue": "hall", "previous_start": before}),
            &["EventRescheduled", "EventMovedOnline"],
            Some("2027-08-11T08:00:00-05:00"),
        ),
        (
            json!({"venue": "online", "previous_venue": "hall", "status": "cancelled"}),
            &["EventCancelled"],
            None,
        ),
    ] {
        let session = session(more.clone());
        let statuses: Vec<_> = statuses.iter().map(|status| format!("https://schema.org/{status}")).collect();
        let said = session.get("eventStatus").and_then(Value::as_array).cloned().unwrap_or_default();
        assert_eq!(said, statuses, "{more}");
        assert_eq!(session["startDate"], at, "{more}");
        assert_eq!(session.get("previousStartDate").and_then(Value::as_str), previous, "{more}");
    }
}

#[test]
fn where_one_joins_is_the_page_and_never_the_room_s_own_address() {
    let join = json!([{"rel": "join", "url": "https://meet.example.org/secret"}]);
    let hall = json!({"@type": "Place", "name": "Sala", "address": "Calle 1, Bogotá",
        "url": "https://example.org/sala.html"});
    let page = json!({"@type": "VirtualLocation", "url": "https://example.org/feria.html"});
    let online =
        json!({"@type": "VirtualLocation", "name": "En línea", "url": "https://example.org/feria.html"});
    for (more, mode, location) in [
        (json!({}), None, None),
        (json!({"links": join}), Some("Online"), Some(json!([page]))),
        (json!({"venue": "hall"}), Some("Offline"), Some(json!([hall]))),
        (json!({"venue": "hall", "links": join}), Some("Mixed"), Some(json!([hall, page]))),
        (json!({"venue": "online", "links": join}), Some("Online"), Some(json!([online]))),
    ] {
        let session = session(more.clone());
        let mode = mode.map(|mode| format!("https://schema.org/{mode}EventAttendanceMode"));
        assert_eq!(session.get("eventAttendanceMode").and_then(Value::as_str), mode.as_deref(), "{more}");
        assert_eq!(session.get("location"), location.as_ref(), "{more}");
        assert!(!session.to_string().contains("secret"), "{more}");
    }
}

#[test]
fn how_one_takes_part_is_said_only_where_it_is_known_of_every_session() {
    let event = event(json!([
        {"id": "a", "title": "A", "start": "2027-08-11T09:00", "venue": "online"},
        {"id": "b", "title": "B", "start": "2027-08-11T10:00"}
    ]));
    assert!(!keys(&event).contains(&"eventAttendanceMode"), "{event:#}");
}

#[test]
fn addresses_that_can_t_be_made_absolute_are_left_out() {
    let file = json!({"huso": 1, "id": "e", "title": "E", "timezone": "UTC", "url": "e.html",
        "organizers": [{"name": "O", "url": "https://example.org/", "logo": "logo.svg"}], "sessions": [
        {"id": "a", "title": "A", "start": "2027-08-11T09:00", "links": [{"rel": "join", "url": "j"}]}]});
    let absolute = |address: &str| link::is_absolute(address).then(|| address.to_owned());
    let event = json_ld::event(&agenda(&file), Lang::Es, &absolute);
    assert!(!keys(&event).contains(&"url"));
    assert_eq!(keys(&event["organizer"][0]), ["@type", "name", "url"]);
    assert!(!keys(&event["subEvent"][0]).contains(&"location"), "nothing is known of where it is but how");
}

/// A text as people write it: with tags of another program's, with blank lines, or with none at all.
fn text() -> impl Strategy<Value = Value> {
    let plain = || {
        prop_oneof![Just("</script><!-- ".to_owned()), Just(" ".to_owned()), "[ñÁ<&\"\\\\\n\u{7}a-z ]{0,12}"]
    };
    prop_oneof![
        plain().prop_map(Value::from),
        (plain(), plain()).prop_map(|(es, pt)| json!({"es": es, "pt": pt}))
    ]
}

fn url() -> impl Strategy<Value = Option<&'static str>> {
    option::of(select(vec!["https://example.org/a?b=c#d", "page.html", "mailto:a@example.org", "tel:+571"]))
}

/// Keys of a session that say when it is: days around a change of Chile's clocks, and any hour of theirs.
fn when() -> impl Strategy<Value = Value> {
    let start = (1..9_u32, 0..24_u32, 0..60_u32)
        .prop_map(|(day, hour, minute)| format!("2026-04-0{day}T{hour:02}:{minute:02}"));
    let zone = option::of(select(vec!["America/Santiago", "Europe/Madrid", "floating"]));
    let timed = (start.clone(), option::of(1..3_000_u32), zone, option::of(start)).prop_map(
        |(start, minutes, zone, previous)| {
            let duration = minutes.map(|minutes| format!("PT{minutes}M"));
            json!({"start": start, "duration": duration, "timezone": zone, "previous_start": previous})
        },
    );
    let all_day = (1..9_u32).prop_map(|day| json!({"date": format!("2026-04-0{day}")}));
    prop_oneof![6 => timed, 1 => all_day, 1 => Just(json!({}))]
}

fn any_session() -> impl Strategy<Value = Value> {
    let status = option::of(select(vec!["confirmed", "tentative", "cancelled", "postponed", "rescheduled"]));
    let kind = select(vec!["session", "session", "session", "break"]);
    let venue = || option::of(select(vec!["hall", "room", "online"]));
    let link = option::of(select(vec!["join", "recording", "register"]));
    let speakers = subsequence(vec!["ana", "eva"], 0..=2);
    let languages = subsequence(vec!["es", "pt-BR", " "], 0..=3);
    let facts = (status, kind, venue(), venue(), link, speakers, languages);
    (text(), option::of(text()), when(), facts).prop_map(|(title, summary, when, facts)| {
        let (status, kind, venue, previous_venue, link, speakers, languages) = facts;
        let links: Vec<_> =
            link.map(|rel| json!({"rel": rel, "url": "https://example.org/l"})).into_iter().collect();
        let mut session = json!({
            "title": title, "summary": summary, "status": status, "kind": kind, "venue": venue,
            "previous_venue": previous_venue, "links": links, "speakers": speakers, "languages": languages
        });
        session.as_object_mut().unwrap().extend(when.as_object().unwrap().clone());
        session
    })
}

/// An agenda with everything that an event file may have in it.
fn any_agenda() -> impl Strategy<Value = Agenda> {
    let names = [text(), text(), text()];
    let facts = (names, option::of(text()), [url(), url(), url(), url()], option::of("[a-z \n]{0,9}"));
    (facts, prop::collection::vec(any_session(), 0..6)).prop_map(|(facts, mut sessions)| {
        let ([title, name, role], summary, [page, logo, map, photo], words) = facts;
        for (index, session) in sessions.iter_mut().enumerate() {
            session["id"] = index.to_string().into();
        }
        let file = json!({
            "huso": 1, "id": "e", "title": title, "summary": summary, "timezone": "America/Santiago", "url": page,
            "organizers": [{"name": words.clone().unwrap_or_default(), "url": page, "logo": logo}],
            "venues": [
                {"id": "hall", "name": name, "kind": "onsite", "address": words, "url": map},
                {"id": "room", "name": name, "kind": "onsite"},
                {"id": "online", "name": name, "url": map}
            ],
            "speakers": [
                {"id": "ana", "name": "Ana", "role": role, "organization": words, "url": page, "photo": photo},
                {"id": "eva", "name": words.clone().unwrap_or_default()}
            ],
            "sessions": sessions
        });
        Agenda::try_new(event_file::parse::<Value>(&file.to_string()).0.unwrap()).0.unwrap()
    })
}

fn instant(node: &Value, key: &str) -> Option<Instant> {
    Some(DateTime::parse_from_rfc3339(node.get(key)?.as_str()?).ok()?.to_utc())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_agenda_is_in_schema_orgs_words(agenda in any_agenda(), lang in select(Lang::ALL.to_vec())) {
        let event = json_ld::event(&agenda, lang, &address);
        prop_assert_eq!(schema_org::faults(&event), [""; 0]);
        let script = script_text(&event);
        prop_assert!(!script.contains('<'));
        prop_assert_eq!(serde_json::from_str::<Value>(&script).unwrap(), event);
    }

    #[test]
    fn sessions_start_and_end_when_they_do_and_the_event_holds_them(agenda in any_agenda()) {
        let event = json_ld::event(&agenda, Lang::Es, &address);
        let is_said = |session: &&huso_agenda::Session| {
            session.kind == event_file::SessionKind::Session && session.when != huso_agenda::When::Open
        };
        let said: Vec<_> = agenda.sessions.iter().filter(is_said).collect();
        let nodes = event.get("subEvent").and_then(Value::as_array).cloned().unwrap_or_default();
        prop_assert_eq!(nodes.len(), said.len());
        for (node, session) in nodes.iter().zip(said) {
            prop_assert_eq!(instant(node, "startDate"), session.start());
            prop_assert_eq!(instant(node, "endDate"), session.end());
            if session.is_off() {
                continue;
            }
            if let (Some(first), Some(start)) = (instant(&event, "startDate"), session.start()) {
                prop_assert!(first <= start);
            }
            if let (Some(last), Some(end)) = (instant(&event, "endDate"), session.end()) {
                prop_assert!(end <= last);
            }
        }
    }
}
