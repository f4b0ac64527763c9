//! What a row says of a session beside its title and its times.

use super::grid::Sheet;
use super::languages::languages;
use super::mapping::{Field, Mapping};
use super::said::{SaidDay, heading_day};
use super::status::status;
use super::words;
use crate::Person;
use huso_agenda::event_file::{LinkRel, SessionKind, SessionStatus};

/// Links of one session that are kept.
const MOST_LINKS: usize = 100;

/// A column of titles.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub(crate) column: usize,
    /// The row of its header.
    pub(crate) header: usize,
    /// The columns that are of its sessions alone: from it up to the next.
    pub(crate) until: usize,
    /// The day of its sessions, and the words for it.
    pub(crate) day: Option<(SaidDay, String)>,
    venue: Option<String>,
    track: Option<String>,
}

/// What a session has beside its title and its times.
#[derive(Default)]
pub(crate) struct Details {
    pub(crate) key: Option<String>,
    pub(crate) summary: String,
    pub(crate) speakers: Vec<Person>,
    pub(crate) venue: Option<String>,
    pub(crate) track: Option<String>,
    pub(crate) kind: SessionKind,
    pub(crate) status: SessionStatus,
    pub(crate) languages: Vec<String>,
    /// The columns of cells that can't be read.
    pub(crate) unread: Vec<usize>,
    pub(crate) links: Vec<(LinkRel, String)>,
}

/// The columns of titles.
pub(crate) fn lanes(sheet: &Sheet, mapping: &Mapping) -> Vec<Lane> {
    let columns: Vec<usize> = mapping.all(Field::Lane).chain(mapping.first(Field::Title)).collect();
    let next =
        |column: usize| columns.iter().copied().filter(|other| *other > column).min().unwrap_or(usize::MAX);
    columns.iter().map(|column| lane(sheet, mapping, *column, next(*column), &columns)).collect()
}

fn lane(sheet: &Sheet, mapping: &Mapping, column: usize, until: usize, columns: &[usize]) -> Lane {
    let mut lane =
        Lane { column, header: mapping.header.unwrap_or(0), until, day: None, venue: None, track: None };
    let Some(header) = mapping.header.filter(|_| mapping.columns.get(column) == Some(&Field::Lane)) else {
        return lane;
    };
    // Days may stand in the row above those of places.
    for row in [header.checked_sub(1), Some(header)].into_iter().flatten() {
        let cell = sheet.at(row, column);
        let text = cell.shown();
        let plain = words::plain(&text);
        // What goes over all of them is the day of the sheet.
        let over = sheet.area(row, column);
        let is_own =
            !over.is_some_and(|area| columns.iter().all(|column| (area.left..=area.right).contains(column)));
        if let Some(day) = heading_day(cell).filter(|_| is_own) {
            lane.day = Some((day, text));
        } else if row == header
            && ["track", "eje", "linea", "trilha", "eixo", "stream"]
                .iter()
                .any(|word| plain.starts_with(word))
        {
            lane.track = Some(text);
        } else if row == header {
            lane.venue = Some(text).filter(|text| !text.is_empty());
        }
    }
    lane
}

/// What a row says of a lane's session.
pub(crate) fn details(
    sheet: &Sheet,
    mapping: &Mapping,
    lanes: &[Lane],
    row: usize,
    lane: &Lane,
    title: usize,
) -> Details {
    // With one column of titles all others are of its sessions.
    let is_only = lanes.len() < 2;
    let first = lanes.iter().map(|lane| lane.column).min().unwrap_or(0);
    let is_own = |column: &usize| is_only || *column < first || (lane.column..lane.until).contains(column);
    let cell = |column: usize| {
        Some(sheet.down(row, column).shown()).filter(|text| !text.is_empty() && column != title)
    };
    let all = |field| mapping.all(field).filter(is_own).filter_map(cell).collect::<Vec<String>>();
    let one = |field| all(field).into_iter().next();
    let first = |field| {
        let mut filled = mapping.all(field).filter(is_own).filter_map(|column| Some((column, cell(column)?)));
        filled.next()
    };
    let mut unread = Vec::new();
    let said_status = first(Field::Status).and_then(|(column, text)| {
        let said = status(&text);
        unread.extend(said.is_none().then_some(column));
        said
    });
    let said_languages = first(Field::Language).and_then(|(column, text)| {
        let said = languages(&text);
        unread.extend(said.is_none().then_some(column));
        said
    });
    let over = sheet.area(row, lane.column);
    let is_everywhere = over.is_some_and(|area| {
        lanes.iter().any(|other| other.column > lane.column && other.column <= area.right)
    });
    let kind = one(Field::Kind).unwrap_or_default();
    let is_break = words::is_break(&kind) || words::is_break(&sheet.down(row, title).shown());
    let mut speakers: Vec<Person> = all(Field::Speakers).iter().flat_map(|text| people(text)).collect();
    if let [person] = speakers.as_mut_slice() {
        person.organization = person.organization.take().or_else(|| one(Field::Organization));
        person.role = one(Field::Role);
    }
    let is_url = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    let written = all(Field::Link).into_iter().filter(is_url);
    // What leads somewhere in the cells that are taken: `<a href>`.
    let taken = |column: &usize| mapping.columns.get(*column).is_some_and(|field| *field != Field::Ignored);
    let columns = (0..sheet.width()).filter(taken).filter(is_own);
    let linked = columns.flat_map(|column| sheet.links(row, column)).filter(|url| is_url(url)).cloned();
    let mut links: Vec<(LinkRel, String)> = Vec::new();
    for url in written.chain(linked) {
        if links.len() < MOST_LINKS && !links.iter().any(|(_, known)| *known == url) {
            links.push((LinkRel::More, url));
        }
    }
    Details {
        key: one(Field::Key),
        summary: all(Field::Summary).join("\n"),
        speakers,
        venue: one(Field::Venue).or_else(|| lane.venue.clone().filter(|_| !is_everywhere)),
        track: one(Field::Track).or_else(|| lane.track.clone().filter(|_| !is_everywhere)),
        kind: if is_break { SessionKind::Break } else { SessionKind::default() },
        status: said_status.unwrap_or_default(),
        languages: said_languages.unwrap_or_default(),
        unread,
        links,
    }
}

/// Those whom a cell names, one a line or parted by semicolons, each with whom they speak for in parentheses. Commas part
/// names from titles as well as from each other: they stay.
fn people(text: &str) -> Vec<Person> {
    let names = text.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| match name.strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
            Some((name, organization)) if !name.trim().is_empty() && !organization.trim().is_empty() => {
                Person {
                    name: name.trim().to_owned(),
                    organization: Some(organization.trim().to_owned()),
                    ..Person::default()
                }
            }
            _ => Person { name: name.to_owned(), ..Person::default() },
        })
        .collect()
}
