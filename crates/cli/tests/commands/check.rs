//! `huso check`.

use crate::program::{example, huso, out, with_input};
use serde_json::{Value, json};

#[test]
fn the_examples_have_no_faults() {
    let output = huso(&["check", "--lang", "en", &example(2023), &example(2027)]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    let (notes, others): (Vec<_>, Vec<_>) = out(&output).lines().partition(|line| line.contains(": note: "));
    assert_eq!(others.len(), 2, "{others:?}");
    assert!(others.iter().all(|line| line.ends_with(": The file has no errors.")), "{others:?}");
    // The one is over, and neither has a page of its own.
    let places: Vec<_> = notes.iter().filter_map(|line| line.split(": ").nth(2)?.split(' ').next()).collect();
    assert_eq!(places, ["url", "sessions[5].start", "url"], "{notes:?}");
}

#[test]
fn each_fault_is_printed_with_its_place_in_each_language() {
    let file = br#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [
        {"id": "a", "title": "A", "start": "2027-08-11T10:00", "end": "2027-08-11T09:00"},
        {"id": "b", "title": "B", "start": "2027-08-11T10:00", "trakc": "x"}]}"#;
    for (lang, error, warning) in [
        (
            "es",
            "-:2:71: error: sessions[0].end («A», id «a»): ",
            "-:3:64: aviso: sessions[1].trakc («B», id «b»): ",
        ),
        (
            "en",
            "-:2:71: error: sessions[0].end (“A”, id “a”): ",
            "-:3:64: warning: sessions[1].trakc (“B”, id “b”): ",
        ),
        (
            "pt",
            "-:2:71: erro: sessions[0].end (“A”, id “a”): ",
            "-:3:64: aviso: sessions[1].trakc (“B”, id “b”): ",
        ),
    ] {
        let output = with_input(&["check", "--lang", lang, "-"], file);
        assert_eq!(output.status.code(), Some(1));
        for start in [error, warning] {
            assert!(out(&output).lines().any(|line| line.starts_with(start)), "{start}\n{}", out(&output));
        }
    }
}

#[test]
fn a_zone_that_people_write_is_hinted_at() {
    let file = br#"{"huso": 1, "id": "e", "title": "E", "timezone": "Per\u00fa", "sessions": []}"#;
    let output = with_input(&["check", "-"], file);
    assert!(out(&output).contains("Did you mean America/Lima?"), "{}", out(&output));
}

#[test]
fn places_count_the_entries_that_cannot_be_read() {
    let file = br#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "url": "https://www.example.org/", "sessions": [
        {"id": "a", "start": "2027-08-11T10:00"}, 7,
        {"id": "c", "title": "C", "start": "2027-08-11T10:00", "end": "2027-08-11T09:00"}]}"#;
    let output = with_input(&["check", "--lang", "en", "-"], file);
    let places: Vec<_> = out(&output).lines().map(|line| line.split([':', ' ']).nth(6).unwrap()).collect();
    assert_eq!(places, ["sessions[0].title", "sessions[1]", "sessions[2].end"], "{}", out(&output));
}

/// Each cause has its own words, with the line and a mark below the place.
#[test]
fn why_a_file_is_no_json_is_said_with_the_line() {
    let file = "{\n\t\"título\": \"Feria\",\n\t\"sessions\": [1, 2,]\n}";
    for (lang, message) in [
        ("es", "la última coma sobra: después de ella no viene nada. Quítela."),
        ("en", "the last comma is too much: nothing follows it. Remove it."),
        ("pt", "a última vírgula sobra: depois dela não vem nada. Retire-a."),
    ] {
        let output = with_input(&["check", "--lang", lang, "-"], file.as_bytes());
        assert_eq!(output.status.code(), Some(1));
        let error = if lang == "pt" { "erro" } else { "error" };
        let expected = format!(
            "-:3:19: {error}: {message}\n  3 | \t\"sessions\": [1, 2,]\n    | \t                 ^\n"
        );
        assert_eq!(out(&output), expected);
    }
    // Where no cause is known, the place is.
    let deep = "[".repeat(100);
    let output = with_input(&["check", "-"], deep.as_bytes());
    assert!(out(&output).contains("-:1:"), "{}", out(&output));
}

#[test]
fn warnings_alone_are_no_failure() {
    let file = br#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [
        {"id": "b", "title": "B", "start": "2027-08-11T10:00", "trakc": "x"}]}"#;
    assert_eq!(with_input(&["check", "-"], file).status.code(), Some(0));
}

/// An error, a warning and a note.
const EACH: &str = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [
  {"id": "a", "title": "A, 100 %: «ñ»", "start": "2027-08-11T10:00", "end": "2027-08-11T09:00"},
  {"id": "b", "title": "B", "start": "2027-08-11T10:00", "end": "2027-08-11T11:00", "trakc": "x"}]}"#;

fn checked(format: &str) -> String {
    let output = with_input(&["check", "--lang", "en", "--format", format, "-"], EACH.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    out(&output).to_owned()
}

#[test]
fn findings_are_a_list_for_programs() {
    let list: Value = serde_json::from_str(&checked("json")).unwrap();
    let keys = |key: &str| list.as_array().unwrap().iter().map(|one| one[key].clone()).collect::<Vec<_>>();
    assert_eq!(keys("severity"), ["note", "error", "warning"]);
    assert_eq!(keys("code"), ["no-page", "end-before-start", "unknown-key"]);
    assert_eq!(keys("place"), ["url", "sessions[0].end", "sessions[1].trakc"]);
    assert_eq!(keys("line"), [1, 2, 3]);
    assert_eq!(keys("file"), ["-"; 3]);
    assert_eq!(list[2]["subject"], "“B”, id “b”");
    assert!(list[2]["message"].as_str().unwrap().contains("track"), "{list}");
    // A file that is no text has no lines.
    let output = with_input(&["check", "--format", "json", "-"], b"\xff\xfe\0");
    let list: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!((&list[0]["line"], &list[0]["code"]), (&Value::Null, &json!("wrong-encoding")));
    let fine = huso(&["check", "--format", "json", &example(2027)]);
    assert_eq!(fine.status.code(), Some(0));
}

#[test]
fn findings_are_annotations_of_a_workflow() {
    let text = checked("github");
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("::notice title=no-page,line=1,col=1::url: "), "{text}");
    let error = "::error title=end-before-start,line=2,col=77::sessions[0].end (“A, 100 %25: «ñ»”, id “a”): ";
    assert!(lines[1].starts_with(error), "{text}");
    assert!(lines[2].starts_with("::warning title=unknown-key,line=3,"), "{text}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a,b.json");
    std::fs::write(&file, "[").unwrap();
    let output = huso(&["check", "--format", "github", file.to_str().unwrap()]);
    assert!(out(&output).contains("a%2Cb.json,line=1,"), "{}", out(&output));
}

/// The properties that the format's schema requires (sarif-schema-2.1.0.json), and what code scanning reads.
#[test]
fn findings_are_a_sarif_log() {
    let log: Value = serde_json::from_str(&checked("sarif")).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "huso");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    for result in results {
        assert!(rules.contains(&json!({ "id": result["ruleId"] })), "{result}");
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64().unwrap() >= 1 && region["startColumn"].as_u64().unwrap() >= 1);
    }
    assert_eq!(results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "stdin");
    assert_eq!(
        results[1]["locations"][0]["logicalLocations"],
        json!([{ "fullyQualifiedName": "sessions[0].end" }])
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("año 2027.json");
    std::fs::write(&file, "[").unwrap();
    let output = huso(&["check", "--format", "sarif", file.to_str().unwrap()]);
    assert!(out(&output).contains("/a%C3%B1o%202027.json\""), "{}", out(&output));
}
