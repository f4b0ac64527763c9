//! `huso check`.

use crate::program::{example, huso, out, with_input};

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
