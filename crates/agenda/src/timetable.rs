//! Which zones share a column: equal zones are one (docs/decisions/0008).

use crate::language::Lang;
use crate::model::{Session, When};
use crate::phase::ENDLESS;
use crate::text::Text;
use crate::zone::{Instant, Offsets, Zone};

/// What stands between the places of one column.
pub const BETWEEN_PLACES: &str = " / ";

/// Minutes without a session from which on a gap is said.
const LONG_GAP: i64 = 60;

/// One or several zones whose clocks agree at every time shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// "Chile", "Colombia / Perú".
    pub label: String,
    /// The first of its zones, which stands for all.
    pub zone: Zone,
}

impl Column {
    /// The places of its label: "Colombia" and "Perú" of "Colombia / Perú".
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.label.split(BETWEEN_PLACES)
    }
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
    let column = |(zone, labels): (&Zone, Vec<&str>)| Column {
        label: labels.join(BETWEEN_PLACES),
        zone: zone.clone(),
    };
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

/// Of each of a day's sessions, the minutes before it in which nothing takes place, where they are more than an hour.
/// What is cancelled or postponed takes no time; what states no end counts as an hour.
pub fn gaps(sessions: &[Session]) -> Vec<Option<i64>> {
    let mut busy_until: Option<Instant> = None;
    let gap = |session: &Session| {
        let When::Timed { start, end } = session.when else { return None };
        if session.is_off() {
            return None;
        }
        let end = end.or_else(|| start.checked_add_signed(ENDLESS)).unwrap_or(start);
        let free = busy_until.map(|until| start.signed_duration_since(until).num_minutes());
        busy_until = busy_until.max(Some(end));
        free.filter(|minutes| *minutes > LONG_GAP)
    };
    sessions.iter().map(gap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Agenda;
    use crate::event_file;

    fn gaps_of(sessions: &str) -> Vec<Option<i64>> {
        let text = format!(
            r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [{sessions}]}}"#
        );
        let (file, faults) = event_file::parse::<String>(&text);
        assert_eq!(faults, [], "{text}");
        gaps(&Agenda::try_new(file.unwrap()).0.unwrap().sessions)
    }

    fn session(id: &str, start: &str, more: &str) -> String {
        format!(r#"{{"id": "{id}", "title": "{id}", "start": "2027-08-11T{start}"{more}}}"#)
    }

    #[test]
    fn a_gap_is_what_no_session_fills() {
        let hour = r#", "duration": "PT1H""#;
        let all = [
            session("long", "09:00", r#", "duration": "PT4H""#),
            session("within", "10:00", hour),
            session("an hour later", "14:00", hour),
            session("off", "15:30", r#", "duration": "PT1H", "status": "cancelled""#),
            session("after", "16:01", hour),
        ];
        assert_eq!(gaps_of(&all.join(",")), [None, None, None, None, Some(61)]);
    }

    #[test]
    fn what_states_no_end_counts_as_an_hour() {
        let all = [session("a", "09:00", ""), session("b", "11:00", ""), session("c", "13:30", "")];
        assert_eq!(gaps_of(&all.join(",")), [None, None, Some(90)]);
    }

    #[test]
    fn a_label_has_its_places() {
        let zone = Zone::named("America/Bogota").unwrap();
        let column = Column { label: "Colombia / Perú".to_owned(), zone };
        assert_eq!(column.places().collect::<Vec<_>>(), ["Colombia", "Perú"]);
    }
}
