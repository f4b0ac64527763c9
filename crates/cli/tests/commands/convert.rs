//! `huso convert`.

use crate::program::{err, example, huso, out, root, with_input};
use serde_json::Value;
use std::process::Output;

/// A file of those that the importers are tried on.
fn data(name: &str) -> String {
    root().join("crates/import/tests/data").join(name).to_str().unwrap().to_owned()
}

/// The event file that was written.
fn event(output: &Output) -> Value {
    serde_json::from_str(out(output)).unwrap_or_else(|_| panic!("{}\n{}", out(output), err(output)))
}

/// Start and end of each session.
fn times(event: &Value) -> Vec<(String, String)> {
    let text = |session: &Value, key: &str| session[key].as_str().unwrap_or_default().to_owned();
    let all = event["sessions"].as_array().unwrap();
    all.iter().map(|session| (text(session, "start"), text(session, "end"))).collect()
}

fn starts(event: &Value) -> Vec<String> {
    times(event).into_iter().map(|(start, _)| start).collect()
}

/// Checked by hand, line by line: five sessions in Colombia's time, of which two say a length that is not theirs.
#[test]
fn a_real_announcement_becomes_its_agenda() {
    let output = huso(&["convert", &data("prose/pacific-alliance.txt")]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let event = event(&output);
    assert_eq!(event["timezone"], "America/Bogota");
    let expected = [
        ("2023-08-09T09:00", "2023-08-09T09:30"),
        ("2023-08-09T09:30", "2023-08-09T10:35"),
        ("2023-08-09T14:00", "2023-08-09T15:30"),
        ("2023-08-16T09:00", "2023-08-16T11:20"),
        ("2023-08-17T09:00", "2023-08-17T16:00"),
    ];
    assert_eq!(times(&event), expected.map(|(start, end)| (start.to_owned(), end.to_owned())));
    let said = |what: &str| err(&output).lines().filter(|line| line.contains(what)).count();
    assert_eq!(said("From start to end"), 2, "{}", err(&output));
    assert_eq!(said(": error: "), 0, "{}", err(&output));
    assert_eq!(said("The times are of America/Bogota, as “COL time” says"), 1, "{}", err(&output));
    let checked = with_input(&["check", "-"], &output.stdout);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
}

#[test]
fn what_is_not_said_is_asked_with_what_follows() {
    let table = data("table/semicolons.csv");
    let nothing = huso(&["convert", "--lang", "es", &table]);
    assert_eq!((nothing.status.code(), out(&nothing)), (Some(3), ""));
    assert!(
        err(&nothing).contains("  Diga el primer día del evento: --date AAAA-MM-DD"),
        "{}",
        err(&nothing)
    );
    assert!(err(&nothing).contains("--timezone America/Santiago\n"), "{}", err(&nothing));
    let day = huso(&["convert", "--date", "2027-08-09", &table]);
    assert_eq!((day.status.code(), out(&day)), (Some(3), ""));
    let follows =
        "--timezone America/Santiago: 13:10 in Chile = 12:10 in Colombia / Peru = 11:10 in Mexico\n";
    assert!(err(&day).contains(follows), "{}", err(&day));
    let both = huso(&["convert", "--date", "2027-08-09", "--timezone", "America/Santiago", &table]);
    assert_eq!(both.status.code(), Some(0), "{}", err(&both));
    let event = event(&both);
    assert_eq!(event["timezone"], "America/Santiago");
    assert!(starts(&event).contains(&"2027-08-09T13:10".to_owned()), "{event:#}");
}

/// pretalx: `time_zone_name` is UTC, and its times are at +01:00.
#[test]
fn an_offset_that_is_not_the_zone_s_is_a_moment_or_a_mistake() {
    let export = data("schedule/pretalx.json");
    let convert = |more: &[&str]| huso(&[&["convert", &export], more].concat());
    let asked = convert(&["--timezone", "America/Bogota"]);
    assert_eq!((asked.status.code(), out(&asked)), (Some(3), ""));
    for option in ["--offsets moment: 03:00 in Colombia", "--offsets clock: 09:00 in Colombia"] {
        assert!(err(&asked).contains(option), "{}", err(&asked));
    }
    for (offsets, start) in [("moment", "T03:00"), ("clock", "T09:00")] {
        let answered = convert(&["--timezone", "America/Bogota", "--offsets", offsets]);
        assert_eq!(answered.status.code(), Some(0), "{}", err(&answered));
        assert!(starts(&event(&answered))[0].ends_with(start), "{}", out(&answered));
    }
    let fitting = convert(&["--timezone", "Europe/Madrid"]);
    assert_eq!(fitting.status.code(), Some(0), "{}", err(&fitting));
}

#[test]
fn a_zone_that_was_asked_for_is_taken_and_the_one_that_is_said_is_named() {
    let calendar = data("ical/google.ics");
    let output = huso(&["convert", "--timezone", "America/Lima", &calendar]);
    assert_eq!(event(&output)["timezone"], "America/Lima");
    let says = "as asked; it says “X-WR-TIMEZONE:America/Bogota”";
    assert!(err(&output).contains(says), "{}", err(&output));
    let unknown = huso(&["convert", "--timezone", "EST", &calendar]);
    assert_eq!(unknown.status.code(), Some(2), "{}", err(&unknown));
}

/// The program has no rules of Germany, and the time zone database has: times keep their moments.
#[test]
fn times_of_a_zone_without_rules_keep_their_moments() {
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Panel\nDTSTART;TZID=Europe/Berlin:20270809T100000\n\
                    DTEND;TZID=Europe/Berlin:20270809T110000\nEND:VEVENT\nEND:VCALENDAR\n";
    let asked = with_input(&["convert", "-"], calendar.as_bytes());
    assert_eq!(asked.status.code(), Some(3));
    // What is asked is why: not that the times were in UTC, which they are not.
    assert!(
        err(&asked).contains("It says Europe/Berlin, and Huso doesn't have that zone's rules"),
        "{}",
        err(&asked)
    );
    let output = with_input(&["convert", "--timezone", "America/Bogota", "-"], calendar.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let expected = [("2027-08-09T03:00".to_owned(), "2027-08-09T04:00".to_owned())];
    assert_eq!(times(&event(&output)), expected);
}

#[test]
fn several_files_are_one_event() {
    let files = [data("ical/google.ics"), data("prose/pacific-alliance.txt")];
    let output = huso(&["convert", &files[0], &files[1]]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let event = event(&output);
    assert_eq!(event["title"], "Semana del libro");
    assert_eq!(event["sessions"].as_array().unwrap().len(), 12);
}

#[test]
fn what_can_be_read_is_written_beside_what_is_wrong() {
    let table = "Inicio;Título\n2027-08-09 10:00;Apertura\n2027-08-09 25:00;Panel";
    let output = with_input(&["convert", "--timezone", "America/Lima", "-"], table.as_bytes());
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert!(err(&output).contains("-: Row 3, column A: error: "), "{}", err(&output));
    assert_eq!(starts(&event(&output))[0], "2027-08-09T10:00");
    let large = vec![b'a'; 20 << 20];
    let output = with_input(&["convert", "-"], &large);
    assert_eq!((output.status.code(), out(&output)), (Some(1), ""));
    assert!(err(&output).contains("larger than the 16 MB that are read"), "{}", err(&output));
    let nothing = with_input(&["convert", "-"], b"Nos vemos pronto.");
    assert_eq!((nothing.status.code(), out(&nothing)), (Some(1), ""));
}

#[test]
fn an_event_file_stays_as_it_is() {
    let file = example(2027);
    let output = huso(&["convert", &file]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(out(&output), std::fs::read_to_string(&file).unwrap());
    let both = huso(&["convert", &file, &data("ical/google.ics")]);
    assert!(err(&both).contains("registration"), "{}", err(&both));
}
