//! The places that an event is seen from.

use crate::preview::state::PreviewState;
use huso::browser::{Viewer, clocks_of};
use huso_agenda::timetable::{columns_at, instants};
use huso_agenda::{Agenda, Instant, Lang, Offsets as _, Zone};
use huso_i18n::labels::{self, HourCycle};
use huso_i18n::{Texts as _, fill, zone_names};

/// A place to see an event from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenFrom {
    /// Its zone's IANA name.
    pub zone: String,
    /// `Bogotá, Colombia`
    pub name: String,
}

/// The event's own zones, and the organizer's own if it is none of them.
pub fn own_places(agenda: &Agenda, lang: Lang) -> Vec<SeenFrom> {
    let mut places: Vec<SeenFrom> = Vec::new();
    for (zone, label) in &agenda.shown_zones {
        let label = label.get(lang, agenda.language);
        places.push(SeenFrom { zone: zone.name().to_owned(), name: with_country(zone, label, lang) });
    }
    let own = Viewer::detect(None, &agenda.database);
    let own = own
        .name
        .clone()
        .zip(own.place(lang))
        .filter(|(own, _)| places.iter().all(|place| place.zone != *own));
    places.extend(own.map(|(zone, name)| SeenFrom { zone, name }));
    places
}

/// `Bogotá, Colombia`; `Ciudad de México` alone, which says it.
fn with_country(zone: &Zone, label: &str, lang: Lang) -> String {
    let place = zone_names::place(zone.name(), lang);
    if place.contains(label) || label.contains(&place) { place } else { format!("{place}, {label}") }
}

/// What a zone's place is called.
pub fn name_of(zone: &str, places: &[SeenFrom], lang: Lang) -> String {
    let known = places.iter().find(|place| place.zone == zone).map(|place| place.name.clone());
    known.unwrap_or_else(|| zone_names::place(zone, lang))
}

/// The zones for a look at several: one of each of the event's columns and, where there is only one, the organizer's own.
pub fn several(agenda: &Agenda, most: usize) -> Vec<String> {
    let all = instants(&agenda.sessions);
    let columns = columns_at(&agenda.shown_zones, &all, agenda.language, agenda.language);
    let mut zones: Vec<String> = columns.iter().map(|column| column.zone.name().to_owned()).collect();
    zones.extend(Viewer::detect(None, &agenda.database).name.filter(|own| !zones.contains(own)));
    zones.extend((zones.len() < 2).then(|| agenda.zone.name().to_owned()));
    zones.truncate(most);
    zones
}

/// A moment on the event's own clocks: `como el miércoles 9 de agosto, 09:55`.
pub fn moment_in_words(moment: Option<Instant>, agenda: &Agenda, lang: Lang) -> String {
    let texts = lang.preview();
    let Some(moment) = moment else { return texts.as_now.to_owned() };
    let wall = agenda.zone.wall_time(moment);
    let (date, time) =
        (labels::long_date(wall.date(), lang), labels::clock(wall.time(), HourCycle::H23, lang));
    fill(texts.as_on, &[("date", &date), ("time", &time)])
}

/// The moment's times at the event's place and where it is seen from: `09:55 en Bogotá, 10:55 en Santiago`. Nothing for now,
/// which the element itself says.
pub fn times_of_places(state: &PreviewState, agenda: &Agenda, lang: Lang) -> String {
    let Some(moment) = state.moment else { return String::new() };
    let own = agenda.zone.name().to_owned();
    let others = state.places.iter().filter(|zone| **zone != own);
    let time = |zone: &String| {
        let wall = clocks_of(zone, &agenda.database)?.wall_time(moment);
        let (clock, place) =
            (labels::clock(wall.time(), HourCycle::H23, lang), zone_names::place(zone, lang));
        Some(fill(lang.preview().time_in, &[("time", &clock), ("place", &place)]))
    };
    let times: Vec<String> = std::iter::once(&own).chain(others).filter_map(time).collect();
    times.join(", ")
}
