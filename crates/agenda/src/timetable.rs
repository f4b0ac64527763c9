//! Which zones share a column: equal zones are one (docs/decisions/0008); and what tells those apart that
//! would be called the same.

use crate::agenda::Session;
use crate::i18n::Lang;
use crate::text::Text;
use crate::zone::{Instant, Offsets, Zone};
use crate::zone_names;

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
    let instants = instants(sessions);
    let mut columns: Vec<(&Zone, Vec<&str>)> = Vec::new();
    for (zone, label) in zones {
        let label = label.get(lang, own);
        match columns.iter_mut().find(|(column, _)| agree(*column, zone, &instants)) {
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

/// A zone by name, and its clocks.
pub type Named<'a> = (&'a str, &'a dyn Offsets);

/// `México (Centro)`: the country of a zone with its region, where one of the `others` is in the same
/// country and its clocks differ at one of these instants.
pub fn country_and_region(zone: Named, others: &[Named], instants: &[Instant], lang: Lang) -> Option<String> {
    let (country, region) = zone_names::region(zone.0, lang)?;
    let differs = |other: &Named| {
        let same_country = zone_names::region(other.0, lang).is_some_and(|(theirs, _)| theirs == country);
        same_country && !agree(zone.1, other.1, instants)
    };
    others.iter().any(differs).then(|| [country, " (", &region, ")"].concat())
}

/// Adds the region to each label that is no more than its country's name, where
/// [`country_and_region`] has one. The `viewer`'s zone counts among the others.
pub fn tell_apart(
    zones: &[(Zone, Text)],
    viewer: Option<Named>,
    instants: &[Instant],
    lang: Lang,
    own: Lang,
) -> Vec<(Zone, Text)> {
    let mut all = named(zones);
    all.extend(viewer);
    let mut told = zones.to_vec();
    for (zone, label) in &mut told {
        let country = label.get(lang, own);
        let longer = country_and_region((zone.name(), zone), &all, instants, lang)
            .filter(|longer| longer.strip_prefix(country).is_some_and(|rest| rest.starts_with(" (")));
        if let Some(longer) = longer {
            *label = Text::Plain(longer);
        }
    }
    told
}

/// Zones by name, without their labels.
pub fn named(zones: &[(Zone, Text)]) -> Vec<Named<'_>> {
    let mut all: Vec<Named> = Vec::new();
    for (zone, _) in zones {
        all.push((zone.name(), zone));
    }
    all
}
