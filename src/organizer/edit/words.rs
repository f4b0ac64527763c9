//! Dates, times and names, as the editor says them.

use crate::workspace::Checked;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::timetable::columns_at;
use huso_agenda::{Instant, Lang, Zone};
use huso_edit::{Document, Place, own_language, text_for};
use huso_i18n::labels::{HourCycle, long_date, zoned_range, zoned_time};
use huso_i18n::{Texts as _, zone_names};
use serde_json::Value;

/// A text of an entry in the reader's language; empty where there is none.
pub fn name_of(document: &Document, entry: &Value, key: &str, lang: Lang) -> String {
    entry.get(key).map(|text| text_for(text, lang, own_language(document)).to_owned()).unwrap_or_default()
}

/// A session's title, or that it has none.
pub fn title_of(document: &Document, index: usize, lang: Lang) -> String {
    let title = document.sessions().get(index).map(|session| name_of(document, session, "title", lang));
    title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| lang.edit().untitled.to_owned())
}

/// A day as a heading: `Miércoles 9 de agosto`.
pub fn day_heading(date: Option<NaiveDate>, lang: Lang) -> String {
    let Some(date) = date else { return lang.edit().no_date.to_owned() };
    let words = long_date(date, lang);
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The zone that is written at a place.
pub fn zone_at(document: &Document, place: &Place) -> Option<Zone> {
    Zone::named(document.str(place)).ok()
}

/// The event's zone, if it has one that is known.
pub fn event_zone(document: &Document) -> Option<Zone> {
    zone_at(document, &Place::parse("timezone"))
}

/// The zone of a session's times: its own, else the event's.
pub fn session_zone(document: &Document, index: usize) -> Option<Zone> {
    let place = huso_edit::session_place(index).key("timezone");
    if document.get(&place).is_some() { zone_at(document, &place) } else { event_zone(document) }
}

/// What people call a zone: the country as the event shows it, else the place.
pub fn zone_label(checked: &Checked, zone: &str, lang: Lang) -> String {
    let agenda = checked.event.as_ref().map(|event| &event.agenda);
    let shown = agenda.and_then(|agenda| {
        let (_, label) = agenda.shown_zones.iter().find(|(shown, _)| shown.name() == zone)?;
        Some(label.get(lang, agenda.language).to_owned())
    });
    shown.unwrap_or_else(|| zone_names::place(zone, lang))
}

/// What the clocks of the other countries show then: `10:30 – 11:35 Chile`, `08:30 – 09:35 México`.
pub fn elsewhere(
    checked: &Checked,
    zone: &Zone,
    start: Instant,
    end: Option<Instant>,
    lang: Lang,
) -> Vec<String> {
    let Some(event) = &checked.event else { return Vec::new() };
    let agenda = &event.agenda;
    let instants: Vec<Instant> = [Some(start), end].into_iter().flatten().collect();
    let columns = columns_at(&agenda.shown_zones, &instants, lang, agenda.language);
    let is_other = |other: &Zone| !huso_agenda::timetable::agree(other, zone, &instants);
    let day = {
        use huso_agenda::Offsets as _;
        Some(zone.wall_time(start).date())
    };
    let words = |zone: &Zone| match end {
        Some(end) => {
            zoned_range(start, end, zone, day, HourCycle::H23, lang).map(|time| clock(&time)).join(" – ")
        }
        None => clock(&zoned_time(start, zone, day, HourCycle::H23, lang)),
    };
    let others = columns.iter().filter(|column| is_other(&column.zone));
    others.map(|column| format!("{} {}", words(&column.zone), column.label)).collect()
}

fn clock(time: &huso_i18n::labels::ZonedTime) -> String {
    match &time.mark {
        Some(mark) => format!("{} ({mark})", time.clock),
        None => time.clock.clone(),
    }
}

/// A date as a field holds it: `2027-08-11`; empty for none.
pub fn date_value(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
