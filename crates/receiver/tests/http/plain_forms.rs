//! The form without JavaScript: its pages, and what it sends.

use crate::receiver::{BROWSER, FORM, Kind, PATH, Receiver, hidden, june, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use huso_i18n::Texts as _;
use huso_receiver::export;
use serde_json::{Value, json};

async fn a_plain_form_gets_a_page(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let body = "name=Ana+Rojas&email=ana%40example.org&session=b&session=a&consent=data&language=pt";
    let (status, headers, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert_eq!(headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
    let texts = huso_agenda::Lang::Pt.form();
    assert!(page.contains("<html lang=\"pt\">") && page.contains(texts.done_title), "{page}");
    for never in ["<script", "<style", " style=", " onload=", " onsubmit=", "javascript:"] {
        assert!(!page.contains(never), "{never} in {page}");
    }
    // A double click or a reload is the same registration; the page doesn't tell it from the first.
    assert_eq!(receiver.post_form(FORM, BROWSER, body).await, (status, headers, page));
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(
        serde_json::to_string(&all[0].answers).unwrap(),
        r#"{"email":"ana@example.org","name":"Ana Rojas"}"#
    );
    assert_eq!(all[0].sessions.len(), 2);
    assert_eq!(
        (all[0].consents.as_slice(), all[0].language.as_deref()),
        (&["data".to_owned()][..], Some("pt"))
    );

    // Whoever cancelled may come back with the same form, and again.
    for n in 1..3 {
        let all = receiver.store.registrations(None).await.unwrap();
        receiver.cancel(&all.last().unwrap().submission).await;
        assert_eq!(receiver.post_form(FORM, BROWSER, body).await.0, StatusCode::OK);
        assert_eq!((receiver.stored().await, receiver.seats().await.len()), (n + 1, 1));
    }

    // Another browser's form of the same content is another form: of a person who is registered already.
    let other = Request::post(PATH).header(header::CONTENT_TYPE, FORM).header(header::USER_AGENT, "other");
    let body = body.replace("ana%40", "luis%40");
    receiver.post_form(FORM, BROWSER, &body).await;
    let (status, _, answer) = receiver.send(other.body(Body::from(body)).unwrap()).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(serde_json::from_str::<Value>(&answer).is_ok(), "who asks for no page gets none: {answer}");
}

async fn a_plain_form_comes_back_with_what_is_to_correct(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let body = "name=%3Cb%3EAna%22&email=ana%40&session=a&submission=first&remarks_2=";
    let (status, _, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let texts = huso_agenda::Lang::En.validation();
    for part in [
        "<title>Feria</title>",
        "action=\"registrations\"",
        "2 answers",
        "value=\"&lt;b&gt;Ana&quot;\"",
        "value=\"ana@\" required aria-invalid=\"true\" aria-describedby=\"field-1-fault\"",
        "<a href=\"#field-1\">Correo</a>",
        "<a href=\"#consent-0\">",
        "value=\"a\" checked",
        "09:00",
        texts.email,
        texts.consent_required,
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("value=\"b\" checked") && !page.contains("<b>"), "{page}");
    assert_eq!(receiver.stored().await, 0);

    // Corrected and sent again, under the page's own id, twice.
    let (id, token) = (hidden(&page, "submission").to_owned(), hidden(&page, "token").to_owned());
    assert!(id.len() == 32 && id != "first");
    let body =
        format!("name=Ana&email=ana%40example.org&session=a&consent=data&submission={id}&token={token}");
    for _ in 0..2 {
        let (status, _, page) = receiver.post_form(FORM, BROWSER, &body).await;
        let title = huso_agenda::Lang::En.form().done_title;
        assert!(status == StatusCode::OK && page.contains(title), "{page}");
    }
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!((all.len(), all[0].submission.as_str()), (1, id.as_str()));

    // Going back and registering somebody else under the same id: nothing is lost, a new id is offered.
    let (status, _, page) = receiver.post_form(FORM, BROWSER, &body.replace("ana%40", "eva%40")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("value=\"eva@example.org\"") && hidden(&page, "submission") != id, "{page}");
}

async fn the_form_is_a_page_for_browsers(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let get = |path: &str| Request::get(path).header(header::ACCEPT, BROWSER).body(Body::empty()).unwrap();
    let (status, headers, page) = receiver.send(get("/events/fair/form")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    assert!(
        !page.contains("aria-invalid") && !page.contains("role=\"alert\""),
        "nothing is wrong yet: {page}"
    );
    assert_ne!(hidden(&page, "token"), "");
    // A person whose password manager fills in what only machines fill in would be taken for one.
    let honeypot = page.split_once("name=\"remarks_2\"").unwrap().1.split_once('>').unwrap().0;
    for leave_alone in [
        "tabindex=\"-1\"",
        "autocomplete=\"off\"",
        "data-1p-ignore",
        "data-lpignore=\"true\"",
        "data-bwignore",
        "data-form-type=\"other\"",
        "data-protonpass-ignore=\"true\"",
    ] {
        assert!(honeypot.contains(leave_alone), "{leave_alone}: {honeypot}");
    }
    assert_eq!(receiver.get("/events/style.css").await.1[header::CONTENT_TYPE], "text/css; charset=utf-8");
    assert_eq!(receiver.send(get("/events/none/form")).await.0, StatusCode::NOT_FOUND);

    let late = Receiver::with(kind, json!({}), || "2027-09-01T00:00:00Z".parse().unwrap()).await;
    let (status, _, page) = late.send(get("/events/fair/form")).await;
    assert_eq!(status, StatusCode::GONE);
    assert!(page.contains(huso_agenda::Lang::Es.problems().closed), "{page}");
}

async fn multipart_is_taken_but_for_files(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let part = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let fields = part("name", "Ana") + &part("email", "ana@example.org") + &part("session", "a");
    let fields = fields + &part("consent", "data") + &part("submission", "one") + &part("event", "fair");
    let kind = "multipart/form-data; boundary=x";
    let file = "--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF\r\n";
    let (status, _, problem) = receiver.post_form(kind, "*/*", &(fields.clone() + file + "--x--\r\n")).await;
    let problem: Value = serde_json::from_str(&problem).unwrap();
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("file_not_taken")));
    let (status, _, problem) = receiver.post_form(kind, "*/*", &fields).await;
    let problem: Value = serde_json::from_str(&problem).unwrap();
    assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("unreadable")), "it has no end");

    let whole = fields + "--x--\r\n";
    let (status, _, receipt) = receiver.post_form(kind, "*/*", &whole).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    assert_eq!(serde_json::from_str::<Value>(&receipt).unwrap()["submission"], "one");
    assert_eq!(receiver.post_form(kind, "application/json", &whole).await.0, StatusCode::OK);
    assert_eq!(receiver.stored().await, 1);
}

/// A form with a field of every kind, and everything that a notice can say.
fn rich() -> Value {
    let options = json!([{"value": "in", "label": "Vendo"}, {"value": "out", "label": "Compro"}]);
    json!({
        "endpoint": {"url": "/r", "encoding": "multipart"},
        "audience_field": "who", "invitation_field": "code",
        "fields": [
            {"id": "h", "type": "heading", "label": "Sobre usted", "hint": "Todo junto"},
            {"id": "name", "type": "text", "label": "Nombre", "required": true},
            {"id": "email", "type": "email", "label": "Correo", "required": true},
            {"id": "who", "type": "radio", "label": "Participa como", "required": true, "options": options},
            {"id": "markets", "type": "checkboxes", "label": "Mercados", "required": true, "max_choices": 2,
             "options": [{"value": "cl", "label": "Chile"}, {"value": "pe", "label": "Perú"},
                         {"value": "mx", "label": "México"}]},
            {"id": "born", "type": "date", "label": "Nacimiento", "min": "1900-01-01", "max": "2010-12-31"},
            {"id": "staff", "type": "number", "label": "Personal", "min": 1, "max": 100},
            {"id": "web", "type": "url", "label": "Web"},
            {"id": "country", "type": "country", "label": "País"},
            {"id": "firm", "type": "organization", "label": "Empresa", "required": true,
             "show_if": {"field": "markets", "is": ["pe", "mx"]}},
            {"id": "catalogue", "type": "url", "label": "Catálogo", "required": true, "audience": ["in"]},
            {"id": "code", "type": "hidden", "label": "Invitación", "parameter": "invitacion"},
            {"id": "cv", "type": "file", "label": "Hoja de vida"}
        ],
        "consents": [{"id": "data", "text": "Acepto", "required": true}],
        "privacy": {
            "controller": "Cámara", "address": "Calle 1", "contact": "datos@example.org",
            "rights": "https://example.org/derechos", "retention": "Un año", "recipients": "Embajadas",
            "transfers": "Chile", "notice": "https://example.org/aviso", "version": "7", "minimum_age": 18,
            "purposes": [
                {"id": "register", "text": "Inscribirle", "legal_basis": "contract"},
                {"id": "news", "text": "Enviarle novedades"}
            ]
        }
    })
}

async fn every_kind_of_field_is_on_the_page_and_comes_back(kind: Kind) {
    let receiver = Receiver::with(kind, rich(), june).await;
    let get = Request::get("/events/fair/form?x=1&invitacion=VIP%2D1").header(header::ACCEPT, BROWSER);
    let (status, _, page) = receiver.send(get.body(Body::empty()).unwrap()).await;
    assert_eq!(status, StatusCode::OK);
    for part in [
        "<h2>Sobre usted</h2><p class=\"hint\" id=\"field-0-hint\">Todo junto</p>",
        "<fieldset class=\"field\" role=\"radiogroup\" aria-required=\"true\"><legend>Participa como",
        "<input type=\"radio\" id=\"field-3-1\" name=\"who\" value=\"out\" required>",
        "<input type=\"checkbox\" id=\"field-4\" name=\"markets\" value=\"cl\">",
        "<input type=\"date\" id=\"field-5\" name=\"born\" value=\"\" min=\"1900-01-01\" max=\"2010-12-31\">",
        "name=\"staff\" value=\"\" inputmode=\"decimal\">",
        "<input type=\"url\" id=\"field-7\" name=\"web\" value=\"\" autocomplete=\"url\">",
        "<option value=\"MX\">México</option>",
        // Neither can be insisted on: answers decide whether they are asked.
        "name=\"firm\" value=\"\" aria-describedby=\"field-9-hint\" autocomplete=\"organization\">",
        "Solo si en «Mercados» respondió: Perú, México.",
        "Solo si en «Participa como» respondió: Vendo.",
        "<input type=\"hidden\" id=\"field-11\" name=\"code\" value=\"VIP-1\">",
        "«Hoja de vida»: esta página no recibe archivos.",
        "name=\"consent\" value=\"minimum_age\">",
        "Tengo 18 años",
        "name=\"consent\" value=\"news\">",
        "<dt>Responsable</dt><dd>Cámara</dd>",
        "<dd><a href=\"https://example.org/derechos\" rel=\"noreferrer\">",
        "<details><summary>",
        "<a href=\"mailto:datos@example.org\"",
        "<dt>Otros usos</dt><dd><ul><li>Inscribirle (hace falta para lo que usted pide)</li>",
        "<dd>Embajadas</dd>",
        "<a href=\"https://example.org/aviso\">",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("type=\"file\"") && !page.contains(" checked"), "{page}");

    // What was filled in comes back, group by group, and each fault at its place.
    let body = "name=Ana&email=ana%40example.org&who=in&markets=cl&markets=pe&markets=mx&born=2020-01-01\
                &staff=muchos&web=ejemplo&country=XX&code=VIP-1&session=b&consent=data&language=es";
    let (status, _, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let texts = huso_agenda::Lang::Es.validation();
    for part in [
        "value=\"in\" required checked>",
        "value=\"cl\" checked aria-invalid=\"true\">",
        "value=\"2020-01-01\"",
        "value=\"muchos\"",
        "name=\"code\" value=\"VIP-1\">",
        "<a href=\"#field-4\">Mercados</a>: Elija",
        "<a href=\"#field-9\">Empresa</a>",
        "<a href=\"#field-10\">Catálogo</a>",
        "<a href=\"#consent-2\">",
        "id=\"consent-2\" name=\"consent\" value=\"minimum_age\" aria-invalid=\"true\"",
        texts.number,
        texts.url,
        texts.not_an_option,
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert_eq!(receiver.stored().await, 0);

    // Answers to questions that aren't asked go, by the same rules as in the browser.
    receiver.invite(&["VIP-1"]).await;
    let body = "name=Ana&email=ana%40example.org&who=out&markets=cl&born=2000-02-29&staff=7&web=&country=PE\
                &firm=X&catalogue=https%3A%2F%2Fx.org&code=VIP-1&session=b&consent=data&consent=minimum_age";
    let (status, _, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let all = receiver.store.registrations(None).await.unwrap();
    let answers: Value = serde_json::from_str(&serde_json::to_string(&all[0].answers).unwrap()).unwrap();
    assert_eq!(
        answers,
        json!({
            "name": "Ana", "email": "ana@example.org", "who": "out", "markets": ["cl"], "born": "2000-02-29",
            "staff": "7", "country": "PE", "code": "VIP-1"
        })
    );
    let table = export::registrations(&all);
    assert!(table.contains(",answer.markets,") && table.contains(",cl,"), "{table}");
}

/// As in the widget: nobody has to find out how many they may choose by being turned away.
async fn the_page_says_how_many_sessions_can_be_chosen(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"max_sessions": 2}), june).await;
    let get = Request::get("/events/fair/form").header(header::ACCEPT, BROWSER);
    let (_, _, page) = receiver.send(get.body(Body::empty()).unwrap()).await;
    for part in [
        "<fieldset id=\"choice\" tabindex=\"-1\" aria-describedby=\"choice-hint\">",
        "<p class=\"hint\" id=\"choice-hint\">Elija como máximo 2.</p>",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let (_, _, page) = receiver.post_form(FORM, BROWSER, "name=Ana").await;
    for part in ["aria-describedby=\"choice-hint choice-fault\"", "<a href=\"#choice\">"] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

async fn a_file_by_its_name_alone_is_refused(kind: Kind) {
    let receiver = Receiver::with(kind, rich(), june).await;
    let mut one = submission("one");
    one["answers"]["cv"] = json!({"name": "cv.pdf", "size": 7, "type": "application/pdf"});
    let (status, problem) = receiver.post(one).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("file_not_taken")));
}

on_both_databases! {
    a_plain_form_gets_a_page,
    a_plain_form_comes_back_with_what_is_to_correct,
    the_form_is_a_page_for_browsers,
    multipart_is_taken_but_for_files,
    every_kind_of_field_is_on_the_page_and_comes_back,
    the_page_says_how_many_sessions_can_be_chosen,
    a_file_by_its_name_alone_is_refused,
}
