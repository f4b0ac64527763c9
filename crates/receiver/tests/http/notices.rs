//! What was told and agreed to.

use crate::receiver::{BROWSER, FORM, Kind, Receiver, hidden, june, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use huso_receiver::export;
use huso_receiver::store::Registration;
use serde_json::{Value, json};

async fn what_was_told_and_agreed_to_is_kept(kind: Kind) {
    let form = json!({
        "consents": [{"id": "data", "text": "Acepto", "required": true}, {"id": "photos", "text": "Fotos"}],
        "privacy": {"version": "2027-03", "minimum_age": 18}
    });
    let receiver = Receiver::with(kind, form, june).await;
    let sent = |id: &str, notice: Value| {
        let mut one = submission(id);
        one["consents"] = json!(["data", "minimum_age"]);
        one["notice"] = notice;
        one
    };
    let sent_notice = json!({
        "version": "2027-03", "at": "2027-06-01T11:59:58.250Z", "language": "pt",
        "consents": {"data": true, "photos": false, "minimum_age": true, "other": true, "name": "x"}
    });
    assert_eq!(receiver.post(sent("one", sent_notice.clone())).await.0, StatusCode::CREATED);
    // Sent again, it may say another time: it is the same form.
    let mut later = sent_notice.clone();
    later["at"] = "2027-06-01T12:00:05Z".into();
    assert_eq!(receiver.post(sent("one", later)).await.0, StatusCode::OK);
    // What says nothing is not kept, and refuses nobody.
    let mut timeless = sent_notice.clone();
    timeless["at"] = "yesterday".into();
    let mut nameless = sent_notice;
    nameless["version"] = " ".into();
    assert_eq!(receiver.post(sent("two", timeless)).await.0, StatusCode::CREATED);
    assert_eq!(receiver.post(sent("three", nameless)).await.0, StatusCode::CREATED);

    let stored = json!({
        "version": "2027-03", "at": "2027-06-01T11:59:58.250Z", "language": "pt",
        "consents": {"data": true, "minimum_age": true, "photos": false}
    });
    let notice = |one: &Registration| one.notice.as_ref().map(|notice| serde_json::to_value(notice).unwrap());
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!(all.iter().map(notice).collect::<Vec<_>>(), [Some(stored), None, None]);
    let table = export::registrations(&all);
    assert!(table.contains(",true,true,false,2027-03,2027-06-01T11:59:58.250Z,pt,es,"), "{table}");

    // A page has no script to say it: the receiver showed the notice, and its clock says when.
    let get = Request::get("/events/fair/form").header(header::ACCEPT, BROWSER);
    let (_, _, page) = receiver.send(get.body(Body::empty()).unwrap()).await;
    assert_eq!(hidden(&page, "notice"), "2027-03");
    let body = "name=Eva&email=eva%40example.org&session=b&consent=data&consent=minimum_age&language=en\
                &notice=2027-03";
    assert_eq!(receiver.post_form(FORM, BROWSER, body).await.0, StatusCode::OK);
    let all = receiver.store.registrations(None).await.unwrap();
    let made = json!({
        "version": "2027-03", "at": "2027-06-01T12:00:00.000Z", "language": "en",
        "consents": {"data": true, "minimum_age": true, "photos": false}
    });
    assert_eq!(notice(&all[3]), Some(made));
}

async fn a_notice_without_a_version_has_a_hash(kind: Kind) {
    let page = async |form: Value, language: &str| {
        let receiver = Receiver::with(kind, form, june).await;
        let get = Request::get("/events/fair/form").header(header::ACCEPT, BROWSER);
        let get = get.header(header::ACCEPT_LANGUAGE, language).body(Body::empty()).unwrap();
        let (_, _, page) = receiver.send(get).await;
        hidden(&page, "notice").to_owned()
    };
    let privacy = json!({"privacy": {"purpose": {"es": "Inscribir", "en": "To register"}}});
    let hash = page(privacy.clone(), "es").await;
    assert!(hash.len() == 16, "{hash}");
    assert_eq!(hash, page(privacy.clone(), "es").await);
    assert_ne!(hash, page(privacy, "en").await, "another text");
    assert_ne!(hash, page(json!({"privacy": {"purpose": "Otra cosa"}}), "es").await);
}

/// Of a consent that hangs on answers: nothing is stored of it, and no registration refused for it, where it wasn't asked.
async fn a_consent_is_asked_of_those_whose_answers_it_is_for(kind: Kind) {
    let form = json!({
        "fields": [{"id": "country", "type": "country", "label": "País", "required": true}],
        "consents": [
            {"id": "pe", "text": "Ley 29733", "required": true, "show_if": {"field": "country", "is": ["PE"]}},
            {"id": "all", "text": "Novedades"},
        ],
        "privacy": {"version": "2027-03"}
    });
    let receiver = Receiver::with(kind, form, june).await;
    let sent = |id: &str, country: &str, consents: Value| {
        let mut one = submission(id);
        one["answers"] = json!({"country": country});
        one["consents"] = consents;
        one["notice"] = json!({
            "version": "2027-03", "at": "2027-06-01T11:59:58Z", "language": "es", "consents": {"pe": true, "all": false}
        });
        one
    };
    let (status, refusal) = receiver.post(sent("none", "PE", json!([]))).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refusal["errors"][0]["pointer"], "/consents/pe", "{refusal}");
    assert_eq!(receiver.post(sent("asked", "PE", json!(["pe"]))).await.0, StatusCode::CREATED);
    assert_eq!(receiver.post(sent("other", "CL", json!(["pe"]))).await.0, StatusCode::CREATED);
    let all = receiver.store.registrations(None).await.unwrap();
    let given = |one: &Registration| {
        let notice = one.notice.as_ref().unwrap();
        (one.consents.clone(), notice.consents.get("pe").is_some(), notice.consents.get("all").is_some())
    };
    assert_eq!(given(&all[0]), (vec!["pe".to_owned()], true, true));
    assert_eq!(given(&all[1]), (vec![], false, true));

    // Nothing comes and goes on a page without a script: it says for whom the box is.
    let get = Request::get("/events/fair/form").header(header::ACCEPT, BROWSER);
    let (_, _, page) = receiver.send(get.body(Body::empty()).unwrap()).await;
    assert!(page.contains("id=\"consent-0-hint\">Solo si en «País» respondió: Perú.</p>"), "{page}");
    assert!(page.contains("aria-describedby=\"consent-0-hint\""), "{page}");
}

on_both_databases! {
    a_consent_is_asked_of_those_whose_answers_it_is_for,
    what_was_told_and_agreed_to_is_kept,
    a_notice_without_a_version_has_a_hash,
}
