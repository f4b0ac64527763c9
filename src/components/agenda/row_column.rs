//! A day's columns: the countries beside the visitor's own time.

use crate::context::{LocaleContext, Zones};
use huso_agenda::timetable::{BETWEEN_PLACES, Column, columns};
use huso_agenda::{Agenda, Lang, Session};
use huso_i18n::zone_names::short_place;

/// A column, and what is spoken of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RowColumn {
    /// The column.
    pub column: Column,
    /// Its places without the visitor's own, whose time is spoken already; `None` if there is no other.
    pub spoken: Option<String>,
    /// Its label in short, for narrow lines, if it has a shorter one.
    pub short: Option<String>,
}

/// The columns of a day's sessions.
pub fn row_columns(
    sessions: &[Session],
    agenda: &Agenda,
    zones: &Zones,
    locale: LocaleContext,
) -> Vec<RowColumn> {
    let own = zones.viewer_place();
    let column = |column: Column| {
        let others: Vec<&str> = column.places().filter(|place| *place != own).collect();
        let spoken = (!others.is_empty()).then(|| others.join(BETWEEN_PLACES));
        RowColumn { spoken, short: short(&column, locale.lang), column }
    };
    columns(&zones.shown, sessions, locale.lang, agenda.language).into_iter().map(column).collect()
}

/// `Col. / Perú`
fn short(column: &Column, lang: Lang) -> Option<String> {
    let places: Vec<&str> = column.places().map(|place| short_place(place, lang).unwrap_or(place)).collect();
    Some(places.join(BETWEEN_PLACES)).filter(|short| *short != column.label)
}
