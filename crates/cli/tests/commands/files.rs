//! Files that can't be read, and arguments that make no sense.

use crate::program::{WINTER, err, example, huso, out, root, with_input, zoneinfo};
use tempfile::TempDir;

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
            let rules = huso(&["rules", "--lang", lang, &file, "--zoneinfo", &zoneinfo()]);
            assert_eq!(rules.status.code(), Some(1));
            assert!(err(&rules).contains(encoding), "{}", err(&rules));
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
    let output = with_input(&["rules", "-", "--zoneinfo", &zoneinfo()], file.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).starts_with("\u{feff}{\n"), "{}", out(&output));
    assert_eq!(with_input(&["check", "-"], out(&output).as_bytes()).status.code(), Some(0));
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
fn the_published_schema_is_that_of_the_program() {
    let published = std::fs::read_to_string(root().join("docs/event-file.schema.json")).unwrap();
    assert_eq!(
        published,
        out(&huso(&["schema"])),
        "docs/event-file.schema.json is out of date: cargo run -p huso-cli -- schema > docs/event-file.schema.json"
    );
}
