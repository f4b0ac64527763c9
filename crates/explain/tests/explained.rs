//! What organizers are told, kind by kind: where, of which session, what is wrong, what to write.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_agenda::Lang;
use huso_explain::{Explanation, open};

/// The faults of an event with other keys, and of its only session with others.
fn faults(event: &str, session: &str) -> Vec<Explanation> {
    let zone = if event.contains("\"timezone\"") { "" } else { "\"timezone\": \"America/Bogota\"," };
    let sessions = format!("\"sessions\": [\n{{\"id\": \"a\", \"title\": \"Apertura\"{session}}}]");
    let sessions = if event.contains("sessions\"") || event.contains("Sesiones\"") { "" } else { &sessions };
    let text = format!("{{\"huso\": 1, \"id\": \"e\", \"title\": \"E\", {zone} {event} {sessions}}}");
    open(text.replace(",  }", "}").replace(", }", "}").as_bytes()).1
}

/// Fails unless the fault at a place says these parts, in English.
fn assert_says(faults: &[Explanation], place: &str, parts: &[&str]) {
    let lines: Vec<_> =
        faults.iter().map(|fault| format!("{}: {}", fault.path, fault.message(Lang::En))).collect();
    let line = lines.iter().find(|line| line.starts_with(&format!("{place}: ")));
    let line = line.unwrap_or_else(|| panic!("{place} in {lines:?}"));
    for part in parts {
        assert!(line.contains(part), "{part:?} in {line}");
    }
    // Every language has words for it.
    for fault in faults {
        for lang in Lang::ALL {
            assert!(!fault.message(lang).is_empty());
        }
    }
}

#[track_caller]
fn session_says(session: &str, key: &str, parts: &[&str]) {
    assert_says(&faults("", &format!(", {session}")), &format!("sessions[0].{key}"), parts);
}

/// What spreadsheets, e-mails and other programs have for a start.
#[test]
fn a_start_of_another_form_is_told_the_very_text_to_write() {
    for (start, parts) in [
        ("\"14/07/2027 9:30\"", ["is not a date and time", "Write 2027-07-14T09:30."]),
        ("\"11/08/2027 9:30 PM\"", ["If the day comes first", "2027-08-11T21:30."]),
        ("\"11 de agosto de 2027, 9.30 h\"", ["is not a date", "Write 2027-08-11T09:30."]),
        ("\"9:30\"", ["The date is missing", "T09:30."]),
        ("\"9:30 AM\"", ["The date is missing", "T09:30."]),
        ("\"2027-08-11\"", ["The time is missing", "\"date\": \"2027-08-11\""]),
        ("\"46610.3958333\"", ["spreadsheet", "write 2027-08-11T09:30."]),
        ("46610.3958333", ["there is a number", "write \"2027-08-11T09:30\"."]),
        ("46610", ["spreadsheet", "write \"2027-08-11T00:00\"."]),
        ("0.3958333", ["The date is missing", "T09:30\"."]),
        ("1817976600", ["on the clocks of America/Bogota", "write \"2027-08-11T04:30\"."]),
        ("\"2027-08-11T24:30\"", ["does not exist", "write 2027-08-12T00:30."]),
    ] {
        session_says(&format!("\"start\": {start}"), "start", &parts);
    }
}

/// An instant is told on the clocks of the zone that its session has, not only without its offset.
#[test]
fn an_offset_in_a_time_is_left_out_on_the_clocks_of_its_zone() {
    session_says(
        r#""start": "2027-07-14T10:00-05:00""#,
        "start",
        &["America/Bogota", "write 2027-07-14T10:00."],
    );
    session_says(
        r#""start": "2027-07-14T10:00-04:00""#,
        "start",
        &["America/Bogota", "write 2027-07-14T09:00."],
    );
    session_says(
        r#""start": "2027-07-14T15:00:00.000Z""#,
        "start",
        &["America/Bogota", "write 2027-07-14T10:00."],
    );
    let own = r#""timezone": "America/Santiago", "start": "2027-07-14T10:00-04:00""#;
    session_says(own, "start", &["America/Santiago", "write 2027-07-14T10:00."]);
    let floating = r#""timezone": "floating", "start": "2027-07-14T10:00-04:00""#;
    session_says(floating, "start", &["leave out the offset", "write 2027-07-14T10:00."]);
    // What can't be known is not said.
    let rules = r#""timezone_rules": {"release": "2099a", "zones": {"America/Bogota": {"2027-01-01T00:00:00Z": "-04:00"}}},"#;
    let unsaid = faults(rules, r#", "start": "2027-07-14T10:00Z""#);
    assert_says(&unsaid, "sessions[0].start", &["Write it like this: 2027-08-11T09:30."]);
    // The other wall times of a file.
    session_says(
        r#""start": "2027-07-14T04:00", "end": "2027-07-14""#,
        "end",
        &["for example: 2027-07-14T09:30."],
    );
    session_says(
        r#""end": "2027-07-14T10:00Z", "start": "2027-07-14T04:00""#,
        "end",
        &["write 2027-07-14T05:00."],
    );
    session_says(r#""previous_start": "2027-07-14T10:00Z""#, "previous_start", &["write 2027-07-14T05:00."]);
    session_says(
        r#""registration": {"opens": "2027-07-14T10:00Z"}"#,
        "registration.opens",
        &["write 2027-07-14T05:00."],
    );
    let form = faults(r#""registration": {"closes": "2027-07-14T10:00Z"},"#, "");
    assert_says(&form, "registration.closes", &["write 2027-07-14T05:00."]);
    assert_says(&faults(r#""updated": "14/7/2027 10:00","#, ""), "updated", &["Write 2027-07-14T10:00."]);
}

#[test]
fn dates_lengths_and_offsets_of_another_form_are_told_what_to_write() {
    for (key, value, part) in [
        ("date", "\"2027-8-11\"", "Write 2027-08-11."),
        ("date", "\"14/07/2027\"", "Write 2027-07-14."),
        ("date", "\"2027-08-11T00:00\"", "Write 2027-08-11."),
        ("date", "46610", "write \"2027-08-11\"."),
        ("duration", "\"65 min\"", "Write PT65M."),
        ("duration", "\"1h30\"", "Write PT90M."),
        ("duration", "\"1:30\"", "If it is 90 minutes, write PT90M."),
        ("duration", "\"90\"", "If it is 90 minutes, write PT90M."),
        ("duration", "30", "If it is 30 minutes, write \"PT30M\"."),
        ("duration", "0.0208333", "write \"PT30M\"."),
        ("utc_offset", "\"-5\"", "Write -05:00."),
        ("utc_offset", "\"GMT-0500\"", "Write -05:00."),
        ("utc_offset", "-5", "Write \"-05:00\"."),
    ] {
        let start = if key == "date" { "" } else { "\"start\": \"2027-08-11T09:00\", " };
        session_says(&format!("{start}\"{key}\": {value}"), key, &[part]);
    }
}

#[test]
fn an_end_before_its_start_says_both() {
    let session = |end: &str| format!(r#""start": "2027-08-11T22:00", "end": "{end}""#);
    session_says(
        &session("2027-08-11T01:00"),
        "end",
        &["2027-08-11T22:00", "after midnight, write 2027-08-12T01:00"],
    );
    session_says(
        &session("2027-08-10T23:00"),
        "end",
        &["(2027-08-10T23:00)", "(2027-08-11T22:00)", "Check both"],
    );
    session_says(r#""start": "2027-08-11T22:00", "duration": "PT0M""#, "duration", &["(2027-08-11T22:00)"]);
    let registration = r#""registration": {"opens": "2027-08-02T00:00", "closes": "2027-08-01T00:00"}"#;
    session_says(registration, "registration.closes", &["(2027-08-01T00:00)", "(2027-08-02T00:00)"]);
    assert_says(&faults(&format!("{registration},"), ""), "registration.closes", &["(2027-08-01T00:00)"]);
}

/// Files that were made of a translated template, or by hand.
#[test]
fn keys_and_words_of_other_languages_are_recognised() {
    for (key, meant) in [
        ("titulo", "title"),
        ("inicio", "start"),
        ("fim", "end"),
        ("ponentes", "speakers"),
        ("descrição", "summary"),
    ] {
        let session = format!("{{\"id\": \"a\", \"{key}\": \"x\"}}");
        let faults = faults(&format!("\"sessions\": [{session}]"), "");
        assert_says(&faults, &format!("sessions[0].{key}"), &[&format!("Did you mean “{meant}”?")]);
    }
    let sessions = faults(r#""Sesiones": []"#, "");
    assert_says(&sessions, "Sesiones", &["Did you mean “sessions”?"]);
    assert_says(&sessions, "sessions", &["the list “sessions” is missing", "\"start\""]);
    let zone = open(br#"{"huso": 1, "id": "e", "title": "E", "zona_horaria": "America/Bogota"}"#).1;
    assert_says(&zone, "zona_horaria", &["Did you mean “timezone”?"]);
    assert_says(&zone, "timezone", &["is missing", "For example: \"timezone\": \"America/Bogota\"."]);
    session_says(r#""status": "cancelado""#, "status", &["Did you mean “cancelled”?"]);
    session_says(r#""status": "canceled""#, "status", &["Did you mean “cancelled”?"]);
    session_says(r#""kind": "almuerzo""#, "kind", &["Did you mean “break”?"]);
    assert_says(&faults(r#""language": "Español","#, ""), "language", &["Did you mean “es”?"]);
    let form = faults(
        r#""registration": {"campos": [], "fields": [{"id": "m", "type": "correo", "etiqueta": "x"}]},"#,
        "",
    );
    assert_says(&form, "registration.fields[0].type", &["Did you mean “email”?"]);
    assert_says(&form, "registration.fields[0].etiqueta", &["Did you mean “label”?"]);
    assert_says(&form, "registration.fields[0].label", &["is missing", "For example: \"label\": "]);
}

/// What is there already was not meant by another key.
#[test]
fn a_key_that_is_there_is_not_offered() {
    session_says(r#""start": "2027-08-11T09:00", "inicio": "9:00""#, "inicio", &["ignores it."]);
    let faults = faults("", r#", "start": "2027-08-11T09:00", "inicio": "9:00""#);
    assert!(!faults[0].message(Lang::En).contains("Did you mean"), "{faults:?}");
}

#[test]
fn ids_that_are_not_known_are_told_the_nearest_and_those_of_their_list() {
    let lists = r#""tracks": [{"id": "academic", "name": {"es": "Agenda académica"}}],
        "venues": [{"id": "hall", "name": "Auditorio"}, {"id": "online", "name": "En línea"}],
        "speakers": [{"id": "keynote-speaker", "name": "Oradora invitada"}],"#;
    for (session, place, part) in [
        (r#""track": "academico""#, "track", "Did you mean “academic”?"),
        (r#""track": "agenda academica""#, "track", "Did you mean “academic”?"),
        (r#""venue": "Auditorio""#, "venue", "Did you mean “hall”?"),
        (r#""previous_venue": "on-line""#, "previous_venue", "Did you mean “online”?"),
        (r#""venue": "patio""#, "venue", "which has: hall, online."),
        (r#""speakers": ["Oradora Invitada"]"#, "speakers[0]", "Did you mean “keynote-speaker”?"),
        (r#""speakers": ["Otra persona"]"#, "speakers[0]", "which has: keynote-speaker"),
        (r#""speakers": ["oradora  invitada"]"#, "speakers[0]", "Did you mean “keynote-speaker”?"),
        (r#""speakers": ["keynote_speaker"]"#, "speakers[0]", "Did you mean “keynote-speaker”?"),
    ] {
        assert_says(&faults(lists, &format!(", {session}")), &format!("sessions[0].{place}"), &[part]);
    }
    session_says(r#""track": "x""#, "track", &["“tracks”, which is missing or empty"]);
    let form = faults(
        r#""registration": {"audience_field": "rol", "fields": [
            {"id": "role", "type": "select", "label": "¿Cómo participa?", "options": [{"value": "buyer", "label": "Compra"}]},
            {"id": "x", "type": "text", "label": "X", "show_if": {"field": "como participa", "is": ["buyer"]}}]},"#,
        "",
    );
    assert_says(&form, "registration.audience_field", &["Did you mean “role”?"]);
    assert_says(&form, "registration.fields[1].show_if.field", &["Did you mean “role”?"]);
}

#[test]
fn the_first_of_two_equal_ids_is_named_with_its_line() {
    let file =
        "{\"huso\": 1, \"id\": \"e\", \"title\": \"E\", \"timezone\": \"America/Lima\", \"sessions\": [
        {\"id\": \"a\", \"title\": \"Apertura\", \"start\": \"2027-08-11T09:00\"},
        {\"id\": \"a\", \"title\": \"Cierre\", \"start\": \"2027-08-11T10:00\"}]}";
    let faults = open(file.as_bytes()).1;
    assert_says(&faults, "sessions[1].id", &["that of sessions[0]", "first in line 2: “Apertura”, id “a”"]);
    assert_eq!(faults[0].subject(Lang::En), "“Cierre”, id “a”");
    assert_eq!(faults[0].position.unwrap().line, 3);
    let form = r#""registration": {"consents": [{"id": "minimum_age", "text": "x"}]},"#;
    assert_says(&self::faults(form, ""), "registration.consents[0].id", &["Huso itself uses"]);
}

#[test]
fn an_offset_instead_of_a_zone_is_told_zones_that_have_it() {
    for zone in ["\"GMT-5\"", "\"UTC-5\"", "\"-05:00\"", "\"UTC−05:00\"", "\"Etc/GMT+5\"", "-5"] {
        let faults = faults(&format!("\"timezone\": {zone},"), ", \"start\": \"2027-08-11T09:00\"");
        assert_says(&faults, "timezone", &["America/Bogota, America/Lima, "]);
    }
    let shown = faults(
        r#""timezone": "America/Bogota", "zones": [{"timezone": "UTC-4", "label": "Chile"}],"#,
        ", \"start\": \"2027-07-01T09:00\"",
    );
    assert_says(&shown, "zones[0].timezone", &["America/Santiago"]);
    session_says(r#""timezone": "GMT-3""#, "timezone", &["America/Argentina/Buenos_Aires"]);
}

#[test]
fn a_value_of_another_kind_is_told_what_to_write() {
    for (session, place, part) in [
        (r#""revision": "3""#, "revision", "Write 3."),
        (r#""revision": 3.0"#, "revision", "Write 3."),
        (r#""speakers": "ana""#, "speakers", "Write [\"ana\"]."),
        (r#""track": ["academic"]"#, "track", "Write \"academic\"."),
        (r#""languages": "es""#, "languages", "Write [\"es\"]."),
        (r#""registration": {"capacity": "130"}"#, "registration.capacity", "Write 130."),
        (r#""registration": true"#, "registration", "For example: {\"mode\": \"open\""),
        (r#""summary": 7"#, "summary", "Write \"7\"."),
    ] {
        session_says(session, place, &[part]);
    }
    let form = faults(r#""registration": {"consents": [{"id": "c", "text": "x", "required": "sí"}]},"#, "");
    assert_says(&form, "registration.consents[0].required", &["Write true."]);
    let number =
        open(br#"{"huso": "1", "id": 5, "title": "E", "timezone": "America/Lima", "sessions": {}}"#).1;
    assert_says(&number, "huso", &["Write 1."]);
    assert_says(&number, "id", &["Write \"5\"."]);
    assert_says(&number, "sessions", &["For example: [{\"id\""]);
}

#[test]
fn limits_that_are_crossed_say_both() {
    let form = faults(
        r#""registration": {"max_sessions": 0, "fields": [
            {"id": "a", "type": "text", "label": "A", "min_length": 9, "max_length": 5},
            {"id": "b", "type": "date", "label": "B", "min": "2027-08-12", "max": "2027-08-11"}]},"#,
        "",
    );
    assert_says(&form, "registration.max_sessions", &["minimum (1)", "maximum (0)"]);
    assert_says(&form, "registration.fields[0].min_length", &["minimum (9)", "maximum (5)"]);
    assert_says(&form, "registration.fields[1].min", &["(2027-08-12)", "(2027-08-11)"]);
}

/// `sessions[1].start` counts from 0, and nobody else does.
#[test]
fn faults_are_found_by_line_title_and_id() {
    let file = r#"{
  "huso": 1, "id": "e", "title": "E", "timezone": "America/Lima",
  "speakers": [{"id": "s", "name": "Oradora", "url": "javascript:x"}],
  "sessions": [
    {"id": "a", "title": {"es": "Apertura", "en": "Opening"},
     "start": "x"},
    {"title": "Sin id", "start": "2027-08-11T09:00"},
    {"id": "c", "start": "2027-08-11T09:00", "trakc": "x"},
    7
  ]
}"#;
    let faults = open(file.as_bytes()).1;
    let subject = |place: &str, lang| {
        let fault = faults.iter().find(|fault| fault.path == place).unwrap();
        let at = fault.position.unwrap();
        (at.line, at.column, fault.subject(lang))
    };
    assert_eq!(subject("speakers[0].url", Lang::Es), (3, 54, "«Oradora», id «s»".to_owned()));
    assert_eq!(subject("sessions[0].start", Lang::Es), (6, 15, "«Apertura», id «a»".to_owned()));
    assert_eq!(subject("sessions[0].start", Lang::En).2, "“Opening”, id “a”");
    assert_eq!(
        subject("sessions[1].id", Lang::Pt),
        (7, 5, "“Sin id”".to_owned()),
        "where the session begins"
    );
    assert_eq!(
        subject("sessions[2].trakc", Lang::En),
        (8, 46, "id “c”".to_owned()),
        "the key and not its value"
    );
    assert_eq!(subject("sessions[3]", Lang::En), (9, 5, "no. 4 of the list".to_owned()));
}

/// Words that were read in another encoding before they were pasted or saved.
#[test]
fn mangled_words_are_a_warning_with_their_line() {
    let faults = faults("", ", \"summary\": \"Cali,\u{a0}Bogot\u{fffd}\"");
    assert_says(&faults, "", &["Bogot\u{fffd}", "a letter was lost"]);
    assert_eq!(faults[0].position.unwrap().line, 2);
    let double = self::faults("", ", \"summary\": \"BogotÃ¡\"");
    assert_says(&double, "", &["“BogotÃ¡”", "“Bogotá”"]);
    assert!(double.iter().all(|fault| fault.severity() == huso_agenda::Severity::Warning));
}

/// A server that answers every address with its front page; a file of nothing.
#[test]
fn pages_and_empty_files_are_named() {
    for page in ["<!doctype html><html></html>", "\n<?xml version=\"1.0\"?>", "<html>"] {
        let faults = open(page.as_bytes()).1;
        assert_says(&faults, "", &["web page (HTML)"]);
    }
    for empty in ["", " \r\n", "\u{feff}"] {
        assert_says(&open(empty.as_bytes()).1, "", &["empty"]);
    }
}

/// A file of which one sign was deleted: whatever it was, something is said, and of commas and colons just
/// where.
#[test]
fn a_sign_that_was_deleted_is_found() {
    let file = include_str!("../../../examples/pacific-alliance-2027.json");
    let line = |at: usize| file[..at].matches('\n').count() + 1;
    for (at, sign) in file.char_indices().filter(|(_, sign)| ",:\"[]{}".contains(*sign)) {
        let text = file[..at].to_owned() + &file[at + 1..];
        let (_, faults) = open(text.as_bytes());
        // Signs stand in texts too.
        let Some(fault) = faults.iter().find(|fault| fault.excerpt.is_some()) else { continue };
        let message = fault.message(Lang::En);
        assert!(!message.contains("Check the commas"), "{sign} in line {}: {message}", line(at));
        if sign == ',' || sign == ':' {
            assert_eq!(fault.position.unwrap().line, line(at), "{sign}: {message}");
        }
    }
}

/// What stands in a file is not obeyed by the terminal that it is printed in.
#[test]
fn messages_have_no_control_characters() {
    let faults = faults("", r#", "start": "\u001b[31m\n9:30", "a\u001bb": 1"#);
    assert_eq!(faults.len(), 2);
    for fault in &faults {
        let line = fault.place(Lang::Es) + &fault.message(Lang::Es);
        assert!(line.contains('\u{fffd}') && !line.contains(char::is_control), "{line:?}");
    }
    let nul = open(b"{\0}").1;
    assert!(!nul[0].message(Lang::Es).contains('\0'));
}
