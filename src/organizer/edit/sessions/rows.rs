//! What the table shows, worked out from the event file.

use crate::edit::words::name_of;
use crate::frame::Tone;
use crate::workspace::Checked;
use huso_agenda::Lang;
use huso_agenda::chrono::NaiveDate;
use huso_edit::{Document, Gap, Row, When, days, own_language, text_in, written_clock};
use serde_json::Value;
use std::collections::HashMap;
use std::rc::Rc;
use yew::AttrValue;

/// Most rows that are drawn or left out together.
const CHUNK: usize = 24;

/// Some rows of a day, which are drawn or left out together.
#[derive(Clone, PartialEq)]
pub struct Chunk {
    /// The day, if these are its first rows; none inside for sessions without a date.
    pub heading: Option<Option<NaiveDate>>,
    /// The rows.
    pub rows: Rc<[TableRow]>,
}

/// A row.
#[derive(Clone, PartialEq)]
pub enum TableRow {
    /// A session.
    Session(SessionCells),
    /// Time without one.
    Gap(Gap),
}

/// A session's row.
#[derive(Clone, PartialEq)]
pub struct SessionCells {
    /// Which of the file's it is, from 0.
    pub index: usize,
    /// Its id, or its index where it has none.
    pub key: String,
    /// The clock that it starts at, as it is written; empty for all day.
    pub start: AttrValue,
    /// The clock that it ends at; worked out from a duration.
    pub end: AttrValue,
    /// Its title.
    pub title: AttrValue,
    /// The language of the title that is shown.
    pub title_lang: Lang,
    /// Its track's id.
    pub track: AttrValue,
    /// What is wrong with it.
    pub faults: RowFaults,
}

/// What is wrong with a session's row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowFaults {
    /// The worst of all.
    pub worst: Option<Tone>,
    /// Whether the start is wrong.
    pub start: bool,
    /// Whether the end or the duration is.
    pub end: bool,
    /// Whether the title is.
    pub title: bool,
    /// Whether the track is.
    pub track: bool,
}

/// What is wrong, a session each.
pub fn row_faults(checked: &Checked) -> HashMap<usize, RowFaults> {
    let mut all: HashMap<usize, RowFaults> = HashMap::new();
    for fault in checked.faults.iter() {
        let place = huso_edit::Place::parse(&fault.path);
        let Some(index) = place.entry_of("sessions") else { continue };
        let row = all.entry(index).or_default();
        let tone = Tone::from(fault.severity());
        row.worst = Some(row.worst.filter(|worst| is_as_bad(*worst, tone)).unwrap_or(tone));
        if tone == Tone::Error {
            let key = place.steps().get(2);
            let is = |name: &str| key == Some(&huso_edit::Step::Key(name.to_owned()));
            row.start |= is("start") || is("date");
            row.end |= is("end") || is("duration");
            row.title |= is("title");
            row.track |= is("track");
        }
    }
    all
}

fn is_as_bad(one: Tone, other: Tone) -> bool {
    let rank = |tone| match tone {
        Tone::Error => 2,
        Tone::Warning | Tone::Question => 1,
        Tone::Note => 0,
    };
    rank(one) >= rank(other)
}

/// The table's rows for some sessions, in chunks.
pub fn chunks(
    document: &Document,
    sessions: impl IntoIterator<Item = usize>,
    faults: &HashMap<usize, RowFaults>,
    lang: Lang,
) -> Vec<Chunk> {
    let zone = crate::edit::words::event_zone(document);
    let mut all = Vec::new();
    for day in days(document, sessions, zone.as_ref()) {
        for (at, rows) in day.rows.chunks(CHUNK).enumerate() {
            let row = |row: &Row| match row {
                Row::Session(index) => {
                    let faults = faults.get(index).copied().unwrap_or_default();
                    Some(TableRow::Session(cells(document, *index, faults, lang)?))
                }
                Row::Gap(gap) => Some(TableRow::Gap(gap.clone())),
            };
            let heading = (at == 0).then_some(day.date);
            all.push(Chunk { heading, rows: rows.iter().filter_map(row).collect() });
        }
    }
    all
}

fn cells(document: &Document, index: usize, faults: RowFaults, lang: Lang) -> Option<SessionCells> {
    let session = document.sessions().get(index)?;
    let text = |key: &str| session.get(key).and_then(Value::as_str).unwrap_or_default();
    let key = Some(text("id")).filter(|id| !id.is_empty()).map_or_else(|| index.to_string(), str::to_owned);
    let written_end = written_clock(text("end"));
    let end = if written_end.is_empty() {
        let zone = crate::edit::words::session_zone(document, index);
        When::of(session, zone.as_ref()).end.map(|end| end.format("%H:%M").to_string()).unwrap_or_default()
    } else {
        written_end.to_owned()
    };
    let own = own_language(document);
    let title_lang = [lang, own].into_iter().find(|lang| {
        session.get("title").and_then(|title| text_in(title, *lang, own)).is_some_and(|text| !text.is_empty())
    });
    Some(SessionCells {
        index,
        key: format!("{key}/{index}"),
        start: written_clock(text("start")).to_owned().into(),
        end: end.into(),
        title: name_of(document, session, "title", lang).into(),
        title_lang: title_lang.unwrap_or(own),
        track: text("track").to_owned().into(),
        faults,
    })
}
