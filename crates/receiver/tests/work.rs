//! How much work a body makes, counted in allocated bytes: a clock would tell of the machine. Alone in its
//! file, since all that the program allocates is counted.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_receiver::intake::{self, Entries};
use huso_registration::validation::{normalize, validate};
use huso_registration::{Event, Submission};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const FILE: &str = r#"{
    "huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [{"id": "a", "title": "A"}],
    "registration": {"fields": [
        {"id": "text", "type": "text", "label": "T"},
        {"id": "one", "type": "select", "label": "O", "options": [{"value": "x", "label": "X"}]},
        {"id": "many", "type": "checkboxes", "label": "M", "options": [{"value": "x", "label": "X"}]},
        {"id": "more", "type": "text", "label": "M", "show_if": {"field": "many", "is": ["x"]}}
    ]}
}"#;

/// Bytes that are allocated from a body to what is wrong with it, the body's own not counted.
fn allocated(event: &Event, body: String, read: impl Fn(&Event, String) -> Submission) -> usize {
    let form = event.form.as_ref().unwrap();
    let region = Region::new(ALLOCATOR);
    let mut submission = read(event, body);
    normalize(form, &mut submission);
    let _ = validate(form, &event.agenda, &submission, "2027-01-01T00:00:00Z".parse().unwrap());
    let change = region.change();
    change.bytes_allocated + usize::try_from(change.bytes_reallocated.max(0)).unwrap()
}

fn plain(event: &Event, body: String) -> Submission {
    from_entries(event, intake::urlencoded(body.as_bytes()))
}

fn multipart(event: &Event, body: String) -> Submission {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    from_entries(event, runtime.block_on(intake::multipart(body.into(), "b")).unwrap())
}

fn from_entries(event: &Event, entries: Entries) -> Submission {
    intake::submission(event, event.form.as_ref().unwrap(), entries).0
}

fn json(_: &Event, body: String) -> Submission {
    Submission::from_json(body.as_bytes()).unwrap()
}

/// Kind of fault: work that grows with the square of what anybody can send. From 54 kB of `interests=x&…`,
/// each of which copied the list before it.
#[test]
fn twice_the_body_is_twice_the_work() {
    let (event, faults) = Event::parse(FILE);
    assert!(faults.is_empty(), "{faults:?}");
    let event = event.unwrap();
    let urlencoded = |pair: fn(usize) -> String, n: usize| (0..n).map(pair).collect::<Vec<_>>().join("&");
    let part = |n: usize| format!("--b\r\nContent-Disposition: form-data; name=\"many\"\r\n\r\n{n}\r\n");
    let envelope =
        |answers: String| format!(r#"{{"huso":1,"submission":"s","event":"e","answers":{answers}}}"#);
    let list = |id: &str, n: usize| {
        let values: Vec<_> = (0..n).map(|n| format!("\"{n}\"")).collect();
        envelope(format!("{{\"{id}\":[{}]}}", values.join(",")))
    };
    let keys = |key: &dyn Fn(usize) -> String, n: usize| {
        let members: Vec<_> = (0..n).map(|n| format!("\"{}\":\"\u{200b}\"", key(n))).collect();
        envelope(format!("{{{}}}", members.join(",")))
    };
    type Case<'a> = (&'a str, Box<dyn Fn(usize) -> usize + 'a>);
    let cases: [Case; 11] = [
        ("one value, often", Box::new(|n| allocated(&event, urlencoded(|_| "many=x".into(), n), plain))),
        ("values", Box::new(|n| allocated(&event, urlencoded(|n| format!("many={n}"), n), plain))),
        ("a choice", Box::new(|n| allocated(&event, urlencoded(|n| format!("one={n}"), n), plain))),
        ("a text", Box::new(|n| allocated(&event, urlencoded(|n| format!("text={n}"), n), plain))),
        ("sessions", Box::new(|n| allocated(&event, urlencoded(|n| format!("session={n}"), n), plain))),
        ("consents", Box::new(|n| allocated(&event, urlencoded(|n| format!("consent={n}"), n), plain))),
        ("unknown names", Box::new(|n| allocated(&event, urlencoded(|n| format!("u{n}=x"), n), plain))),
        (
            "parts",
            Box::new(|n| allocated(&event, (0..n).map(part).collect::<String>() + "--b--\r\n", multipart)),
        ),
        ("a list", Box::new(|n| allocated(&event, list("many", n), json))),
        ("a list where a choice belongs", Box::new(|n| allocated(&event, list("one", n), json))),
        ("unknown keys", Box::new(|n| allocated(&event, keys(&|n| format!("u{}", 99_999 - n), n), json))),
    ];
    for (name, work) in cases {
        let (once, twice) = (work(1_000), work(2_000));
        #[allow(clippy::cast_precision_loss, reason = "small")]
        let growth = twice as f64 / once as f64;
        assert!(growth < 2.3, "{name}: {once} bytes, then {twice}");
    }
}
