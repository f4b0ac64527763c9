//! What `huso registrations` and `huso cancel` write of what visitors wrote.

use crate::program::{command, err, huso, out, sql};
use crate::serve::serve;
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use serde_json::{Value, json};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Clears a screen, in both ways to write it.
const CLEAR: &str = "\u{1b}[2J\u{9b}2J";

struct Listed {
    folder: TempDir,
    database: String,
}

impl Listed {
    /// Two people; the address of the second is what the receiver would not let in.
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("huso.db");
        let served = serve(&database);
        for (id, name) in [("one", "Ñusta;=1+1;"), ("two", "007")] {
            let answer = served.post(&json!({
                "huso": 1, "submission": id, "event": "pacific-alliance-2027",
                "answers": {
                    "name": name, "email": format!("{id}@example.org"), "country": "PE", "participation": "public"
                },
                "sessions": ["keynote"], "consents": ["data"]
            }));
            assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
        }
        served.stop();
        let database = database.to_str().unwrap().to_owned();
        let listed = Self { folder, database };
        listed.sql(
            "UPDATE registrations SET email = 'two' || char(27) || '[2J' || char(155) || '2J',
                    answers = replace(answers, 'two@', 'two' || '\\u001b[2J' || char(155) || '2J@')
                    WHERE submission = 'two'",
        );
        listed
    }

    fn sql(&self, text: &str) {
        sql(&format!("sqlite:{}", self.database), text);
    }

    fn list<'a>(&'a self, args: &[&'a str]) -> Command {
        command(&[&["registrations", "--database", &self.database], args].concat())
    }

    fn file(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }
}

#[test]
fn csv_is_inert_and_begins_with_a_mark_where_it_is_asked_for() {
    let listed = Listed::new();
    let plain = listed.list(&[]).output().unwrap();
    assert!(out(&plain).starts_with("event,submission,"), "{}", out(&plain));
    assert!(out(&plain).contains(",Ñusta;'=1+1;,"), "{}", out(&plain));
    let marked = listed.list(&["--bom"]).output().unwrap();
    assert_eq!(out(&marked).strip_prefix('\u{feff}'), Some(out(&plain)));
    let refused = listed.list(&["--bom", "--format", "json-lines"]).output().unwrap();
    assert_eq!((refused.status.code(), out(&refused)), (Some(2), ""));
    assert!(err(&refused).contains("--bom"), "{}", err(&refused));
}

#[test]
fn json_lines_are_for_programs() {
    let listed = Listed::new();
    let output = listed.list(&["--format", "json-lines"]).output().unwrap();
    let lines: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["answers"]["name"], "Ñusta;=1+1;");
    assert_eq!(lines[1]["answers"]["email"], format!("two{CLEAR}@example.org"));
}

/// Kind of fault: an empty list for a question that was asked wrong.
#[test]
fn that_there_is_no_such_event_is_said() {
    let listed = Listed::new();
    for command in ["registrations", "promotions"] {
        let output = huso(&[command, "--database", &listed.database, "--event", "pacific-aliance-2027"]);
        assert_eq!(out(&output).lines().count(), 1, "{command}");
        let why = err(&output);
        assert!(why.contains("no such event. It has: pacific-alliance-2027"), "{why}");
        let known = huso(&[command, "--database", &listed.database, "--event", "pacific-alliance-2027"]);
        assert_eq!(err(&known), "", "{command}");
    }
}

#[test]
fn a_workbook_has_every_answer_as_text_and_the_seats() {
    let listed = Listed::new();
    let file = listed.file("registrations.xlsx");
    let output = listed.list(&["--format", "xlsx", "-o", &file]).output().unwrap();
    assert_eq!((output.status.code(), out(&output)), (Some(0), ""), "{}", err(&output));
    let piped = listed.list(&["--format", "xlsx"]).stdout(Stdio::piped()).output().unwrap();
    assert!(piped.stdout.starts_with(b"PK"), "a pipe gets it");

    let mut book: Xlsx<_> = open_workbook(&file).unwrap();
    let sheet = book.worksheet_range("Registrations").unwrap();
    let column = sheet.rows().next().unwrap().iter().position(|cell| cell == "answer.name").unwrap();
    let names: Vec<_> = sheet.rows().skip(1).map(|row| row[column].clone()).collect();
    assert_eq!(names, ["Ñusta;=1+1;", "007"].map(|name| Data::String(name.into())));
    let seats = book.worksheet_range("Sessions").unwrap();
    let keynote = seats.rows().find(|row| row[1] == "keynote").unwrap();
    assert_eq!(keynote[3], Data::Float(2.0), "{keynote:?}");
}

#[test]
fn a_terminal_gets_no_workbook() {
    let listed = Listed::new();
    let huso = env!("CARGO_BIN_EXE_huso");
    let line = format!("{huso} registrations --database {} --format xlsx", listed.database);
    // script(1) runs it in a terminal.
    let output =
        Command::new("script").args(["-qec", &line, "/dev/null"]).stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", out(&output));
    assert!(out(&output).contains("add -o registrations.xlsx"), "{}", out(&output));
}

#[cfg(unix)]
#[test]
fn what_is_written_is_for_ones_own_eyes() {
    use std::os::unix::fs::PermissionsExt as _;
    let listed = Listed::new();
    for format in ["csv", "xlsx", "json-lines"] {
        let file = listed.file(format);
        assert!(listed.list(&["--format", format, "-o", &file]).status().unwrap().success());
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{format}");
    }
}

/// What was set aside was told so: it stands in a column of its own.
#[test]
fn what_was_set_aside_is_listed_with_what_it_was_told() {
    let listed = Listed::new();
    listed.sql(
        "INSERT INTO set_aside (event, submission, received_at, reason, status, sessions, answers, consents)
                VALUES ('e', 'three', '2027', 'duplicate', 'waitlisted', '[]', '{}', '[]')",
    );
    let output = listed.list(&["--set-aside"]).output().unwrap();
    let (header, row) = out(&output).split_once("\r\n").unwrap();
    assert!(header.ends_with(",told") && row.trim_end().ends_with(",waitlisted"), "{}", out(&output));
    let output = listed.list(&["--set-aside", "--format", "json-lines"]).output().unwrap();
    let line: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(line["told"], "waitlisted");
    assert!(err(&listed.list(&[]).output().unwrap()).contains("1 more got no seat"));
}

#[test]
fn no_command_hands_on_what_a_terminal_obeys() {
    let listed = Listed::new();
    listed.sql("UPDATE events SET session_capacities = '{\"keynote\": 1}'");
    listed.sql("UPDATE registration_sessions SET status = 'waitlisted' WHERE registration = 2");
    listed.sql("UPDATE registrations SET status = 'waitlisted' WHERE id = 2");
    let cancel = huso(&["cancel", "one", "--database", &listed.database]);
    assert!(out(&cancel).contains("moved up two two\u{fffd}[2J"), "{}", out(&cancel));
    let outputs = [
        cancel,
        listed.list(&[]).output().unwrap(),
        listed.list(&["--format", "json-lines"]).output().unwrap(),
        huso(&["cancel", CLEAR, "--database", &listed.database]),
        huso(&["check", &format!("missing{CLEAR}.json")]),
    ];
    for output in &outputs {
        let text = out(output).to_owned() + err(output);
        assert!(!text.is_empty());
        let obeyed = |c: char| c.is_control() && !"\r\n\t".contains(c);
        assert!(!text.contains(obeyed), "{text:?}");
    }
}

/// Kind of fault: a list that is written over what it is of, or that others can read.
#[test]
fn a_list_goes_nowhere_but_into_a_file_of_its_own() {
    use std::os::unix::fs::PermissionsExt as _;
    let listed = Listed::new();
    let link = listed.file("link.csv");
    std::os::unix::fs::symlink(&listed.database, &link).unwrap();
    for name in [listed.database.clone(), listed.database.clone() + "-wal", link] {
        let output = listed.list(&["-o", &name]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(err(&output).contains("the database itself"), "{}", err(&output));
    }
    let before = listed.file("before.csv");
    std::fs::write(&before, "old").unwrap();
    std::fs::set_permissions(&before, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(listed.list(&["-o", &before]).output().unwrap().status.success());
    assert_eq!(std::fs::metadata(&before).unwrap().permissions().mode() & 0o777, 0o600);
}

/// Kind of fault: a panic where an output is full or gone, after what was asked for is done.
#[test]
fn an_output_that_is_full_is_an_error_and_no_panic() {
    for command in [&["cancel", "one"][..], &["erase", "two"], &["promote"], &["doctor"], &["registrations"]]
    {
        let listed = Listed::new();
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut huso = Command::new(env!("CARGO_BIN_EXE_huso"));
        let output = huso.args(command).args(["--database", &listed.database]).stdout(full).output().unwrap();
        let is_silent = command == ["promote"];
        assert_eq!(output.status.code(), Some(if is_silent { 0 } else { 2 }), "{command:?} {}", err(&output));
        assert!(!err(&output).contains("panicked"), "{}", err(&output));
    }
}

/// Kind of fault: a message that says more than was done.
#[test]
fn a_trial_that_cannot_be_printed_did_nothing() {
    for (option, said) in [(Some("--dry-run"), "nothing was done"), (None, "it is done")] {
        let listed = Listed::new();
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let args = ["erase", "two", "--database", &listed.database];
        let output = command(&args).args(option).stdout(full).output().unwrap();
        assert!(err(&output).contains(said), "{option:?}: {}", err(&output));
    }
}
