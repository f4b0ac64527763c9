//! What may be answered.

use crate::made::{at, event, many, one_session, submission, text};
use huso_agenda::Lang;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::{FileInfo, Submission};
use huso_registration::{Answer, FaultCode};
use serde_json::{Value, json};

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
