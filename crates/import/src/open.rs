//! The one way in: a file of any kind, as what it is and what is in it.

use crate::archive::{self, LARGEST};
use crate::kind::{self, Content, Found, Kind};
use crate::opened::{Opened, Source, of_all, of_grid, of_text};
use crate::table::{self, Grid, Sheet};
use crate::{FindingKind, Read, event_file, html, ical, schedule, sessionize};
use huso_announcement::Context;
use std::rc::Rc;

/// Letters that are quoted of what stands beside a page's tables.
const QUOTED: usize = 200;

/// Opens a file: `file` is which one it is of all that was brought, from 0. An archive is followed by the files in it,
/// which are the ones after it; archives in it are only named. Anything else is one file. Names are for people, and say
/// nothing of what is in a file. The context says how dates without a year are counted, until it is said better
/// ([`Opened::dated`]).
pub fn open(bytes: &[u8], name: &str, file: usize, context: &Context) -> Vec<Opened> {
    if bytes.len() as u64 > LARGEST || kind::find(bytes).kind != Kind::Zip {
        return vec![open_file(bytes, name, file, context)];
    }
    let unpacked = archive::unpack(bytes, file);
    let archive = Opened {
        file,
        name: name.to_owned(),
        kind: Kind::Zip,
        encoding: None,
        read: Read { findings: unpacked.findings, ..Read::default() },
        source: Source::Entries,
    };
    let files = unpacked.files.iter().zip(file + 1..);
    let files = files.map(|((name, bytes), file)| open_file(bytes, name, file, context));
    std::iter::once(archive).chain(files).collect()
}

/// Opens a file that is no archive.
fn open_file(bytes: &[u8], name: &str, file: usize, context: &Context) -> Opened {
    let is_too_large = bytes.len() as u64 > LARGEST;
    let found = kind::find(if is_too_large { bytes.get(..4_096).unwrap_or_default() } else { bytes });
    let (read, source) = match is_too_large {
        true => only(FindingKind::TooLarge { most: LARGEST }, file),
        false => read(&found, bytes, file, context),
    };
    let opened =
        Opened { file, name: name.to_owned(), kind: found.kind, encoding: found.encoding, read, source };
    if is_too_large { opened } else { opened.with_losses() }
}

/// Reads a file by its kind.
fn read(found: &Found, bytes: &[u8], file: usize, context: &Context) -> (Read, Source) {
    let entries = |read| (read, Source::Entries);
    match (found.kind, &found.content) {
        (_, Content::Broken(error)) => only(FindingKind::Broken(error.clone()), file),
        (Kind::Empty, _) => only(FindingKind::NoTimes, file),
        (Kind::EventFile, Content::Text(text)) => {
            (event_file::read(text, file), Source::EventFile(text.as_str().into()))
        }
        (Kind::ScheduleXml, Content::Text(text)) => entries(schedule::read_xml(text, file)),
        (Kind::ScheduleJson, Content::Json(value)) => entries(schedule::read_json(value, file)),
        (Kind::Sessionize(_), Content::Json(value)) => {
            sessionize::read(value, file).map_or_else(|| only(FindingKind::Unread, file), entries)
        }
        (Kind::Calendar, Content::Text(text)) => entries(ical::read(text, file)),
        (Kind::Spreadsheet, _) => match table::read_book(bytes) {
            Ok(grid) => of_table(grid, file, context),
            Err(fault) => only(FindingKind::Broken(fault), file),
        },
        (Kind::Table, Content::Text(text)) => {
            either(table::read_delimited(text), text.as_str().into(), file, context)
        }
        (Kind::Html, Content::Text(text)) => {
            let page = html::read(text);
            let (mut read, source) = either(page.tables, page.text.into(), file, context);
            if matches!(source, Source::Table { .. }) && !page.beside.is_empty() {
                let beside: String = page.beside.join(" ").chars().take(QUOTED).collect();
                read.findings.push(of_all(FindingKind::LeftOut(beside), file));
            }
            (read, source)
        }
        (Kind::Prose, Content::Text(text)) => of_text(text.as_str().into(), file, context),
        _ => only(FindingKind::Unread, file),
    }
}

/// What may be a table or a text for people: the table that it looks like, unless as a text far more of it has a time. A
/// table of which most rows have one is a table, however many times stand in each of them. Lines with bars and without
/// headers are the text, unless that says less.
fn either(grid: Grid, text: Rc<str>, file: usize, context: &Context) -> (Read, Source) {
    let timed = |(read, _): &(Read, Source)| {
        read.program.sessions.iter().filter(|session| session.start.is_some()).count()
    };
    let rows: usize = grid.sheets.iter().map(Sheet::height).sum();
    let looks_like_one = grid.sheets.iter().any(|sheet| sheet.height() > 0);
    let table = of_table(grid, file, context);
    let is_bare = table::is_barred(&text) && !has_headers(&table.1);
    if 2 * timed(&table) > rows && !is_bare {
        return table;
    }
    let prose = of_text(text, file, context);
    if is_bare && timed(&prose) >= timed(&table) && prose.0.findings.len() <= table.0.findings.len() {
        return prose;
    }
    if timed(&prose) > 2 * timed(&table) || !looks_like_one { prose } else { table }
}

fn has_headers(source: &Source) -> bool {
    matches!(source, Source::Table { mappings, .. } if mappings.iter().any(|mapping| mapping.header.is_some()))
}

fn of_table(grid: Grid, file: usize, context: &Context) -> (Read, Source) {
    let mappings = table::mappings(&grid);
    of_grid(Rc::new(grid), mappings, file, context)
}

/// One thing is to be said of the whole file, and nothing is read.
fn only(kind: FindingKind, file: usize) -> (Read, Source) {
    (Read { findings: vec![of_all(kind, file)], ..Read::default() }, Source::Entries)
}
