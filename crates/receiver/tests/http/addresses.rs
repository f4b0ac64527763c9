//! One registration an e-mail address.

use crate::receiver::{FORM, Kind, PATH, Receiver, june, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use huso_receiver::store::Reason;
use serde_json::{Value, json};
use tower::ServiceExt as _;

async fn an_address_is_registered_once_and_nobody_can_find_out(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 3, "choose": "event"}), june).await;
    let with_email = |id: &str, email: &str| {
        let mut one = submission(id);
        one["answers"]["email"] = email.into();
        one
    };
    let first = receiver.post(with_email("one", "Ana.Rojas+fair@Example.ORG")).await;
    // The same person under another form's id, and somebody new: the answers tell nothing.
    let again = receiver.post(with_email("two", "  ana.rojas+FAIR@example.org ")).await;
    let new = receiver.post(with_email("three", "anarojas@example.org")).await;
    assert_eq!((first.0, again.0, new.0), (StatusCode::CREATED, StatusCode::CREATED, StatusCode::CREATED));
    let without_id = |(_, receipt): &(StatusCode, Value)| {
        let mut receipt = receipt.clone();
        receipt["submission"] = Value::Null;
        receipt
    };
    assert_eq!(without_id(&first), without_id(&again));
    assert_eq!(without_id(&new), without_id(&again));
    // Its repetition is answered as any repetition is, and its id is taken.
    let (status, receipt) = receiver.post(with_email("two", "ana.rojas+FAIR@example.org")).await;
    assert_eq!((status, &receipt), (StatusCode::OK, &again.1));
    assert_eq!(
        receiver.post(with_email("two", "luis@example.org")).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );

    let ids: Vec<_> = receiver.seats().await.into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["one", "three"], "what follows a plus sign and dots tell addresses apart");
    let aside = receiver.store.set_aside(Some("fair")).await.unwrap();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].reason, Reason::Duplicate);
    assert_eq!(
        serde_json::to_string(&aside[0].registration.answers).unwrap(),
        r#"{"email":"ana.rojas+FAIR@example.org","name":"Ana Rojas"}"#
    );
    assert!(receiver.store.set_aside(Some("other")).await.unwrap().is_empty());

    // It took no seat; and where none is left, it is told so as a newcomer is.
    assert_eq!(receiver.post(with_email("four", "luis@example.org")).await.1["status"], "confirmed");
    assert_eq!(
        receiver.post(with_email("five", "ANA.rojas+fair@example.org")).await.1["status"],
        "waitlisted"
    );
    assert_eq!(receiver.post(with_email("six", "eva@example.org")).await.1["status"], "waitlisted");
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
        assert_eq!(
            (status, &answer["status"]),
            (StatusCode::CREATED, &json!("confirmed")),
            "{email}: {answer}"
        );
    }
    let all = receiver.store.registrations(None).await.unwrap();
    let aside = receiver.store.set_aside(None).await.unwrap();
    assert_eq!((all.len(), aside.len()), (1, ways.len() - 1));
    assert!(aside.iter().all(|one| one.reason == Reason::Duplicate));
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
    let sent: Vec<_> = (0..20)
        .map(|n| {
            let router = receiver.router.clone();
            let mut one = submission(&format!("s{n}"));
            one["answers"]["email"] = "ana@example.org".into();
            let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
            let request = request.body(Body::from(one.to_string())).unwrap();
            tokio::spawn(async move { router.oneshot(request).await.unwrap().status() })
        })
        .collect();
    for answer in sent {
        assert_eq!(answer.await.unwrap(), StatusCode::CREATED);
    }
    assert_eq!(receiver.stored().await, 1);
    assert_eq!(receiver.store.set_aside(None).await.unwrap().len(), 19);
}

on_both_databases! {
    an_address_is_registered_once_and_nobody_can_find_out,
    what_is_pasted_makes_no_second_person,
    of_simultaneous_forms_of_one_address_one_is_registered,
}
