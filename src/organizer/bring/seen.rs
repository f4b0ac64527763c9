//! An event's first session as the reader sees it.

use huso::browser::Viewer;
use huso_agenda::timetable::columns_at;
use huso_agenda::{Lang, Offsets, When};
use huso_edit::Document;
use huso_i18n::labels::{HourCycle, clock};
use huso_registration::Event;

/// An event's first session as the reader sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What it is called.
    pub title: String,
    /// Where the reader is, if the browser tells it.
    pub place: Option<String>,
    /// When it starts there.
    pub start: String,
    /// When it ends there.
    pub end: Option<String>,
    /// When it starts in the event's countries, each time with its places.
    pub others: Vec<(String, String)>,
}

/// The first session with a time, as the reader sees it.
pub fn seen(document: &Document, lang: Lang) -> Option<Seen> {
    let agenda = Event::parse(&document.text()).0?.agenda;
    let session = agenda.sessions.first()?;
    let When::Timed { start, end } = session.when else { return None };
    let viewer = Viewer::detect(None, &agenda.database);
    let time = |zone: &dyn Offsets, instant| clock(zone.wall_time(instant).time(), HourCycle::H23, lang);
    let columns = columns_at(&agenda.shown_zones, &[start], lang, agenda.language);
    Some(Seen {
        title: session.title.get(lang, agenda.language).to_owned(),
        place: viewer.place(lang),
        start: time(viewer.zone.as_ref(), start),
        end: end.map(|end| time(viewer.zone.as_ref(), end)),
        others: columns.into_iter().map(|column| (time(&column.zone, start), column.label)).collect(),
    })
}
