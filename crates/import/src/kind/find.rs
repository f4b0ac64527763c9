//! What a file is.

use super::encoding::{Encoding, decode};
use super::shape::{is_calendar, is_html, is_table};
use crate::schedule::root_name;
use crate::sessionize::View;
use huso_agenda::Problem;
use huso_agenda::encoding::{FileKind, text};
use serde_json::Value;
use std::io::Cursor;
use zip::ZipArchive;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Nothing is in it.
    Empty,
    /// An event file.
    EventFile,
    /// schedule.xml.
    ScheduleXml,
    /// schedule.json.
    ScheduleJson,
    /// What Sessionize exports.
    Sessionize(View),
    /// iCalendar.
    Calendar,
    /// XLSX or ODS.
    Spreadsheet,
    /// CSV, TSV or the like.
    Table,
    /// HTML.
    Html,
    /// Text for people.
    Prose,
    /// An archive of files.
    Zip,
    /// JSON of another kind, or broken.
    Json,
    /// XML of another kind, or broken.
    Xml,
    /// No text, and nothing that is read: a picture, a PDF, a document of a text program.
    Other(FileKind),
}

/// A file's content, as far as finding its kind read it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Not text.
    Bytes,
    /// Text.
    Text(String),
    /// JSON.
    Json(Value),
    /// It begins as JSON, and isn't: what its parser says.
    Broken(String),
}

/// What a file was found to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// What its text was saved as; `None` where it is no text.
    pub encoding: Option<Encoding>,
    /// What is in it.
    pub content: Content,
}

/// What a file is, by its content.
pub fn find(bytes: &[u8]) -> Found {
    if let Err(Problem::WrongFile { found }) = text(bytes) {
        return Found { kind: binary(bytes, found), encoding: None, content: Content::Bytes };
    }
    let (text, encoding) = decode(bytes);
    let (kind, content) = written(text);
    Found { kind, encoding: Some(encoding), content }
}

/// A file that is known by its first bytes. An archive is what its own list of files says; what is packed within one of
/// them says nothing.
fn binary(bytes: &[u8], found: FileKind) -> Kind {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Kind::Other(found);
    }
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return Kind::Zip };
    let has = |name: &str| archive.index_for_name(name).is_some();
    let is_open_document =
        bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis"));
    match found {
        FileKind::Spreadsheet if is_open_document => Kind::Spreadsheet,
        _ if has("xl/workbook.xml") || has("xl/workbook.bin") => Kind::Spreadsheet,
        _ if has("word/document.xml") || is_open_document => Kind::Other(FileKind::Document),
        _ => Kind::Zip,
    }
}

fn written(text: String) -> (Kind, Content) {
    let start = text.trim_start();
    let kind = match start.chars().next() {
        None => Kind::Empty,
        Some('{' | '[') => match serde_json::from_str(start) {
            Ok(value) => return json(text, value),
            // Prose may begin with a bracket.
            Err(error) if start.starts_with('{') || start.contains("\":") => {
                return (Kind::Json, Content::Broken(error.to_string()));
            }
            Err(_) => of_lines(start),
        },
        Some('<') if is_calendar(start) => Kind::Calendar,
        Some('<') if is_html(start) => Kind::Html,
        Some('<') => match root_name(start).as_deref() {
            Some("schedule") => Kind::ScheduleXml,
            _ => Kind::Xml,
        },
        Some(_) => of_lines(start),
    };
    (kind, Content::Text(text))
}

fn json(text: String, value: Value) -> (Kind, Content) {
    let has = |key: &str| value.get(key).is_some();
    if has("huso") || (has("timezone") && has("sessions") && has("id")) {
        (Kind::EventFile, Content::Text(text))
    } else if value.pointer("/schedule/conference").is_some() {
        (Kind::ScheduleJson, Content::Json(value))
    } else if let Some(view) = View::of(&value) {
        (Kind::Sessionize(view), Content::Json(value))
    } else {
        (Kind::Json, Content::Json(value))
    }
}

fn of_lines(text: &str) -> Kind {
    if is_calendar(text) {
        Kind::Calendar
    } else if is_table(text) {
        Kind::Table
    } else {
        Kind::Prose
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_what_is_in_them() {
        for (text, kind) in [
            (" \r\n", Kind::Empty),
            ("{\"huso\": 1}", Kind::EventFile),
            ("<?xml version='1.0'?><!-- x --><schedule/>", Kind::ScheduleXml),
            ("{\"schedule\": {\"conference\": {}}}", Kind::ScheduleJson),
            ("[{\"fullName\": \"A\", \"profilePicture\": null}]", Kind::Sessionize(View::SpeakerWall)),
            ("\u{feff}begin:vcalendar\r\nEND:VCALENDAR", Kind::Calendar),
            ("Hora;Título\n10:00;Uno\n11:00;Dos, y más", Kind::Table),
            ("Hora\tTítulo\n10:00\tUno", Kind::Table),
            ("<!DOCTYPE html><p>x", Kind::Html),
            ("<table><tr><td>10:00</table>", Kind::Html),
            ("<rss></rss>", Kind::Xml),
            ("{\"a\": 1,}", Kind::Json),
            ("[Borrador] Lunes 9, a las 10:00\nInauguración, con café", Kind::Prose),
            ("Lunes 9 de agosto, 10:00, hora de Chile.\nInauguración\n\n11:00, Café", Kind::Prose),
        ] {
            assert_eq!(find(text.as_bytes()).kind, kind, "{text}");
        }
        assert_eq!(find(b"%PDF-1.7").kind, Kind::Other(FileKind::Pdf));
        assert_eq!(find(b"PK\x03\x04").kind, Kind::Zip);
        assert!(matches!(find("[".repeat(100_000).as_bytes()).kind, Kind::Prose | Kind::Json));
    }
}
