//! Archives of what organizers have, and those that were made to do harm.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use huso_announcement::Context;
use huso_import::{FindingKind, Kind, LARGEST, Opened, open};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Files that are read of an archive.
const MOST_FILES: usize = 200;

fn context() -> Context {
    Context { date: None, today: NaiveDate::default() }
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn kinds(opened: &[Opened]) -> Vec<Kind> {
    opened.iter().map(|one| one.kind).collect()
}

#[test]
fn files_of_an_archive_count_each_and_names_are_labels() {
    let inner = zip(&[("a.json", b"{}")]);
    let archive = zip(&[
        ("../../etc/a.xml", b"<schedule><day date='2027-08-09'><room name='A'><event><start>9</start></event></room></day></schedule>"),
        ("__MACOSX/._a.xml", b"x"),
        ("b\\C:\\x.csv", b"a;b\n1;2"),
        ("inner.zip", &inner),
    ]);
    let opened = open(&archive, "todo.zip", 3, &context());
    assert_eq!(kinds(&opened), [Kind::Zip, Kind::ScheduleXml, Kind::Table, Kind::Zip]);
    assert_eq!(opened[1].name, "etc/a.xml");
    assert!(opened[1].read.findings.iter().all(|finding| finding.origin.file == 4));
    assert_eq!(opened[3].read.findings[0].kind, FindingKind::Unread);
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![0; usize::try_from(LARGEST).unwrap() + 1];
    let opened = open(&zip(&[("zeros", &zeros), ("b.csv", b"a;b\n1;2")]), "bomb.zip", 0, &context());
    assert_eq!(opened[0].read.findings[0].kind, FindingKind::TooLarge { most: LARGEST });
    assert_eq!(kinds(&opened), [Kind::Zip, Kind::Table]);
    let names: Vec<String> = (0..=MOST_FILES).map(|number| format!("{number}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"a"[..])).collect();
    let opened = open(&zip(&many), "many.zip", 0, &context());
    assert_eq!(opened[0].read.findings[0].kind, FindingKind::TooMany { most: MOST_FILES });
    assert_eq!(opened.len(), MOST_FILES + 1);
}

#[test]
fn broken_archives_say_so() {
    let mut archive = zip(&[("a.csv", b"a;b\n1;2")]);
    archive.truncate(archive.len() - 10);
    let opened = open(&archive, "a.zip", 0, &context());
    assert!(matches!(opened[0].read.findings[0].kind, FindingKind::Broken(_)));
}
