//! The program `huso`, as a shell runs it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn example(year: u16) -> String {
    root().join(format!("examples/pacific-alliance-{year}.json")).to_str().unwrap().to_owned()
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huso"));
    command.args(args).env_remove("RUST_LOG").env("LC_ALL", "en_US.UTF-8");
    command
}

fn huso(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_examples_have_no_faults() {
    let output = huso(&["check", "--lang", "en", &example(2023), &example(2027)]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert_eq!(out(&output).lines().count(), 2, "{}", out(&output));
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
fn an_announcement_is_right_in_winter() {
    let text = "August 9, 2023: 10:00 Chilean time / 09:00 Colombia/Peru time / 08:00 Mexico time".as_bytes();
    let output = with_input(&["announcement", "-"], text);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert_eq!(
        out(&output),
        "-:1:17: Wednesday, 9 August 2023, 2023-08-09T14:00Z
    10:00 Chilean (America/Santiago)
    09:00 Colombia (America/Bogota)
    09:00 Peru (America/Lima)
    08:00 Mexico (America/Mexico_City)
-: all times agree.
"
    );
}

#[test]
fn a_wrong_time_in_an_announcement_is_named_in_each_language() {
    let text = "Taller\n10:00 hrs (Chile), 08:00 (Colombia y Perú), 08:00 (México)".as_bytes();
    for (lang, expected) in [
        (
            "es",
            "-:2:45: error: «08:00» (México) debe ser 07:00: se compara con la primera hora, «10:00 hrs Chile».",
        ),
        (
            "en",
            "-:2:45: error: “08:00” (México) should be 07:00: it is compared with the first time, “10:00 hrs Chile”.",
        ),
        (
            "pt",
            "-:2:45: erro: “08:00” (México) deve ser 07:00: compara-se com o primeiro horário, “10:00 hrs Chile”.",
        ),
    ] {
        let output = with_input(&["announcement", "--date", "2024-01-10", "--lang", lang, "-"], text);
        assert_eq!(output.status.code(), Some(1), "{}", out(&output));
        assert_eq!(out(&output).lines().last(), Some(expected));
        assert!(out(&output).contains("\n  ✗ 08:00 México (America/Mexico_City)\n"), "{}", out(&output));
    }
}

#[test]
fn an_announcement_that_cannot_be_checked() {
    let nothing = with_input(&["announcement", "-"], b"We meet on 9 August 2023 in Lima.");
    assert_eq!(nothing.status.code(), Some(2));
    let no_date = with_input(&["announcement", "-"], b"10:00 Chile / 09:00 Peru");
    assert_eq!(no_date.status.code(), Some(3));
    assert!(out(&no_date).contains("there is no date"), "{}", out(&no_date));
    assert!(out(&no_date).ends_with("-: 0 times compared, 2 not.\n"), "{}", out(&no_date));
    let wrong_date = huso(&["announcement", "--date", "9/8/2023", "-"]);
    assert_eq!(wrong_date.status.code(), Some(2));
    assert!(err(&wrong_date).contains("2027-08-11"), "{}", err(&wrong_date));
}

/// Kind: what was not compared passes for right.
#[test]
fn an_announcement_that_was_not_compared_whole_ends_with_3() {
    let text = "12 May 2027\nLondon | 16:00\nBogota | 10:00\nLima | 10:00".as_bytes();
    for (lang, reason, summary) in [
        ("es", "no comparó esa hora", "-: 2 horas comparadas, 1 no."),
        ("en", "did not compare that time", "-: 2 times compared, 1 not."),
        ("pt", "não comparou esse horário", "-: 2 horários comparados, 1 não."),
    ] {
        let output = with_input(&["announcement", "--lang", lang, "-"], text);
        assert_eq!(output.status.code(), Some(3), "{}", out(&output));
        assert!(out(&output).contains(reason), "{}", out(&output));
        assert_eq!(out(&output).lines().last(), Some(summary));
    }
    let alone = with_input(&["announcement", "--lang", "en", "-"], b"10:00 Chile, 9 August 2023");
    assert_eq!(alone.status.code(), Some(3));
    assert!(out(&alone).contains("  ? 10:00 Chile"), "{}", out(&alone));
}

#[test]
fn dates_without_a_year_are_counted_from_the_day_given() {
    let text = "Jueves 11 de marzo: 10:00 Chile, 08:00 Perú".as_bytes();
    for (today, date) in [("2026-11-26", "2027-03-11T13:00Z"), ("2021-01-01", "2021-03-11T13:00Z")] {
        let output = with_input(&["announcement", "--today", today, "--lang", "es", "-"], text);
        assert_eq!(output.status.code(), Some(0), "{}", out(&output));
        assert!(out(&output).contains(date), "{}", out(&output));
        assert!(out(&output).contains("no dice el año"), "{}", out(&output));
    }
}

#[test]
fn places_count_the_entries_that_cannot_be_read() {
    let file = br#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [
        {"id": "a", "start": "2027-08-11T10:00"}, 7,
        {"id": "c", "title": "C", "start": "2027-08-11T10:00", "end": "2027-08-11T09:00"}]}"#;
    let output = with_input(&["check", "--lang", "en", "-"], file);
    let places: Vec<_> = out(&output).lines().map(|line| line.split([':', ' ']).nth(6).unwrap()).collect();
    assert_eq!(places, ["sessions[0].title", "sessions[1]", "sessions[2].end"], "{}", out(&output));
}

/// What Notepad and Excel save unless told otherwise: refused in the reader's language, by every command.
#[test]
fn files_of_other_encodings_are_refused_in_each_language() {
    let folder = TempDir::new().unwrap();
    let text = "{\"huso\": 1, \"title\": \"México\"}";
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for (file, encoding) in [
        (file("marked.json", &[b"\xff\xfe", utf16.as_slice()].concat()), "UTF-16 LE"),
        (file("utf16.json", &utf16), "UTF-16 LE"),
        (file("latin.json", &latin), "Windows-1252"),
    ] {
        for (lang, says) in [
            ("es", "«Guardar como», «Codificación: UTF-8»"),
            ("en", "“Save as”, “Encoding: UTF-8”"),
            ("pt", "“Salvar como”, “Codificação: UTF-8”"),
        ] {
            let check = huso(&["check", "--lang", lang, &file]);
            assert_eq!(check.status.code(), Some(1), "{}", err(&check));
            assert!(out(&check).contains(encoding) && out(&check).contains(says), "{}", out(&check));
            assert_eq!(out(&check).lines().count(), 1, "nothing is said of what could not be read");
            let times = huso(&["times", "--lang", lang, &file]);
            assert_eq!((times.status.code(), out(&times)), (Some(1), ""));
            assert!(err(&times).contains(encoding) && err(&times).contains(says), "{}", err(&times));
            let announcement = huso(&["announcement", "--lang", lang, &file]);
            assert_eq!(announcement.status.code(), Some(2));
            assert!(err(&announcement).contains(encoding) && err(&announcement).contains(says));
            let convert =
                huso(&["convert", "--refresh-rules", "--lang", lang, &file, "--zoneinfo", &zoneinfo()]);
            assert_eq!(convert.status.code(), Some(1));
            assert!(err(&convert).contains(encoding), "{}", err(&convert));
        }
    }
    for (file, says) in [
        (file("agenda.xlsx", b"PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml"), "spreadsheet"),
        (file("agenda.json.gz", b"\x1f\x8b\x08\0\0\0\0\0"), "gzip"),
        (file("agenda.html", b"<!doctype html><title>404</title>"), "web page (HTML)"),
        (file("broken.json", b"{\"a\":\n\"\xc3\xa9 \xe9\"}"), "line 2"),
    ] {
        let check = huso(&["check", &file]);
        assert_eq!(check.status.code(), Some(1), "{}", err(&check));
        assert!(out(&check).contains(says), "{}", out(&check));
    }
}

/// A byte order mark is neither a fault nor lost when the file is written anew.
#[test]
fn a_byte_order_mark_is_kept() {
    let file = format!("\u{feff}{WINTER}");
    let output = with_input(&["convert", "--refresh-rules", "-", "--zoneinfo", &zoneinfo()], file.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).starts_with("\u{feff}{\n"), "{}", out(&output));
    assert_eq!(with_input(&["check", "-"], out(&output).as_bytes()).status.code(), Some(0));
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

#[test]
fn what_cannot_be_done_ends_with_2() {
    for (args, says) in [
        (vec!["check", "missing.json"], "missing.json can't be read"),
        (vec!["times", &example(2023), "--zone", "America/Santiagoo"], "America/Santiago"),
        (vec!["serve", "--event", &example(2027), "--site", "no-such-folder"], "no such folder"),
        (
            vec!["serve", "--event", &example(2027), "--allow-origin", "example.org"],
            "https://www.example.org",
        ),
        (vec!["serve", "--event", &example(2027), "--event", &example(2027)], "has the id"),
        (vec!["registrations", "--database", "no-such.db"], "no-such.db"),
        (vec!["check"], "Usage"),
        (vec!["check", "--lang", "de", "x"], "es, en and pt"),
    ] {
        let output = huso(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(err(&output).contains(says), "{args:?}: {}", err(&output));
        assert_eq!(out(&output), "");
    }
}

#[test]
fn times_as_json() {
    let output = huso(&["times", &example(2023), "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let list: Value = serde_json::from_str(out(&output)).unwrap();
    let keynote = list.as_array().unwrap().iter().find(|one| one["id"] == "virtual-connection").unwrap();
    assert_eq!(
        *keynote,
        json!({
            "id": "virtual-connection",
            "start": "2023-08-09T14:00:00Z",
            "end": "2023-08-09T15:35:00Z",
            "zones": {
                "America/Santiago":
                    {"start": "2023-08-09T10:00:00-04:00", "end": "2023-08-09T11:35:00-04:00"},
                "America/Bogota":
                    {"start": "2023-08-09T09:00:00-05:00", "end": "2023-08-09T10:35:00-05:00"},
                "America/Lima":
                    {"start": "2023-08-09T09:00:00-05:00", "end": "2023-08-09T10:35:00-05:00"},
                "America/Mexico_City":
                    {"start": "2023-08-09T08:00:00-06:00", "end": "2023-08-09T09:35:00-06:00"}
            }
        })
    );
}

#[test]
fn times_in_chosen_zones() {
    let zones = ["--zone", "Asia/Tokyo", "--zone", "America/Lima"];
    let output = huso(&[&["times", &example(2023), "--format", "json"], &zones[..]].concat());
    let list: Value = serde_json::from_str(out(&output)).unwrap();
    let zones = list[0]["zones"].as_object().unwrap();
    assert_eq!(zones.keys().collect::<Vec<_>>(), ["America/Lima", "Asia/Tokyo"]);
    assert!(zones["Asia/Tokyo"]["start"].as_str().unwrap().ends_with("+09:00"));
}

#[test]
fn times_as_text() {
    let output = huso(&["times", &example(2023), "--lang", "es"]);
    let line = out(&output).lines().find(|line| line.contains("Conexión virtual")).unwrap();
    let cells: Vec<_> = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(cells[..4], ["10:00–11:35", "09:00–10:35", "09:00–10:35", "08:00–09:35"], "{line}");
}

#[test]
fn the_published_schema_is_that_of_the_program() {
    let published = std::fs::read_to_string(root().join("docs/event-file.schema.json")).unwrap();
    assert_eq!(
        published,
        out(&huso(&["schema"])),
        "docs/event-file.schema.json is out of date: cargo run -p huso-cli -- schema > docs/event-file.schema.json"
    );
}

fn zoneinfo() -> String {
    root().join("tests/zoneinfo").to_str().unwrap().to_owned()
}

/// The night of a session in Chile's winter of 2027, which the invented law of tests/zoneinfo abolishes.
const WINTER: &str = r#"{
  "huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
  "zones": [{"timezone": "America/Santiago", "label": "Chile"}, {"timezone": "America/Nueva", "label": "N"}],
  "sessions": [
    {"id": "a", "title": "A", "start": "2027-07-01T09:00", "duration": "PT1H"},
    {"id": "b", "title": "B", "timezone": "America/Lima", "date": "2027-07-02"},
    {"id": "c", "title": "C", "timezone": "floating", "start": "2027-07-01T10:00"}
  ]
}
"#;

#[test]
fn a_change_of_law_goes_the_whole_way() {
    let folder = TempDir::new().unwrap();
    let (before, after) = (folder.path().join("before.json"), folder.path().join("after.json"));
    let (before, after) = (before.to_str().unwrap(), after.to_str().unwrap());
    std::fs::write(before, WINTER).unwrap();
    let chile = |file: &str| {
        let output = huso(&["times", file, "--zone", "America/Santiago", "--format", "json"]);
        let list: Value = serde_json::from_str(out(&output)).unwrap();
        list[0]["zones"]["America/Santiago"]["start"].as_str().unwrap().to_owned()
    };
    assert_eq!(chile(before), "2027-07-01T10:00:00-04:00");

    let output = huso(&["convert", "--refresh-rules", before, "-o", after, "--zoneinfo", &zoneinfo()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(chile(after), "2027-07-01T11:00:00-03:00");
    // A zone that only the file knows is as good as others.
    let times = huso(&["times", after]);
    let row = out(&times).lines().find(|line| line.ends_with(" A")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["11:00–12:00", "17:30–18:30", "A"]);
    assert!(out(&times).contains("10:00 local time"), "{}", out(&times));
    let check = huso(&["check", after]);
    assert_eq!((check.status.code(), out(&check).lines().count()), (Some(0), 1), "{}", out(&check));

    let written = std::fs::read_to_string(after).unwrap();
    assert!(written.starts_with(WINTER.trim_end().strip_suffix("\n}").unwrap()), "{written}");
    let rules: Value = serde_json::from_str::<Value>(&written).unwrap()["timezone_rules"].clone();
    let zones = rules["zones"].as_object().unwrap();
    assert_eq!(
        zones.keys().collect::<Vec<_>>(),
        ["America/Bogota", "America/Santiago", "America/Nueva", "America/Lima"]
    );
    assert_eq!(rules["release"], "2027z");
    assert_eq!(
        zones["America/Santiago"],
        json!({"2026-06-30T09:00:00Z": "-04:00", "2026-09-06T04:00:00Z": "-03:00"})
    );
    // Once more changes nothing.
    let again = huso(&["convert", "--refresh-rules", after, "--zoneinfo", &zoneinfo()]);
    assert_eq!(out(&again), written);
}

#[test]
fn rules_of_pypi_s_package_are_found_with_their_release() {
    let folder = TempDir::new().unwrap();
    let america = folder.path().join("zoneinfo/America");
    std::fs::create_dir_all(&america).unwrap();
    std::fs::write(folder.path().join("__init__.py"), "# x\nIANA_VERSION = \"2027y\"\n").unwrap();
    for name in ["Bogota", "Lima", "Santiago", "Mexico_City"] {
        std::fs::copy(root().join("tests/zoneinfo/America").join(name), america.join(name)).unwrap();
    }
    let package = folder.path().to_str().unwrap();
    let output = huso(&["convert", "--refresh-rules", &example(2027), "--zoneinfo", package]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let file: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(file["timezone_rules"]["release"], "2027y");
}

#[test]
fn rules_that_cannot_be_refreshed_say_why() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let nameless = folder.path().join("nameless");
    std::fs::create_dir(&nameless).unwrap();
    let nameless = nameless.to_str().unwrap();
    let start = r#""start": "2027-07-01T09:00", "duration": "PT1H""#;
    let invented = zoneinfo();
    for (file, zoneinfo, says) in [
        (file("a.json", WINTER), "no-such-folder", "pip install"),
        (file("a.json", WINTER), nameless, "nothing that says its release"),
        (file("b.json", &WINTER.replace("Nueva", "Vieja")), &invented, "\"America/Vieja\" is not a zone"),
        (
            file("c.json", &WINTER.replace("America/Nueva", "../zoneinfo/America/Lima")),
            &invented,
            "is not a zone",
        ),
        (
            file(
                "d.json",
                &WINTER
                    .replace(start, "")
                    .replace("title\": \"A\",", "title\": \"A\"")
                    .replace(", \"date\": \"2027-07-02\"", "")
                    .replace(", \"start\": \"2027-07-01T10:00\"", ""),
            ),
            &invented,
            "no session has a date",
        ),
        (
            file(
                "e.json",
                &WINTER.replace(
                    "\"id\": \"e\"",
                    r#""id": "e", "timezone_rules": {"release": "2028a", "zones": {}}"#,
                ),
            ),
            &invented,
            "the file has the rules of 2028a already",
        ),
    ] {
        let output = huso(&["convert", "--refresh-rules", &file, "--zoneinfo", zoneinfo]);
        assert_eq!(output.status.code(), Some(2), "{file}: {}", err(&output));
        assert!(err(&output).contains(says), "{file}: {}", err(&output));
        assert_eq!(out(&output), "");
    }
    assert_eq!(huso(&["convert", &file("a.json", WINTER)]).status.code(), Some(2), "nothing was asked for");
    let not_json = file("f.json", "{");
    let output = huso(&["convert", "--refresh-rules", &not_json, "--zoneinfo", &invented]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("f.json:1:1: error: "), "{}", err(&output));
}

struct Served {
    child: Child,
    address: String,
}

fn serve(database: &Path) -> Served {
    let database = database.to_str().unwrap();
    let example = example(2027);
    let args = ["serve", "--event", &example, "--database", database, "--listen", "127.0.0.1:0"];
    let mut child = command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Huso listens on http://").unwrap().to_owned();
    Served { child, address }
}

impl Served {
    fn post(&self, body: &Value) -> String {
        let body = body.to_string();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "POST /events/pacific-alliance-2027/registrations HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Stops it as a service manager does; what it logged.
    fn stop(mut self) -> String {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        let output = self.child.wait().unwrap();
        assert_eq!(output.code(), Some(0), "SIGTERM is an orderly end");
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        log
    }
}

#[test]
fn what_was_served_is_listed_and_the_log_names_nobody() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("huso.db");
    let served = serve(&database);
    let answer = served.post(&json!({
        "huso": 1, "submission": "11111111-2222-4333-8444-555555555555", "event": "pacific-alliance-2027",
        "answers": {"name": "Ana Rojas", "email": "ana.rojas@example.org", "country": "PE", "participation": "public"},
        "sessions": ["keynote"], "consents": ["data"]
    }));
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    let log = served.stop();
    assert!(log.contains("\"status\":201"), "{log}");
    for personal in ["Ana", "ana.rojas", "127.0.0.1"] {
        assert!(!log.contains(personal), "{personal} in {log}");
    }

    let output = huso(&["registrations", "--format", "csv", "--database", database.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let (header, row) = out(&output).split_once("\r\n").unwrap();
    assert!(header.starts_with("event,submission,received_at,status,sessions"));
    assert!(row.starts_with("pacific-alliance-2027,11111111-2222-4333-8444-555555555555,"));
    assert!(row.contains(",confirmed,keynote,,PE,ana.rojas@example.org,Ana Rojas,public,data,"), "{row}");
    let none = huso(&["registrations", "--event", "other", "--database", database.to_str().unwrap()]);
    assert_eq!(out(&none).lines().count(), 1);
}
