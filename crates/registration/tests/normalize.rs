//! Answers that look the same are the same: what people paste, and what phones and browsers fill in.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod pasted;

use huso_registration::format::FieldType;
use huso_registration::normalize::text;
use huso_registration::validation::{check, normalize, validate};
use huso_registration::wire::{Answers, FileInfo, VERSION};
use huso_registration::{Answer, Event, FaultCode, Form, Submission};
use proptest::prelude::*;
use regex::Regex;

/// Kinds of answer that are typed.
const KINDS: [FieldType; 9] = [
    FieldType::Text,
    FieldType::Textarea,
    FieldType::Email,
    FieldType::Tel,
    FieldType::Url,
    FieldType::Number,
    FieldType::Date,
    FieldType::Organization,
    FieldType::Hidden,
];

fn form(fields: &str) -> (Event, Form) {
    let file = format!(
        r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
            "sessions": [{{"id": "a", "title": "A"}}],
            "registration": {{"endpoint": {{"url": "/r", "encoding": "multipart"}}, "fields": [{fields}]}}}}"#
    );
    let (event, faults) = Event::parse(&file);
    assert!(faults.is_empty(), "{faults:?}");
    let event = event.unwrap();
    let form = event.form.clone().unwrap();
    (event, form)
}

fn submission(answers: &[(&str, Answer)]) -> Submission {
    let mut all = Answers::default();
    answers.iter().for_each(|(id, answer)| all.set((*id).to_owned(), answer.clone()));
    Submission {
        huso: VERSION,
        submission: "s".into(),
        event: "e".into(),
        language: None,
        timezone: None,
        answers: all,
        sessions: Vec::new(),
        consents: Vec::new(),
        notice: None,
    }
}

#[test]
fn what_looks_the_same_is_the_same() {
    pasted::check();
}

#[test]
fn what_unicode_ignores_goes_and_every_digit_counts() {
    let ignored = Regex::new(r"\p{Default_Ignorable_Code_Point}").unwrap();
    let digit = Regex::new(r"\p{Nd}").unwrap();
    for c in '\0'..=char::MAX {
        let around = format!("1{c}2");
        let joins = matches!(c, '\u{200c}'..='\u{200d}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{e0100}'..='\u{e01ef}');
        if ignored.is_match(c.encode_utf8(&mut [0; 4])) {
            let expected = if joins { &around } else { "12" };
            assert_eq!(text(FieldType::Text, &around), *expected, "{c:?}");
            assert_eq!(text(FieldType::Email, &around), "12", "{c:?}");
        }
        if digit.is_match(c.encode_utf8(&mut [0; 4])) {
            let plain = text(FieldType::Tel, &around);
            assert!(plain.len() == 3 && plain.bytes().all(|byte| byte.is_ascii_digit()), "{c:?}: {plain}");
        }
    }
}

#[test]
fn each_answer_of_a_form_is_made_uniform_and_options_are_the_files_own() {
    // An organizer pastes too.
    let (event, form) = form(
        r#"{"id": "name", "type": "text", "label": "N"},
           {"id": "size", "type": "select", "label": "S",
            "options": [{"value": "l  \u00a0", "label": "L"}, {"value": "s\u200b", "label": "S"}]},
           {"id": "areas", "type": "checkboxes", "label": "A",
            "options": [{"value": "n\u0303", "label": "Ñ"}, {"value": "b", "label": "B"}]},
           {"id": "more", "type": "text", "label": "M", "show_if": {"field": "name", "is": ["Ana"]}},
           {"id": "cv", "type": "file", "label": "F"},
           {"id": "h", "type": "heading", "label": "H"}"#,
    );
    let many = |values: &[&str]| Answer::Many(values.iter().map(|value| (*value).to_owned()).collect());
    let text = |text: &str| Answer::Text(text.to_owned());
    let file = |name: &str| Answer::File(FileInfo { name: name.to_owned(), size: 1, r#type: None });
    let mut sent = submission(&[
        ("name", text("A\u{200b}na")),
        ("size", text("s")),
        ("areas", many(&["ñ", "b\u{200b}", "b", "n\u{303}"])),
        ("more", text(" \u{200d}x\u{0} ")),
        ("cv", file("cv\u{202e}fdp.exe")),
        ("h", text("heading")),
        ("none", text("dropped")),
    ]);
    normalize(&form, &mut sent);
    let expected = submission(&[
        ("name", text("Ana")),
        ("size", text("s\u{200b}")),
        ("areas", many(&["b", "n\u{303}"])),
        ("more", text("x")),
        ("cv", file("cvfdp.exe")),
    ]);
    assert_eq!(sent, expected);
    assert_eq!(validate(&form, &event.agenda, &sent, "2027-01-01T00:00:00Z".parse().unwrap()), []);
}

/// Kind of fault: refused for what can't be seen, with words that don't help.
#[test]
fn what_cannot_be_seen_and_stays_is_named() {
    let (_, form) =
        form(r#"{"id": "x", "type": "text", "label": "X", "pattern": "[a-z]+", "max_length": 5}"#);
    let wrong = |text: &str| check(&form.fields[0], Some(&Answer::Text(text.to_owned())));
    assert_eq!(wrong("ab\u{200c}c"), Some(FaultCode::Unseen('\u{200c}')));
    assert_eq!(wrong("abcde\u{e0100}"), Some(FaultCode::Unseen('\u{e0100}')));
    assert_eq!(wrong("ab\u{2800}"), Some(FaultCode::Unseen('\u{2800}')));
    assert_eq!(wrong("A\u{200c}b"), Some(FaultCode::Pattern(None)), "its capital letter is wrong too");
    // An e-mail or the address of a page with one would be another's that looks the same.
    for (kind, text) in [("email", "an\u{2800}a@example.org"), ("url", "https://exam\u{2800}ple.org/a")] {
        let (_, strict) = self::form(&format!(r#"{{"id": "x", "type": "{kind}", "label": "X"}}"#));
        let fault = check(&strict.fields[0], Some(&Answer::Text(text.to_owned())));
        assert_eq!(fault, Some(FaultCode::Unseen('\u{2800}')), "{kind}");
    }
    for lang in huso_agenda::Lang::ALL {
        let message = FaultCode::Unseen('\u{200c}').message(lang);
        assert!(message.contains("U+200C"), "{message}");
    }
}

/// Kind: what a telephone's keyboard makes of an address.
#[test]
fn the_scheme_of_an_address_has_no_case() {
    let (_, form) = form(r#"{"id": "x", "type": "url", "label": "X"}"#);
    let wrong = |text: &str| check(&form.fields[0], Some(&Answer::Text(text.to_owned())));
    assert_eq!(wrong("Https://example.org"), None);
    assert_eq!(wrong("HTTP://EXAMPLE.ORG/a"), None);
    assert_eq!(wrong("Ftp://example.org"), Some(FaultCode::Url));
}

/// Texts full of what is treated apart.
fn texts() -> impl Strategy<Value = String> {
    const APART: &str = "a1 \u{0}\u{1b}\r\n\t\u{85}\u{a0}\u{ad}\u{301}\u{338}\u{34f}\u{37e}\u{61c}\u{660}\u{115f}\
        \u{180b}\u{2000}\u{200b}\u{200c}\u{200d}\u{200e}\u{2011}\u{2028}\u{202e}\u{2066}\u{2212}\u{212b}\u{3000}\
        \u{3002}\u{fe0f}\u{feff}\u{ff0e}\u{ff0f}\u{ff1a}\u{ff20}\u{1d7ce}\u{e0100}/:?#@.-+";
    let apart = prop::sample::select(APART.chars().collect::<Vec<_>>());
    prop::collection::vec(prop_oneof![4 => apart, 1 => any::<char>()], 0..40)
        .prop_map(|all| all.into_iter().collect())
}

proptest! {
    #[test]
    fn twice_is_once_and_one_line_is_one_line(written in texts()) {
        for kind in KINDS {
            let once = text(kind, &written);
            prop_assert_eq!(&text(kind, &once), &once, "{:?}", kind);
            prop_assert_eq!(once.trim(), &once);
            let is_several = kind == FieldType::Textarea;
            let stays = |c: char| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}');
            prop_assert!(once.chars().all(|c| stays(c) || is_several && matches!(c, '\n' | '\t')), "{:?}", once);
            prop_assert!(is_several || once.chars().all(|c| c == ' ' || !c.is_whitespace()), "{:?}", once);
        }
    }
}
