//! Forms: what an event file may ask, and what may be answered.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_agenda::{Agenda, Instant, Lang};
use huso_i18n::Message as _;
use huso_registration::form::{Form, MINIMUM_AGE, Outline};
use huso_registration::sessions::{Availability, availability, clashes};
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::{Answers, FileInfo, Submission, VERSION};
use huso_registration::{Answer, Event, FaultCode, Target};
use serde_json::{Value, json};

fn file(registration: Value, sessions: Value) -> String {
    json!({
        "huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
        "sessions": sessions, "registration": registration,
    })
    .to_string()
}

/// An event without faults.
fn event(registration: Value, sessions: Value) -> (Agenda, Form) {
    let (event, faults) = Event::parse(&file(registration, sessions));
    assert_eq!(lines(&faults), Vec::<String>::new());
    let event = event.unwrap();
    (event.agenda, event.form.unwrap())
}

fn lines(faults: &[huso_agenda::Diagnostic]) -> Vec<String> {
    faults.iter().map(|fault| fault.line(Lang::En)).collect()
}

/// What is wrong with an event file's form.
fn faults(registration: Value) -> Vec<String> {
    let (_, faults) = Event::parse(&file(registration, json!([{"id": "a", "title": "A"}])));
    lines(&faults)
}

fn one_session() -> Value {
    json!([{"id": "a", "title": "A"}])
}

fn at(text: &str) -> Instant {
    huso_agenda::wall_time::wall_time(text).unwrap().and_utc()
}

fn submission(answers: &[(&str, Answer)], sessions: &[&str]) -> Submission {
    let mut all = Answers::default();
    answers.iter().for_each(|(id, answer)| all.set((*id).to_owned(), answer.clone()));
    Submission {
        huso: VERSION,
        submission: "s".into(),
        event: "e".into(),
        language: None,
        timezone: None,
        answers: all,
        sessions: sessions.iter().map(|id| (*id).to_owned()).collect(),
        consents: Vec::new(),
        notice: None,
    }
}

fn text(text: &str) -> Answer {
    Answer::Text(text.into())
}

fn many(values: &[&str]) -> Answer {
    Answer::Many(values.iter().map(|value| (*value).to_owned()).collect())
}

/// The words of what is wrong with an answer to a form's only field, `x`.
fn verdict(field: Value, answer: Answer) -> Option<&'static str> {
    let mut field = field;
    field["id"] = "x".into();
    field["label"] = "X".into();
    let endpoint = json!({"url": "https://example.org", "dialect": "form", "encoding": "multipart"});
    let (agenda, form) = event(json!({"fields": [field], "endpoint": endpoint}), one_session());
    let mut submission = submission(&[("x", answer)], &[]);
    normalize(&form, &mut submission);
    let faults = validate(&form, &agenda, &submission, at("2027-01-01T00:00"));
    assert!(faults.len() < 2, "{faults:?}");
    faults.first().map(|fault| fault.code.word())
}

#[test]
fn each_type_takes_what_is_of_its_kind() {
    let options =
        json!([{"value": "a", "label": "A"}, {"value": "b", "label": "B"}, {"value": "c", "label": "C"}]);
    let file = |name: &str, size, kind: Option<&str>| {
        Answer::File(FileInfo { name: name.into(), size, r#type: kind.map(str::to_owned) })
    };
    let pdf = json!({"type": "file", "max_bytes": 2_000_000, "accept": [".pdf", "image/*"]});
    let cases = [
        (json!({"type": "text"}), text("=cmd"), None),
        (json!({"type": "text"}), Answer::Checked(true), Some("wrong_kind")),
        (json!({"type": "text"}), many(&["a"]), Some("wrong_kind")),
        (json!({"type": "email"}), text("ana@ejemplo.org"), None),
        (json!({"type": "email"}), text("ana@ejemplo"), Some("email")),
        (json!({"type": "tel"}), text("+57 (601) 234-5678"), None),
        (json!({"type": "tel"}), text("call me"), Some("tel")),
        (json!({"type": "url"}), text("https://ñandú.cl/a?b#c"), None),
        (json!({"type": "url"}), text("http://example.org:8080"), None),
        (json!({"type": "url"}), text("example.org"), Some("url")),
        (json!({"type": "url"}), text("https://localhost"), Some("url")),
        (json!({"type": "url"}), text("javascript:alert(1)//.org"), Some("url")),
        (json!({"type": "url"}), text("https://a b.org"), Some("url")),
        (json!({"type": "url"}), text("https://.org"), Some("url")),
        (json!({"type": "number"}), text("-12.5"), None),
        (json!({"type": "number"}), text("1,5"), Some("number")),
        (json!({"type": "number"}), text("1e5"), Some("number")),
        (json!({"type": "number"}), text("."), Some("number")),
        (json!({"type": "number"}), text("1234567890123"), Some("number")),
        (json!({"type": "number", "min": 18, "max": "99.5"}), text("17.999999"), Some("too_small")),
        (json!({"type": "number", "min": 18, "max": "99.5"}), text("18"), None),
        (json!({"type": "number", "min": 18, "max": "99.5"}), text("99.6"), Some("too_large")),
        (json!({"type": "number", "min": "-2"}), text("-10"), Some("too_small")),
        (json!({"type": "date"}), text("2028-02-29"), None),
        (json!({"type": "date"}), text("2027-02-29"), Some("date")),
        (json!({"type": "date"}), text("29/02/2028"), Some("date")),
        (json!({"type": "date", "min": "2027-08-01"}), text("2027-07-31"), Some("too_small")),
        (json!({"type": "date", "max": "2027-08-01"}), text("2027-08-02"), Some("too_large")),
        (json!({"type": "select", "options": options}), text("b"), None),
        (json!({"type": "select", "options": options}), text("d"), Some("not_an_option")),
        (json!({"type": "radio", "options": options}), text("d"), Some("not_an_option")),
        (json!({"type": "checkbox"}), Answer::Checked(false), None),
        (json!({"type": "checkbox", "required": true}), Answer::Checked(false), Some("required")),
        (json!({"type": "checkbox"}), text("on"), Some("wrong_kind")),
        (json!({"type": "checkboxes", "options": options}), many(&["b", "a", "a"]), None),
        (json!({"type": "checkboxes", "options": options}), many(&["b", "d"]), Some("not_an_option")),
        (json!({"type": "checkboxes", "options": options}), text("b"), Some("wrong_kind")),
        (json!({"type": "checkboxes", "options": options, "required": true}), many(&[]), Some("required")),
        (json!({"type": "checkboxes", "options": options, "min_choices": 2}), many(&[]), None),
        (
            json!({"type": "checkboxes", "options": options, "min_choices": 2}),
            many(&["a"]),
            Some("too_few_choices"),
        ),
        (
            json!({"type": "checkboxes", "options": options, "max_choices": 1}),
            many(&["a", "b"]),
            Some("too_many_choices"),
        ),
        (json!({"type": "textarea", "min_length": 3}), text("ñü"), Some("too_short")),
        (json!({"type": "textarea", "max_length": 3}), text("ñüé"), None),
        (json!({"type": "textarea", "max_length": 3}), text("ñüéa"), Some("too_long")),
        (json!({"type": "country"}), text("PE"), None),
        (json!({"type": "country"}), text("pe"), Some("not_an_option")),
        (json!({"type": "country"}), text("ADA"), Some("not_an_option")),
        (json!({"type": "country"}), text("ZZ"), Some("not_an_option")),
        (json!({"type": "organization"}), text("Ñandú S.A."), None),
        (json!({"type": "organization", "required": true}), text("  "), Some("required")),
        (
            json!({"type": "hidden", "parameter": "utm_source", "max_length": 5}),
            text("newsletter"),
            Some("too_long"),
        ),
        (json!({"type": "text", "pattern": "[A-Z]{2}\\d{3}"}), text("AB123"), None),
        (json!({"type": "text", "pattern": "[A-Z]{2}\\d{3}"}), text("AB1234"), Some("pattern")),
        (pdf.clone(), file("CV.PDF", 2_000_000, None), None),
        (pdf.clone(), file("a.png", 10, Some("image/png")), None),
        (pdf.clone(), file("a.exe", 10, Some("application/x-msdownload")), Some("file_kind")),
        (pdf.clone(), file("a.pdf", 2_000_001, None), Some("file_too_large")),
        (pdf, text("a.pdf"), Some("wrong_kind")),
    ];
    for (field, answer, expected) in cases {
        assert_eq!(verdict(field.clone(), answer.clone()), expected, "{field} {answer:?}");
    }
}

#[test]
fn a_pattern_says_its_own_words() {
    let code = json!({"id": "code", "type": "text", "label": "Code", "pattern": "[0-9]+",
        "pattern_message": {"es": "Sólo cifras.", "en": "Digits only."}});
    let (agenda, form) = event(json!({"fields": [code]}), one_session());
    let faults = validate(&form, &agenda, &submission(&[("code", text("x"))], &[]), at("2027-01-01T00:00"));
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!(fault.code.message(Lang::Es), "Sólo cifras.");
    assert_eq!(fault.code.message(Lang::En), "Digits only.");
    for lang in Lang::ALL {
        assert!(!FaultCode::Pattern(None).message(lang).is_empty());
    }
}

#[test]
fn headings_have_no_answer_and_unknown_fields_none_either() {
    let fields = json!([
        {"id": "h", "type": "heading", "label": "About you", "required": true},
        {"id": "n", "type": "text", "label": "Name"},
    ]);
    let (agenda, form) = event(json!({"fields": fields}), one_session());
    let mut sent = submission(&[("h", text("x")), ("n", text(" Ana ")), ("z", text("x"))], &[]);
    normalize(&form, &mut sent);
    assert_eq!(sent.answers.iter().collect::<Vec<_>>(), [("n", &text("Ana"))]);
    assert_eq!(validate(&form, &agenda, &sent, at("2027-01-01T00:00")), []);
}

#[test]
fn faulty_fields_are_named_and_left_out() {
    let one = |field: Value| faults(json!({"endpoint": {"url": "/r"}, "fields": [field]}));
    let field = |more: Value| {
        let mut field = json!({"id": "x", "label": "X", "type": "text"});
        more.as_object().unwrap().iter().for_each(|(key, value)| field[key] = value.clone());
        one(field)
    };
    let cases = [
        (json!({"type": "radio"}), "registration.fields[0].options: "),
        (json!({"type": "checkboxes"}), "registration.fields[0].options: "),
        (json!({"type": "hidden"}), "registration.fields[0].parameter: "),
        (json!({"type": "file"}), "registration.fields[0].type: the endpoint takes no files"),
        (json!({"type": "number", "min": "one"}), "registration.fields[0].min: "),
        (json!({"type": "number", "min": 1.5}), "registration.fields[0].min: "),
        (json!({"type": "date", "max": 5}), "registration.fields[0].max: "),
        (json!({"type": "text", "max": 5}), "registration.fields[0].max: "),
        (json!({"type": "number", "min": 5, "max": 4}), "registration.fields[0].min: the minimum"),
        (json!({"min_length": 5, "max_length": 4}), "registration.fields[0].min_length: the minimum"),
        (json!({"pattern": "(?=x)"}), "registration.fields[0].pattern: the pattern “(?=x)”"),
        (json!({"audience": ["inbound"]}), "registration.fields[0].audience[0]: “inbound”"),
        (json!({"show_if": {"field": "y", "is": ["z"]}}), "registration.fields[0].show_if.field: “y”"),
    ];
    for (more, expected) in cases {
        let found = field(more.clone());
        assert!(found.len() == 1 && found[0].starts_with(expected), "{more}: {found:?}");
    }
    let crossed = json!({"choose": "sessions", "min_sessions": 3, "max_sessions": 2});
    assert!(faults(crossed)[0].starts_with("registration.max_sessions: the minimum"));
    let unknown = json!({"audience_field": "who", "invitation_field": "code"});
    assert_eq!(faults(unknown).len(), 2);
}

#[test]
fn a_field_that_hangs_on_one_that_is_not_asked_is_not_asked() {
    let options = json!([{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}]);
    let fields = json!([
        {"id": "a", "type": "radio", "label": "A", "options": options},
        {"id": "b", "type": "radio", "label": "B", "options": options, "show_if": {"field": "a", "is": ["yes"]}},
        {"id": "c", "type": "text", "label": "C", "required": true, "show_if": {"field": "b", "is": ["yes"]}},
        {"id": "d", "type": "text", "label": "D", "show_if": {"field": "e", "is": ["x"]}},
        {"id": "e", "type": "text", "label": "E", "show_if": {"field": "d", "is": ["x"]}},
    ]);
    let (agenda, form) = event(json!({"fields": fields}), one_session());
    let answers =
        |a, b| submission(&[("a", text(a)), ("b", text(b)), ("d", text("x")), ("e", text("x"))], &[]);
    let wrong = |sent: &Submission| {
        let faults = validate(&form, &agenda, sent, at("2027-01-01T00:00"));
        faults.into_iter().map(|fault| fault.target).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&answers("yes", "yes")), [Target::Field("c".into())]);
    let mut hidden = answers("no", "yes");
    normalize(&form, &mut hidden);
    assert_eq!(hidden.answers.iter().map(|(id, _)| id).collect::<Vec<_>>(), ["a"]);
    assert_eq!(wrong(&hidden), []);
}

/// A form for two audiences, with sessions of every mode.
fn fair() -> (Agenda, Form) {
    let audiences = json!([{"value": "inbound", "label": "I sell"}, {"value": "outbound", "label": "I buy"}]);
    let session = |id: &str, hour: u32, registration: Value| {
        json!({"id": id, "title": id, "start": format!("2027-08-10T{hour:02}:00"), "duration": "PT30M",
            "registration": registration})
    };
    event(
        json!({
            "choose": "sessions", "min_sessions": 2, "max_sessions": 3, "audience_field": "who",
            "invitation_field": "code",
            "fields": [
                {"id": "who", "type": "checkboxes", "label": "You", "options": audiences},
                {"id": "code", "type": "hidden", "label": "Invitation", "parameter": "invitation"},
                {"id": "catalogue", "type": "url", "label": "Catalogue", "required": true, "audience": ["inbound"]},
            ],
        }),
        json!([
            session("open", 9, json!({})),
            session("list", 10, json!({"mode": "waitlist"})),
            session("full", 11, json!({"mode": "full"})),
            session("closed", 12, json!({"mode": "closed"})),
            session("vip", 13, json!({"mode": "invitation"})),
            session("inbound", 14, json!({"audience": ["inbound"]})),
            session("soon", 15, json!({"opens": "2027-08-01T09:00"})),
            session("late", 16, json!({"closes": "2027-07-01T09:00"})),
            {"id": "off", "title": "off", "status": "cancelled"},
            {"id": "pause", "title": "pause", "kind": "break"},
        ]),
    )
}

#[test]
fn what_can_be_chosen_depends_on_mode_time_audience_and_invitation() {
    let (agenda, form) = fair();
    let can = |answers: &[(&str, Answer)], now: &str| {
        let answers = submission(answers, &[]).answers;
        agenda
            .sessions
            .iter()
            .map(|one| (one.id.as_str(), availability(&form, one, &answers, at(now))))
            .collect::<Vec<_>>()
    };
    let opens = at("2027-08-01T14:00");
    assert_eq!(
        can(&[], "2027-07-15T00:00"),
        [
            ("open", Availability::Open),
            ("list", Availability::Waitlist),
            ("full", Availability::Full),
            ("closed", Availability::Closed),
            ("vip", Availability::Invitation),
            ("inbound", Availability::OtherAudience),
            ("soon", Availability::Before(opens)),
            ("late", Availability::Closed),
            ("off", Availability::Closed),
            ("pause", Availability::Closed),
        ]
    );
    let invited = can(&[("who", many(&["inbound"])), ("code", text("x"))], "2027-08-01T14:00");
    let open: Vec<_> = invited.iter().filter(|(_, can)| can.is_choosable()).map(|(id, _)| *id).collect();
    assert_eq!(open, ["open", "list", "vip", "inbound", "soon"]);
    assert!(!can(&[("code", text(" "))], "2027-07-15T00:00").contains(&("vip", Availability::Open)));
}

#[test]
fn the_choice_has_limits_and_reasons() {
    let (agenda, form) = fair();
    let wrong = |sessions: &[&str], now: &str| {
        let mut sent = submission(&[("who", many(&["outbound"]))], sessions);
        normalize(&form, &mut sent);
        let faults = validate(&form, &agenda, &sent, at(now));
        faults.first().map(|fault| (fault.target.clone(), fault.code.word()))
    };
    let july = "2027-07-15T00:00";
    assert_eq!(wrong(&["open", "list"], july), None);
    assert_eq!(wrong(&["open", "open"], july), Some((Target::Sessions, "too_few_sessions")));
    assert_eq!(wrong(&["open", "full"], july), Some((Target::Sessions, "session_full")));
    assert_eq!(wrong(&["open", "vip"], july), Some((Target::Sessions, "session_not_yours")));
    assert_eq!(wrong(&["open", "inbound"], july), Some((Target::Sessions, "session_not_yours")));
    assert_eq!(wrong(&["open", "soon"], july), Some((Target::Sessions, "session_closed")));
    assert_eq!(wrong(&["open", "gone"], july), Some((Target::Sessions, "unknown_session")));
    let june = "2027-06-15T00:00";
    assert_eq!(wrong(&["open", "list", "late"], june), None);
    let (agenda, mut form) = fair();
    form.max_sessions = Some(2);
    let faults = validate(&form, &agenda, &submission(&[], &["late", "list", "open"]), at(june));
    assert_eq!(faults[0].code, FaultCode::TooManySessions(2));
    // Nobody can be asked for more sessions than are open to them.
    form.min_sessions = 9;
    let faults = validate(&form, &agenda, &submission(&[], &["list", "open"]), at(july));
    assert_eq!(faults, []);
}

#[test]
fn fields_of_other_audiences_are_not_asked() {
    let (agenda, form) = fair();
    let targets = |who: &[&str]| {
        let mut sent = submission(&[("who", many(who)), ("catalogue", text(""))], &["open", "list"]);
        normalize(&form, &mut sent);
        validate(&form, &agenda, &sent, at("2027-07-15T00:00"))
            .into_iter()
            .map(|fault| fault.target)
            .collect::<Vec<_>>()
    };
    assert_eq!(targets(&["outbound"]), []);
    assert_eq!(targets(&["outbound", "inbound"]), [Target::Field("catalogue".into())]);
}

#[test]
fn clashes_are_found_by_instant() {
    let (agenda, _) = event(
        json!({}),
        json!([
            {"id": "chile", "title": "c", "start": "2027-08-10T10:00", "end": "2027-08-10T11:00", "timezone": "America/Santiago"},
            {"id": "mexico", "title": "m", "start": "2027-08-10T08:30", "end": "2027-08-10T09:30", "timezone": "America/Mexico_City"},
            {"id": "next", "title": "n", "start": "2027-08-10T10:30", "end": "2027-08-10T11:00"},
            {"id": "night", "title": "n", "start": "2027-08-10T23:00", "end": "2027-08-11T01:00"},
            {"id": "midnight", "title": "m", "start": "2027-08-11T00:30"},
            {"id": "same", "title": "s", "start": "2027-08-11T00:30"},
            {"id": "after", "title": "a", "start": "2027-08-11T01:00"},
            {"id": "off", "title": "o", "start": "2027-08-11T00:30", "status": "cancelled"},
            {"id": "day", "title": "d", "date": "2027-08-10"},
            {"id": "open", "title": "o"},
        ]),
    );
    let all: Vec<String> = agenda.sessions.iter().map(|session| session.id.clone()).collect();
    let found: Vec<_> = clashes(&agenda, &all)
        .into_iter()
        .map(|clash| (clash.first.id.as_str(), clash.second.id.as_str(), clash.from, clash.to))
        .collect();
    let night = at("2027-08-11T05:30");
    assert_eq!(
        found,
        [
            ("chile", "mexico", at("2027-08-10T14:30"), at("2027-08-10T15:00")),
            ("night", "midnight", night, night),
            ("night", "same", night, night),
            ("midnight", "same", night, night),
        ]
    );
    assert_eq!(clashes(&agenda, &["chile".into(), "next".into()]), []);
}

#[test]
fn consents_are_boxes_necessary_ones_first_and_age_is_one() {
    let (agenda, form) = event(
        json!({
            "consents": [{"id": "photos", "text": "Photos"}, {"id": "terms", "text": "Terms", "required": true}],
            "privacy": {
                "controller": "C", "version": "2027-01", "minimum_age": 18,
                "purposes": [
                    {"id": "register", "text": "To register you", "legal_basis": "contract"},
                    {"id": "news", "text": "News"},
                    {"id": "data", "text": "To treat your data", "required": true, "url": "https://example.org/p"},
                ],
            },
        }),
        one_session(),
    );
    let ids: Vec<_> = form.consents.iter().map(|consent| consent.id.as_str()).collect();
    assert_eq!(ids, ["terms", "data", "photos", "news"]);
    let purposes: Vec<_> = form.purposes.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(purposes, ["register"]);
    let mut sent = submission(&[], &[]);
    sent.consents = vec!["news".into(), MINIMUM_AGE.into(), "data".into(), "news".into(), "gone".into()];
    normalize(&form, &mut sent);
    assert_eq!(sent.consents, ["data", MINIMUM_AGE, "news"]);
    let wrong = |sent: &Submission| {
        let faults = validate(&form, &agenda, sent, at("2027-01-01T00:00"));
        faults.into_iter().map(|fault| (fault.target.pointer(), fault.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&sent), [("/consents/terms".to_owned(), FaultCode::ConsentRequired)]);
    sent.consents = vec!["data".into(), "terms".into()];
    assert_eq!(wrong(&sent), [("/consents/minimum_age".to_owned(), FaultCode::TooYoung(18))]);
    let doubled = json!({
        "consents": [{"id": "data", "text": "D"}, {"id": "minimum_age", "text": "A"}],
        "privacy": {"purposes": [{"id": "data", "text": "D"}]},
    });
    let found = faults(doubled);
    assert!(
        found[0].starts_with("registration.consents[1].id")
            && found[1].starts_with("registration.privacy.purposes[0].id"),
        "{found:?}"
    );
}

#[test]
fn answers_of_every_kind_travel_and_come_back() {
    let file =
        Answer::File(FileInfo { name: "a.pdf".into(), size: 7, r#type: Some("application/pdf".into()) });
    let sent = submission(
        &[("a", text("ñ")), ("b", Answer::Checked(false)), ("c", many(&["x", "y"])), ("d", file)],
        &["s"],
    );
    let back = Submission::from_json(&serde_json::to_vec(&sent).unwrap()).unwrap();
    assert_eq!(back, sent);
    let wrong =
        br#"{"huso": 1, "submission": "s", "event": "e", "answers": {"a": 5, "b": [1], "c": {"name": "x"}}}"#;
    let places: Vec<_> =
        Submission::from_json(wrong).unwrap_err().into_iter().map(|fault| fault.place).collect();
    assert_eq!(places, ["answers.a", "answers.b[0]", "answers.c.size"]);
}

#[test]
fn appointments_are_sessions_with_one_seat() {
    let (event, faults) = Event::parse(include_str!("../../../examples/appointments.json"));
    assert_eq!(lines(&faults), Vec::<String>::new());
    let event = event.unwrap();
    let length = |session: &huso_agenda::Session| Some((session.end()? - session.start()?).num_minutes());
    assert!(
        event
            .agenda
            .sessions
            .iter()
            .all(|one| one.registration.capacity == Some(1) && length(one) == Some(25))
    );
    let chosen = ["coffee-0900", "coffee-0930", "textiles-0930"].map(str::to_owned);
    let found: Vec<_> = clashes(&event.agenda, &chosen)
        .iter()
        .map(|clash| (clash.first.id.clone(), clash.second.id.clone()))
        .collect();
    assert_eq!(found, [("coffee-0930".to_owned(), "textiles-0930".to_owned())]);
}

#[test]
fn an_endpoint_with_a_secret_is_not_used() {
    let endpoint = json!({"url": "https://example.org/r", "headers": {"Authorization": "Bearer x"}});
    let (event, faults) = Event::parse(&file(json!({"endpoint": endpoint}), one_session()));
    assert!(event.unwrap().form.unwrap().endpoint.is_none());
    let lines = lines(&faults);
    assert!(
        lines.len() == 1 && lines[0].starts_with("registration.endpoint.headers.Authorization: "),
        "{lines:?}"
    );
}

#[test]
fn drafts_of_privacy_notices_are_whole_and_warn() {
    for country in ["cl", "co", "pe", "mx", "br"] {
        let path = format!("{}/../../examples/privacy/{country}.json", env!("CARGO_MANIFEST_DIR"));
        let draft: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert!(draft["$comment"].as_str().unwrap().contains("A lawyer must check it"), "{country}");
        let (_, form) = event(json!({"privacy": draft}), one_session());
        // Nothing but what registering needs is necessary.
        let boxes: Vec<_> = form.consents.iter().map(|one| (one.id.as_str(), one.required)).collect();
        assert_eq!(boxes, [("registration", true), ("news", false)], "{country}");
        let privacy = form.privacy.unwrap();
        assert!(
            privacy.rights.is_some() && privacy.transfers.is_some() && privacy.version.is_some(),
            "{country}"
        );
    }
}

#[test]
fn the_outline_that_is_read_first_is_the_forms_own() {
    for registration in [
        json!({"opens": "2027-05-01T08:00", "closes": "2027-06-01T08:00", "choose": "sessions"}),
        json!({"closes": "2027-06-01T24:00"}),
        json!({}),
        json!({"opens": "soon", "closes": 7, "choose": "none"}),
        json!({"opens": "2027-06-01T08:00", "closes": "2027-05-01T08:00"}),
    ] {
        let sessions = json!([{"id": "a", "title": "A", "start": "2027-07-01T09:00", "duration": 30}]);
        let text = file(registration.clone(), sessions);
        let (agenda, registration) = Event::parse_agenda(&text).0.unwrap();
        let outline = Outline::read(&registration.unwrap(), &agenda);
        assert_eq!(outline, Event::parse(&text).0.unwrap().form.unwrap().outline, "{text}");
        assert!(outline.closes.is_some(), "{text}");
    }
}
