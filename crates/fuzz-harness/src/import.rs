//! What organizers bring: a target for each importer.

use huso_agenda::chrono::NaiveDate;
use huso_agenda::{Diagnostic, Lang, Problem, event_file};
use huso_announcement::Context;
use huso_import::{
    Answer, Place, Program, Read, Reading, equation, ical, open, prose, schedule, sessionize, settle, table,
    write,
};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Any file, by what it is found to be.
pub fn import_any(bytes: &[u8]) {
    for opened in open(bytes, "name", 0, &context()) {
        for finding in &opened.read.findings {
            let _ = opened.place(&finding.origin.place, Lang::Es);
        }
        // A day that is said, and the same columns.
        let dated = opened.dated(&Context { date: Some(context().today), ..context() });
        keeps(&dated.read);
    }
}

/// iCalendar.
pub fn import_calendar(bytes: &[u8]) {
    keeps(&ical::read(&String::from_utf8_lossy(bytes), 0));
}

/// schedule.xml, schedule.json and what Sessionize exports.
pub fn import_schedule(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    keeps(&schedule::read_xml(&text, 0));
    if let Ok(value) = serde_json::from_str(&text) {
        keeps(&schedule::read_json(&value, 0));
        sessionize::read(&value, 0).iter().for_each(keeps);
    }
}

/// CSV and the like.
pub fn import_table(bytes: &[u8]) {
    of_grid(&table::read_delimited(&String::from_utf8_lossy(bytes)));
}

/// The cells of a workbook: the first byte says of which kind it is, the rest is the XML that has them.
pub fn import_workbook(bytes: &[u8]) {
    let Some((kind, cells)) = bytes.split_first() else { return };
    let book = if kind % 2 == 0 { open_document(cells) } else { excel(cells) };
    if let Ok(grid) = table::read_book(&book) {
        of_grid(&grid);
    }
}

/// Running text.
pub fn import_prose(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = prose::read(&text, 0, &context());
    keeps(&read.read);
    let understood = read.understood.iter().map(|one| (&one.origin, one.session));
    let found = read.read.findings.iter().map(|finding| (&finding.origin, None));
    for (origin, session) in understood.chain(found) {
        let Place::Text { start, end } = origin.place else { panic!("{origin:?} is no place of a text") };
        assert!(text.get(start..end).is_some(), "{start}..{end} of {text:?}");
        assert!(session.is_none_or(|session| session < read.read.program.sessions.len()));
    }
}

fn context() -> Context {
    Context { date: None, today: NaiveDate::from_ymd_opt(2027, 8, 2).unwrap() }
}

fn of_grid(grid: &table::Grid) {
    let mappings = table::mappings(grid);
    for date in [None, Some(context().today)] {
        keeps(&table::read(grid, &mappings, date, 0));
    }
}

/// What is read can be said, asked, settled and written, as an event file whose ids are right.
fn keeps(read: &Read) {
    for lang in Lang::ALL {
        for finding in &read.findings {
            assert!(!finding.message(lang).is_empty(), "{finding:?}");
        }
    }
    let program = &read.program;
    for session in &program.sessions {
        assert!(session.track.is_none_or(|track| track < program.tracks.len()));
        assert!(session.venue.is_none_or(|venue| venue < program.venues.len()));
        assert!(session.speakers.iter().all(|speaker| *speaker < program.speakers.len()));
    }
    for reading in [Reading::Moment, Reading::Clock] {
        let answer = Answer { timezone: "America/Santiago".to_owned(), reading };
        if let Err(question) = settle(program, None) {
            equation(&question.consequences(program, &answer, Lang::Pt), Lang::Pt);
        }
        written(program, &answer);
    }
}

fn written(program: &Program, answer: &Answer) {
    let settled = settle(program, Some(answer)).unwrap();
    assert_eq!(settled.spans.len(), program.sessions.len());
    let event = write(program, &settled).to_string();
    let (file, faults) = event_file::parse::<serde_json::Value>(&event);
    assert!(file.is_some(), "{faults:?} in {event}");
    let is_wrong = |fault: &Diagnostic| {
        matches!(
            fault.problem,
            Problem::DuplicateId { .. } | Problem::UnknownId { .. } | Problem::WrongKind { .. }
        )
    };
    assert!(!faults.iter().any(is_wrong), "{faults:?} in {event}");
}

fn open_document(content: &[u8]) -> Vec<u8> {
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)])
}

fn excel(sheet: &[u8]) -> Vec<u8> {
    zip(&[
        (
            "xl/workbook.xml",
            br#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
