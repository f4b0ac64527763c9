//! `huso invite`: the codes that it prints are those that the receiver takes.

use crate::backup::Place;
use crate::program::{err, huso, out};
use serde_json::json;
use std::collections::HashSet;

fn place() -> (Place, String) {
    let place = Place::new();
    let session = |id: &str, hour: u8| {
        json!({
            "id": id, "title": id, "start": format!("2099-08-11T{hour}:00"), "duration": "PT1H",
            "registration": {"mode": "invitation"}
        })
    };
    let file = json!({
        "huso": 1, "id": "fair", "title": "Fair", "timezone": "America/Bogota",
        "sessions": [session("dinner", 18), session("tour", 12)],
        "registration": {
            "choose": "sessions", "invitation_field": "code",
            "fields": [
                {"id": "email", "type": "email", "label": "Correo", "required": true},
                {"id": "code", "type": "text", "label": "Código"}
            ]
        }
    });
    let event = place.path("event.json");
    std::fs::write(&event, file.to_string()).unwrap();
    (place, event.to_str().unwrap().to_owned())
}

#[test]
fn the_codes_that_are_printed_are_taken_and_no_others() {
    let (place, event) = place();
    let receiver = place.serve_event(&event);
    let database = place.path("huso.db");
    let invite = |args: &[&str]| {
        let fixed = ["invite", "--event", "fair", "--database", database.to_str().unwrap()];
        let output = huso(&[&fixed, args].concat());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        out(&output).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let codes = invite(&["--count", "20"]);
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), 20, "{codes:?}");
    let mut people = 0;
    let mut status = |code: &str, session: &str| {
        people += 1;
        let answer = receiver.post(&json!({
            "huso": 1, "submission": format!("s{people}"), "event": "fair",
            "answers": {"email": format!("s{people}@example.org"), "code": code}, "sessions": [session]
        }));
        answer[9..12].to_owned()
    };
    assert_eq!(["dinner", "tour"].map(|session| status(&codes[0], session)), ["201", "422"], "once");
    assert_eq!(status("ABCD-ABCD-ABCD", "dinner"), "422");
    assert_eq!(invite(&["--code", "PRESS-2027", "--uses", "2"]), ["PRESS-2027"]);
    assert_eq!([(); 3].map(|()| status("press 2027", "tour")), ["201", "201", "422"]);
    let again = huso(&[
        "invite",
        "--event",
        "fair",
        "--database",
        database.to_str().unwrap(),
        "--code",
        "Press 2027",
    ]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("\"Press 2027\" is an invitation's code already"), "{}", err(&again));
    let for_tour = invite(&["--session", "tour"]);
    assert_eq!(["dinner", "tour"].map(|session| status(&for_tour[0], session)), ["422", "201"]);
    receiver.stop();
}

#[test]
fn no_code_is_made_for_what_is_not_there() {
    let (place, event) = place();
    place.serve_event(&event).stop();
    let database = place.path("huso.db");
    for (args, says) in [
        (["--event", "fair", "--session", "breakfast"], "fair has no session breakfast"),
        (["--event", "other", "--uses", "1"], "\"other\""),
        (["--event", "fair", "--code", "abc"], "eight letters"),
        (["--event", "fair", "--uses", "0"], "0 is not in"),
    ] {
        let output = huso(&[&["invite", "--database", database.to_str().unwrap()][..], &args].concat());
        assert_eq!((output.status.code(), out(&output)), (Some(2), ""), "{args:?}: {}", err(&output));
        assert!(err(&output).contains(says), "{says}: {}", err(&output));
    }
}
