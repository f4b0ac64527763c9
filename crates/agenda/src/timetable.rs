//! Which zones share a column: equal zones are one (docs/decisions/0008).

use crate::language::Lang;
use crate::model::Session;
use crate::text::Text;
use crate::zone::{Instant, Offsets, Zone};

/// One or several zones whose clocks agree at every time shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// "Chile", "Colombia / Perú".
    pub label: String,
    /// The first of its zones, which stands for all.
    pub zone: Zone,
}

/// The columns for some sessions, usually a day's: zones are merged when they agree at the start and
/// the end of each of them, never because they agree elsewhere in the year.
///
/// The column stands where its first zone does. `own` is the language of plain labels.
pub fn columns(zones: &[(Zone, Text)], sessions: &[Session], lang: Lang, own: Lang) -> Vec<Column> {
    columns_at(zones, &instants(sessions), lang, own)
}

/// The columns for some instants: zones are merged when they agree at each of them.
pub fn columns_at(zones: &[(Zone, Text)], instants: &[Instant], lang: Lang, own: Lang) -> Vec<Column> {
    let mut columns: Vec<(&Zone, Vec<&str>)> = Vec::new();
    for (zone, label) in zones {
        let label = label.get(lang, own);
        match columns.iter_mut().find(|(column, _)| agree(*column, zone, instants)) {
            Some((_, labels)) if labels.contains(&label) => {}
            Some((_, labels)) => labels.push(label),
            None => columns.push((zone, vec![label])),
        }
    }
    let column =
        |(zone, labels): (&Zone, Vec<&str>)| Column { label: labels.join(" / "), zone: zone.clone() };
    columns.into_iter().map(column).collect()
}

/// When sessions start and end.
pub fn instants(sessions: &[Session]) -> Vec<Instant> {
    let mut all = Vec::new();
    for session in sessions {
        all.extend(session.start());
        all.extend(session.end());
    }
    all
}

/// Whether the clocks of two zones show the same at all these instants.
pub fn agree(one: &dyn Offsets, other: &dyn Offsets, instants: &[Instant]) -> bool {
    instants.iter().all(|instant| one.offset_at(*instant) == other.offset_at(*instant))
}
