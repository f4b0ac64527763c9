//! `huso render`.

use crate::program::{command, err, example, huso, out, with_input};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A file with an address of each kind.
const LINKED: &str = r#"{"huso": 1, "id": "e", "title": "Feria </script><b>", "timezone": "America/Bogota",
    "url": "../fair.html", "sessions": [
        {"id": "a", "title": "A & B", "start": "2027-08-11T10:00", "end": "2027-08-11T11:00",
         "links": [{"rel": "more", "url": "more.html"}, {"rel": "slides", "url": "https://a.example/slides"}]}],
    "registration": {"endpoint": {"url": "https://huso.example/events/e/registrations"},
        "fields": [{"id": "email", "type": "email", "label": "Correo", "required": true}]}}"#;

fn json_ld(html: &str) -> Value {
    let script = html.split_once("<script type=\"application/ld+json\">").unwrap().1;
    serde_json::from_str(script.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_element_holds_the_agenda_in_a_declarative_shadow_root() {
    let output = huso(&["render", &example(2027)]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    let html = out(&output);
    assert!(
        html.starts_with("<huso-event src=\"pacific-alliance-2027.json\"><template shadowrootmode=\"open\">")
    );
    assert!(html.contains("<link rel=\"stylesheet\" href=\"huso.css?"), "{html}");
    for part in [
        "<time datetime=\"2027-08-11T09:00-05:00\">",
        "Colombia / Perú",
        "Ir a la inscripción",
        "lang=\"es\"",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    let times = huso(&["times", &example(2027), "--format", "json"]);
    let sessions: Vec<Value> = serde_json::from_str(out(&times)).unwrap();
    for session in &sessions {
        let id = session["id"].as_str().unwrap();
        assert!(html.contains(&format!("data-session=\"{id}\"")), "{id}");
    }
    assert_eq!(html.matches("data-session=").count(), sessions.len());
    // No strict policy forbids anything in it.
    assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick="));
    let event = json_ld(html);
    assert_eq!((&event["@type"], &event["inLanguage"]), (&json!("Event"), &json!(["es"])));
}

#[test]
fn it_is_the_same_wherever_and_whenever_it_is_made() {
    let made = |zone: &str, lang: &str| {
        let output =
            command(&["render", &example(2023)]).env("TZ", zone).env("LC_ALL", lang).output().unwrap();
        out(&output).to_owned()
    };
    let here = made("America/Bogota", "en_US.UTF-8");
    assert_eq!(here, made("Pacific/Kiritimati", "pt_BR.UTF-8"));
    // The event of 2023 is long over.
    assert!(!here.contains("session ended") && !here.contains("agenda past"), "{here}");
}

#[test]
fn addresses_are_those_of_the_page() {
    let args = ["render", "-", "--src", "/events/e.json", "--package", "/huso", "--lang", "pt"];
    let output = with_input(&args, LINKED.as_bytes());
    let html = out(&output);
    for part in [
        "<huso-event src=\"/events/e.json\" lang=\"pt\">",
        "href=\"/huso/huso.css?",
        "href=\"/events/../fair.html\"",
        "href=\"/events/more.html\"",
        "href=\"https://a.example/slides\"",
        "href=\"https://huso.example/events/e/form\"",
        "Ir para a inscrição",
        "A &amp; B",
        "Feria &lt;/script>&lt;b>",
    ] {
        assert!(html.contains(part) || html.contains(&part.replace('>', "&gt;")), "{part} is not in {html}");
    }
    let event = json_ld(html);
    assert_eq!(event["name"], "Feria </script><b>");
    assert!(event.get("url").is_none(), "search engines are given whole addresses only: {event}");

    let absolute = with_input(
        &["render", "-", "--src", "https://a.example/x/e.json", "--form", "/form"],
        LINKED.as_bytes(),
    );
    assert_eq!(json_ld(out(&absolute))["url"], "https://a.example/fair.html");
    assert!(out(&absolute).contains("<a href=\"/form\">"), "{}", out(&absolute));
}

#[test]
fn where_the_form_is_no_page_it_is_said_that_it_needs_a_script() {
    let file = LINKED.replace(
        "{\"url\": \"https://huso.example/events/e/registrations\"}",
        "{\"url\": \"https://a.example/\", \"dialect\": \"json\"}",
    );
    let output = with_input(&["render", "-", "--src", "e.json", "--lang", "en"], file.as_bytes());
    assert!(
        out(&output).contains("Registering on this page needs JavaScript."),
        "{}{}",
        out(&output),
        err(&output)
    );
}

#[test]
fn a_file_with_errors_is_not_rendered() {
    let file = LINKED.replace("2027-08-11T11:00", "2027-08-11T09:00");
    let output = with_input(&["render", "-", "--src", "e.json"], file.as_bytes());
    assert_eq!((output.status.code(), out(&output)), (Some(1), ""));
    assert!(err(&output).contains("sessions[0].end"), "{}", err(&output));
}

#[test]
fn what_it_needs_to_know_is_asked_for() {
    let output = with_input(&["render", "-"], LINKED.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("--src"), "{}", err(&output));
    let output = huso(&["render", &example(2027), "--lang", "fr"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("es, en and pt"), "{}", err(&output));
    assert_eq!(huso(&["render", "missing.json"]).status.code(), Some(2));
}

#[test]
fn a_files_name_becomes_its_address() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("agenda 100% #1?.json");
    std::fs::write(&file, LINKED).unwrap();
    let output = huso(&["render", file.to_str().unwrap()]);
    assert!(
        out(&output).starts_with("<huso-event src=\"agenda%20100%25%20%231%3F.json\">"),
        "{}",
        out(&output)
    );
}

#[test]
fn it_is_written_to_a_file() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("agenda.html");
    let output = huso(&["render", &example(2027), "-o", file.to_str().unwrap()]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), ""));
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(written.trim_end(), out(&huso(&["render", &example(2027)])).trim_end());
    let output = huso(&["render", &example(2027), "-o", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("can't be written"), "{}", err(&output));
}
