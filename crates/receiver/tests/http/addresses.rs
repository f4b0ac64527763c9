//! Who is registered already.

use crate::receiver::{BROWSER, FORM, Kind, Receiver, june, submission};
use axum::http::StatusCode;
use serde_json::{Value, json};

/// A form that asks for a name as browsers know it.
fn asking_for_names(duplicates: &str) -> Value {
    json!({
        "duplicates": duplicates, "capacity": 3, "choose": "event",
        "privacy": {"contact": "inscripciones@example.org"},
        "fields": [
            {"id": "name", "type": "text", "label": "Nombre", "autocomplete": "given-name", "required": true},
            {"id": "surname", "type": "text", "label": "Apellido", "autocomplete": "section-a family-name"},
            {"id": "email", "type": "email", "label": "Correo", "required": true}
        ]
    })
}

fn of(id: &str, name: &str, surname: &str, email: &str) -> Value {
    let mut one = submission(id);
    one["answers"] = json!({"name": name, "surname": surname, "email": email});
    one
}

/// Kind of fault: being told of a seat that nobody has. A duplicate is told that it is one, in words that say what to
/// do and whom to write to and nothing about who is registered; nothing of it is stored.
async fn who_is_registered_already_is_told_so(kind: Kind) {
    let receiver = Receiver::with(kind, asking_for_names("by_person"), june).await;
    let (status, _) = receiver.post(of("one", "Ana María", "Ñandú", "office@example.org")).await;
    assert_eq!(status, StatusCode::CREATED);
    for (id, name, surname, email) in [
        ("two", " ANA  MARIA", "ñandu", "office@example.org"),
        ("three", "Ana María", "Ñandú", " Office@Example.ORG"),
    ] {
        let (status, problem) = receiver.post(of(id, name, surname, email)).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("already_registered")));
        let title = problem["title"].as_str().unwrap();
        assert!(title.contains("inscripciones@example.org"), "{title}");
        assert!(!title.to_lowercase().contains("ana") && !title.contains("office"), "{title}");
    }
    // Others of the same office are others.
    for (id, name, surname) in [("four", "Ana María", "Rojas"), ("five", "Luis", "")] {
        let (status, receipt) = receiver.post(of(id, name, surname, "office@example.org")).await;
        assert_eq!((status, &receipt["status"]), (StatusCode::CREATED, &json!("confirmed")), "{id}");
    }
    assert_eq!(receiver.stored().await, 3);
    assert!(receiver.store.set_aside(None).await.unwrap().is_empty());
    // The id of a form that was refused is free, and the form comes back on a page as it was filled.
    let (status, _) = receiver.post(of("two", "Eva", "Rojas", "office@example.org")).await;
    assert_eq!(status, StatusCode::CREATED);
    let body = "name=Luis&email=office%40example.org&consent=data&submission=six";
    let (status, _, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("value=\"Luis\"") && page.contains("inscripciones@example.org"), "{page}");
    // Whoever cancelled may come back.
    receiver.cancel("one").await;
    let (status, receipt) = receiver.post(of("seven", "Ana María", "Ñandú", "office@example.org")).await;
    assert_eq!((status, &receipt["status"]), (StatusCode::CREATED, &json!("waitlisted")), "{receipt}");
}

async fn the_file_says_who_is_the_same(kind: Kind) {
    let receiver = Receiver::with(kind, asking_for_names("by_email"), june).await;
    receiver.post(of("one", "Ana", "", "office@example.org")).await;
    let (status, problem) = receiver.post(of("two", "Luis", "", "office@example.org")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("already_registered")));
    let receiver = receiver.restart(asking_for_names("allow")).await;
    let (status, _) = receiver.post(of("three", "Ana", "", "office@example.org")).await;
    assert_eq!(status, StatusCode::CREATED);
    // Who was registered under one rule is known under the other.
    let receiver = receiver.restart(asking_for_names("by_person")).await;
    let (status, _) = receiver.post(of("four", "Luis", "", "office@example.org")).await;
    assert_eq!(status, StatusCode::CREATED);
    let (status, _) = receiver.post(of("five", "Ana", "", "office@example.org")).await;
    assert_eq!(status, StatusCode::CONFLICT);
}

async fn a_form_that_asks_for_no_name_goes_by_the_address(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let with_email = |id: &str, email: &str| {
        let mut one = submission(id);
        one["answers"]["email"] = email.into();
        one
    };
    assert_eq!(receiver.post(with_email("one", "Ana.Rojas+fair@Example.ORG")).await.0, StatusCode::CREATED);
    let again = receiver.post(with_email("two", "  ana.rojas+FAIR@example.org ")).await;
    assert_eq!(again.0, StatusCode::CONFLICT);
    assert_eq!(receiver.post(with_email("three", "anarojas@example.org")).await.0, StatusCode::CREATED);
    let ids: Vec<_> = receiver.seats().await.into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["one", "three"], "what follows a plus sign and dots tell addresses apart");
}

/// Kind of fault: what nobody sees makes two people of one. From e-mails copied from web pages, and
/// telephones copied from messengers.
async fn what_is_pasted_makes_no_second_person(kind: Kind) {
    let fields = json!([
        {"id": "name", "type": "text", "label": "Nombre", "required": true},
        {"id": "email", "type": "email", "label": "Correo", "required": true},
        {"id": "phone", "type": "tel", "label": "Teléfono"}
    ]);
    let receiver = Receiver::with(kind, json!({"fields": fields, "choose": "event"}), june).await;
    let with = |id: &str, email: &str| {
        let mut one = submission(id);
        one["answers"] = json!({
            "name": "Ana\r\n\u{0}\u{1b}\u{202e} Rojas", "email": email,
            "phone": "\u{2068}+57\u{a0}301\u{2011}2345678\u{2069}"
        });
        one
    };
    let ways = [
        "Ana@Ñandú.example.org",
        "\u{feff}ana\u{200b}@ñandú.example.org\u{2060}",
        "ana＠n\u{303}andu\u{301}．example．org",
        "\u{2068}ａｎａ@ñan\u{ad}dú.EXAMPLE.org\u{2069}",
        "ana@xn--and-6ma2c.example.org",
        "𝗮𝗻𝗮@ñandú.example.org",
    ];
    for (n, email) in ways.iter().enumerate() {
        let (status, answer) = receiver.post(with(&format!("s{n}"), email)).await;
        let expected = if n == 0 { StatusCode::CREATED } else { StatusCode::CONFLICT };
        assert_eq!(status, expected, "{email}: {answer}");
    }
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!(all.len(), 1);
    // What is stored is what the person wrote, but for what nobody sees.
    assert_eq!(
        serde_json::to_string(&all[0].answers).unwrap(),
        r#"{"email":"Ana@Ñandú.example.org","name":"Ana Rojas","phone":"+57 301-2345678"}"#
    );
    // A page's form is read by the same rules: its repetition under the same id is the same form.
    let body = "name=Ana%0D%0A%00%1B%E2%80%AE+Rojas&consent=data&submission=s0\
                &email=%E2%80%8BAna@%C3%91and%C3%BA.example.org&phone=%E2%81%A8%2B57+301-2345678%E2%81%A9";
    assert_eq!(receiver.post_form(FORM, "application/json", body).await.0, StatusCode::OK);
}

async fn of_simultaneous_forms_of_one_address_one_is_registered(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let sent = (0..20).map(|n| {
        let mut one = submission(&format!("s{n}"));
        one["answers"]["email"] = "ana@example.org".into();
        one
    });
    let answers = receiver.post_at_once(sent).await;
    let mut created = 0;
    for answer in answers {
        match answer {
            StatusCode::CREATED => created += 1,
            other => assert_eq!(other, StatusCode::CONFLICT),
        }
    }
    assert_eq!((created, receiver.stored().await), (1, 1));
}

on_both_databases! {
    who_is_registered_already_is_told_so,
    the_file_says_who_is_the_same,
    a_form_that_asks_for_no_name_goes_by_the_address,
    what_is_pasted_makes_no_second_person,
    of_simultaneous_forms_of_one_address_one_is_registered,
}
