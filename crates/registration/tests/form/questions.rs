//! What is asked, and of whom.

use crate::made::{at, event, fair, faults, many, one_session, submission, text};
use huso_registration::Target;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::Submission;
use serde_json::{Value, json};

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
