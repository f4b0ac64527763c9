//! What columns were, by the words of their headers.

use huso::browser::{remember, remembered as stored};
use huso_agenda::fold::folded;
use huso_announcement::Context;
use huso_import::table::{Field, Grid, Mapping};
use huso_import::{Opened, Source};

/// What its keys in the browser begin with.
const PREFIX: &str = "huso-organizer-columns:";

/// What a column can be, as menus have it, each with what it is stored as.
pub const FIELDS: [(Field, &str); 18] = [
    (Field::Ignored, "-"),
    (Field::Date, "date"),
    (Field::Start, "start"),
    (Field::End, "end"),
    (Field::Duration, "duration"),
    (Field::Title, "title"),
    (Field::Summary, "summary"),
    (Field::Speakers, "speakers"),
    (Field::Organization, "organization"),
    (Field::Role, "role"),
    (Field::Venue, "venue"),
    (Field::Track, "track"),
    (Field::Kind, "kind"),
    (Field::Status, "status"),
    (Field::Language, "language"),
    (Field::Link, "link"),
    (Field::Lane, "lane"),
    (Field::Key, "key"),
];

/// Keeps what the columns of a sheet are for the next table with the same headers.
pub fn keep(grid: &Grid, mapping: &Mapping) {
    let Some(key) = key(grid, mapping) else { return };
    let word = |field: &Field| FIELDS.iter().find(|(other, _)| other == field).map_or("-", |(_, word)| *word);
    let words: Vec<_> = mapping.columns.iter().map(word).collect();
    // Where nothing can be kept, the columns are what they seem to be.
    remember(&key, Some(&words.join(" ")));
}

/// A table whose columns are what somebody said of one with the same headers; other files stay as they are.
pub fn remembered(opened: Opened, context: &Context) -> Opened {
    let Source::Table { grid, mappings } = &opened.source else { return opened };
    let known: Vec<_> = mappings.iter().map(|mapping| known(grid, mapping)).collect();
    if known == *mappings { opened } else { opened.mapped(known, context) }
}

fn known(grid: &Grid, mapping: &Mapping) -> Mapping {
    let words = key(grid, mapping).and_then(|key| stored(&key)).unwrap_or_default();
    let field = |word: &str| {
        FIELDS.iter().find(|(_, other)| *other == word).map_or(Field::Ignored, |(field, _)| *field)
    };
    let columns: Vec<_> = words.split_whitespace().map(field).collect();
    if columns.len() == mapping.columns.len() {
        Mapping { columns, ..mapping.clone() }
    } else {
        mapping.clone()
    }
}

/// Under which key the columns of a sheet are kept; nothing where it has no headers.
fn key(grid: &Grid, mapping: &Mapping) -> Option<String> {
    let (sheet, header) = (grid.sheets.get(mapping.sheet)?, mapping.header?);
    let words: Vec<_> = (0..sheet.width()).map(|column| folded(&sheet.at(header, column).shown())).collect();
    Some(PREFIX.to_owned() + &words.join("|"))
}
