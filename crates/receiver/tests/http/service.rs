//! What is served beside the registrations: the package, the calendar, and how it is.

use crate::receiver::{Kind, ORIGIN, PATH, Receiver, june, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;

async fn only_allowed_origins_may_send_from_their_pages(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let ask = |origin: &str| {
        let request = Request::builder().method("OPTIONS").uri(PATH).header(header::ORIGIN, origin);
        let request = request.header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST");
        request.header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type").body(Body::empty()).unwrap()
    };
    let (status, headers, _) = receiver.send(ask(ORIGIN)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], ORIGIN);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_HEADERS], "content-type");
    let (_, headers, _) = receiver.send(ask("https://evil.example")).await;
    assert!(!headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    let post = Request::post(PATH).header(header::ORIGIN, ORIGIN);
    let post = post.header(header::CONTENT_TYPE, "application/json");
    let (status, headers, _) = receiver.send(post.body(Body::from("{")).unwrap()).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], ORIGIN, "problems are readable as well");
}

async fn the_package_is_served_and_nothing_beside_it(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let (status, headers, body) = receiver.get("/huso.js").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "export {}"));
    assert_eq!(headers[header::CONTENT_TYPE], "text/javascript");
    assert_eq!(headers[header::CACHE_CONTROL], "no-cache");
    assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/missing.js"] {
        let (status, _, body) = receiver.get(path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(!body.contains("secret"), "{path}");
    }
}

async fn it_is_ready_while_the_database_answers(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    assert_eq!(receiver.get("/readyz").await.0, StatusCode::OK);
    receiver.store.close().await;
    assert_eq!(receiver.get("/readyz").await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(receiver.get("/healthz").await.0, StatusCode::OK, "the program itself is well");
    let (status, problem) = receiver.post(submission("one")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::SERVICE_UNAVAILABLE, &json!("storage")));
}

async fn the_agenda_is_a_calendar_to_subscribe_to(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let path = "/events/fair/calendar.ics";
    let (status, headers, body) = receiver.get(path).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=900");
    let lines: Vec<&str> = body.split("\r\n").collect();
    for line in [
        "NAME:Feria",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "TZID:America/Bogota",
        "UID:b.fair@huso",
        "DTSTART;TZID=America/Bogota:20270811T110000",
        "DTSTAMP:20270601T120000Z",
    ] {
        assert!(lines.contains(&line), "{line} is not in {body}");
    }

    let tag = headers[header::ETAG].to_str().unwrap();
    let known =
        |tag: &str| Request::get(path).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    for held in [tag, &format!("\"other\", {}", tag.trim_start_matches("W/")), "*"] {
        let (status, headers, body) = receiver.send(known(held)).await;
        assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{held}");
        assert_eq!(headers[header::ETAG], tag);
    }
    assert_eq!(receiver.send(known("W/\"other\"")).await.0, StatusCode::OK);
    let later = Receiver::with(kind, json!({}), || june() + huso_agenda::chrono::TimeDelta::days(1)).await;
    assert_eq!(later.send(known(tag)).await.0, StatusCode::NOT_MODIFIED, "only the stamp is another");

    assert_eq!(receiver.get("/events/other/calendar.ics").await.0, StatusCode::NOT_FOUND);
}

async fn the_agenda_is_a_page(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let (status, headers, page) = receiver.get("/events/fair/agenda.html").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("default-src 'none'"));
    assert!(page.contains("<html lang=\"es\">"), "{page}");
    for part in [
        "<template shadowrootmode=\"open\">",
        "<time datetime=\"2027-08-11T11:00-05:00\">",
        "<a href=\"form\">Ir a la inscripción</a>",
        "<script type=\"application/ld+json\">{",
        "\"subEvent\":[",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(
        !page.contains("huso.js"),
        "where the event file is published is not known: no program could read it"
    );
    assert!(page.contains("prerendered alone"), "and no room is kept for what it would show");

    let sheet = page.split_once("<link rel=\"stylesheet\" href=\"../huso.css?").unwrap().1;
    let path = format!("/events/huso.css?{}", sheet.split_once('"').unwrap().0);
    let (status, headers, sheet) = receiver.get(&path).await;
    assert_eq!((status, &headers[header::CONTENT_TYPE]), (StatusCode::OK, &"text/css".parse().unwrap()));
    assert!(sheet.contains(".session {") && !sheet.contains("@import"), "{sheet}");

    let (_, _, english) = receiver.get("/events/fair/agenda.html?lang=en").await;
    assert!(english.contains("<html lang=\"en\">") && english.contains(">Go to registration<"), "{english}");
    assert_eq!(receiver.get("/events/other/agenda.html").await.0, StatusCode::NOT_FOUND);
}

on_both_databases! {
    the_agenda_is_a_page,
    only_allowed_origins_may_send_from_their_pages,
    the_package_is_served_and_nothing_beside_it,
    it_is_ready_while_the_database_answers,
    the_agenda_is_a_calendar_to_subscribe_to,
}
