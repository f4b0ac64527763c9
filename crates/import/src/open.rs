//! The one way in: a file of any kind, as what it is and what is in it.

use crate::kind::{self, Content, Found, Kind};
use crate::{Finding, FindingKind, Origin, Place, Read, archive, event_file, schedule, sessionize};

/// Bytes of a file that are read.
pub const LARGEST: u64 = 16 << 20;

/// A file that was brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// As it was brought, or as its archive names it.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// What its text was saved as, and whether that is a guess; `None` where it is no text.
    pub encoding: Option<(&'static str, bool)>,
    /// What is in it.
    pub read: Read,
}

/// Opens a file: `file` is which one it is of all that was brought, from 0. An archive is followed by the files in it,
/// which are the ones after it; anything else is one file. Names are for people, and say nothing of what is in a file.
pub fn open(bytes: &[u8], name: &str, file: usize) -> Vec<Opened> {
    if bytes.len() as u64 <= LARGEST && kind::find(bytes).kind == Kind::Zip {
        return archive::open(bytes, name, file);
    }
    vec![open_file(bytes, name, file)]
}

/// Opens a file that is no archive; an archive is only named as such.
pub(crate) fn open_file(bytes: &[u8], name: &str, file: usize) -> Opened {
    let opened = |kind, encoding, read| Opened { name: name.to_owned(), kind, encoding, read };
    if bytes.len() as u64 > LARGEST {
        let start = bytes.get(..4_096).unwrap_or_default();
        let too_large = only(FindingKind::TooLarge { most: LARGEST }, file);
        return opened(kind::find(start).kind, None, too_large);
    }
    let found = kind::find(bytes);
    let encoding = found.decoded.as_ref().map(|decoded| (decoded.encoding, decoded.is_guess));
    let mut read = read(&found, bytes, file);
    if let Some(decoded) = found.decoded.as_ref().filter(|decoded| decoded.has_losses) {
        read.findings.extend(only(FindingKind::Encoding(decoded.encoding), file).findings);
    }
    opened(found.kind, encoding, read)
}

/// Reads a file by its kind. A reader more is an arm more: `ical`, `table` and `prose` take the places of the kinds
/// that stand below as unread.
fn read(found: &Found, _bytes: &[u8], file: usize) -> Read {
    let read = match (found.kind, &found.content) {
        (Kind::EventFile, Content::Text(text)) => Some(event_file::read(text, file)),
        (Kind::ScheduleXml, Content::Text(text)) => Some(schedule::read_xml(text, file)),
        (Kind::ScheduleJson, Content::Json(value)) => Some(schedule::read_json(value, file)),
        (Kind::Sessionize(_), Content::Json(value)) => sessionize::read(value, file),
        (_, Content::Broken(error)) => Some(only(FindingKind::Broken(error.clone()), file)),
        (Kind::Empty, _) => Some(only(FindingKind::NoTimes, file)),
        // Nothing reads these yet.
        (Kind::Calendar | Kind::Spreadsheet | Kind::Table | Kind::Html | Kind::Prose, _) => None,
        // Nothing will.
        _ => None,
    };
    read.unwrap_or_else(|| only(FindingKind::Unread, file))
}

/// A read that found one thing, of the whole file.
fn only(kind: FindingKind, file: usize) -> Read {
    let origin = Origin { file, place: Place::Entry(String::new()) };
    Read { findings: vec![Finding { origin, kind }], ..Read::default() }
}
